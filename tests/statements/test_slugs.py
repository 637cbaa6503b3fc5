from itertools import pairwise

import pytest
from django import forms
from pytest_django import DjangoAssertNumQueries

from statements import workflow
from statements.models import Speaker, Topic
from statements.slugs import AnyOfField, bearer, shown, survivor
from tests import factories

pytestmark = pytest.mark.django_db


def public(slug: str) -> Speaker:
    return workflow.publish(record=factories.speaker(slug=slug), by=None)


def rename(record: Speaker, slug: str) -> None:
    record.slug = slug
    record.save()


def merge(one: Speaker, into: Speaker) -> None:
    one.merged_into = into
    one.save()


def field() -> AnyOfField:
    return AnyOfField(queryset=Speaker.objects.published(), to_field_name="slug", required=False)


def test_who_had_a_name_last_has_it() -> None:
    first, last = public("first"), public("last")
    for one in (first, last):
        rename(one, "shared")
        rename(one, f"now-{one.pk}")
    assert bearer(shown(Speaker), "shared") == last
    assert bearer(shown(Speaker), "first") == first
    assert bearer(shown(Speaker), "nobody") is None


def test_a_draft_bears_no_name_in_public() -> None:
    rename(factories.speaker(slug="before"), "now")
    assert bearer(shown(Speaker), "before") is None


def test_the_merged_lead_to_the_one_who_is_left_however_long_the_chain() -> None:
    speakers = [public(slug) for slug in ("a", "b", "c", "d")]
    for one, into in pairwise(speakers):
        merge(one, into)
    rename(speakers[0], "a-renamed")
    for slug in ("a", "a-renamed", "b", "c", "d"):
        assert bearer(shown(Speaker), slug) == speakers[-1]


def test_a_circle_of_merged_speakers_does_not_hang() -> None:
    one, other = public("one"), public("other")
    merge(one, other)
    merge(other, one)
    assert bearer(shown(Speaker), "one") in {one, other}


def test_a_speaker_merged_into_a_draft_stays() -> None:
    one = public("one")
    merge(one, factories.speaker())
    assert survivor(shown(Speaker), one.pk) == one


def test_a_draft_merged_into_a_public_speaker_tells_nothing() -> None:
    hidden = factories.speaker(slug="hidden")
    merge(hidden, public("known"))
    assert bearer(shown(Speaker), "hidden") is None


def test_a_filter_understands_earlier_names() -> None:
    renamed, merged, kept = public("old"), public("merged"), public("kept")
    rename(renamed, "new")
    merge(merged, kept)
    assert list(field().clean(["old"])) == [renamed]
    assert list(field().clean(["merged", "kept"])) == [kept]
    assert set(field().clean(["old", "kept"])) == {renamed, kept}


def test_a_filter_names_what_was_never_in_the_register() -> None:
    with pytest.raises(forms.ValidationError, match="nobody"):
        field().clean(["nobody"])


def test_codes_are_renamed_as_well() -> None:
    topic = workflow.publish(record=factories.topic(slug="law"), by=None)
    topic.slug = "justice"
    topic.save()
    assert bearer(shown(Topic), "law") == topic


def test_a_record_that_is_known_is_not_looked_up(
    django_assert_num_queries: DjangoAssertNumQueries,
) -> None:
    ann, bo = public("ann"), public("bo")
    asked = field()
    asked.know([ann, factories.topic(slug="bo")])
    with django_assert_num_queries(0):
        assert asked.clean(["ann"]) == [ann]
    assert asked.clean(["bo", "ann"]) == [ann, bo]
