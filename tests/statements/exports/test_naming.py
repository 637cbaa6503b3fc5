import pytest
from django.http import QueryDict

from statements.chips import Chip
from statements.exports.naming import in_a_name, in_words
from statements.filters import StatementFilter
from tests import factories


def test_filters_are_told_as_a_reader_reads_them() -> None:
    chips = [Chip("Topic", "Law", "/x"), Chip("Since", "2022", "/y")]
    assert in_words(chips) == ["Topic: Law", "Since: 2022"]


@pytest.mark.django_db
def test_filters_are_told_as_they_stand_in_an_address() -> None:
    for slug in ("law", "aid"):
        factories.published(topics=[factories.topic(slug=slug)])
    asked = QueryDict("topic=law&topic=aid&since=2022-08&order=oldest&kind=")
    assert sorted(in_a_name(StatementFilter(asked), asked)) in (
        ["since-2022-08", "topic-aid-law"],
        ["since-2022-08", "topic-law-aid"],
    )
