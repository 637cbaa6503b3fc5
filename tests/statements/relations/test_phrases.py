"""Phrases that recur: who used them first, who repeated them."""

from collections.abc import Iterator
from typing import Any

import pytest
from django.core.cache import cache
from django.http import QueryDict

from statements import workflow
from statements.filters import StatementFilter
from statements.models import Statement
from statements.relations import phrases
from statements.relations.phrases import Text, recurring, recurring_phrases, uses
from statements.search.analyser import analyse
from statements.search.query import parse
from tests import factories

FIRST = "We do not deny the assessment downgrade, but we do not accept it."
SECOND = "We do not deny that we have problems."
KHMER = "យើងមិនបដិសេធថាយើងមានបញ្ហានេះទេ"


def text(pk: int, raw: str, *occasion: Any) -> Text:
    return Text(pk, occasion or (pk,), raw, analyse(raw))


class TestRecurring:
    def test_is_the_longest_form_as_printed_first(self) -> None:
        assert recurring([text(1, FIRST), text(2, SECOND.upper())]) == [("We do not deny", [1, 2])]

    def test_needs_another_day_or_claimant(self) -> None:
        assert not recurring([text(1, FIRST, "a", "2022"), text(2, SECOND, "a", "2022")])
        assert recurring([text(1, FIRST, "a", "2022"), text(2, SECOND, "a", "2024")])

    def test_is_not_what_one_statement_says_twice(self) -> None:
        assert not recurring([text(1, f"{SECOND} {SECOND}")])

    def test_needs_three_words_of_which_one_says_something(self) -> None:
        assert not recurring([text(1, "Crimes happen."), text(2, "Crimes happen!")])
        assert not recurring([text(1, "It is what we did"), text(2, "It is what they did")])

    def test_a_shorter_form_comes_too_where_more_hold_it(self) -> None:
        found = recurring(
            [
                text(1, "Cambodia never denied human trafficking"),
                text(2, "Cambodia never denied human trafficking"),
                text(3, "Others never denied human error"),
            ]
        )
        assert found == [
            ("never denied human", [1, 2, 3]),
            ("Cambodia never denied human trafficking", [1, 2]),
        ]

    def test_is_found_in_khmer(self) -> None:
        ((phrase, keys),) = recurring([text(1, f"{KHMER}។"), text(2, f"ថ្ងៃនេះ{KHMER}")])
        assert (phrase, keys) == (KHMER, [1, 2])

    def test_is_not_what_very_many_hold(self) -> None:
        many = [text(n, SECOND) for n in range(phrases.MOST_HOLDERS + 1)]
        assert recurring(many[:-1])
        assert not recurring(many)

    def test_is_cut_where_whole_speeches_are_the_same(self) -> None:
        speech = " ".join(f"word{chr(97 + n % 26)}{chr(97 + n // 26)}" for n in range(200))
        for phrase, _keys in recurring([text(1, speech), text(2, speech)]):
            assert len(analyse(phrase)) <= phrases.LONGEST

    def test_no_form_is_part_of_another_that_as_many_hold(self) -> None:
        speech = "Nobody denies that traffickers harm children, women and men across borders."
        assert len(recurring([text(1, speech), text(2, f"Today: {speech}")])) == 1


@pytest.mark.django_db
class TestOfTheRegister:
    @pytest.fixture(autouse=True)
    def _forget(self) -> Iterator[None]:
        cache.clear()
        yield
        cache.clear()

    def test_come_with_their_statements_the_oldest_first(self) -> None:
        late = factories.published(SECOND, said_on="2024-12-12")
        early = factories.published(FIRST, said_on="2022-08-12")
        (found,) = recurring_phrases()
        assert (found.phrase, found.statements) == ("We do not deny", [early, late])
        assert found.claimants == [early.speaker, late.speaker]

    def test_are_never_stale(self, django_assert_num_queries: Any) -> None:
        one, two = factories.published(FIRST), factories.published(SECOND)
        assert len(recurring_phrases()) == 1
        with django_assert_num_queries(2):
            recurring_phrases()
        third = factories.published(FIRST, said_on="2025")
        assert recurring_phrases()[0].count == 3
        workflow.withdraw(record=third, by=None, reason="An error.")
        two.refresh_from_db()
        workflow.withdraw(record=two, by=None, reason="An error.")
        assert not recurring_phrases()
        assert one.is_published

    def test_follow_a_correction(self) -> None:
        one, _two = factories.published(FIRST, kind="written"), factories.published(SECOND)
        assert recurring_phrases()
        one.text = "We accept it all"
        one.save()
        workflow.edited(record=one, by=None, note="Misheard.")
        assert not recurring_phrases()

    def test_vanish_with_a_statement_that_is_withdrawn_at_this_moment(self) -> None:
        one, _two = factories.published(FIRST), factories.published(SECOND)
        recurring_phrases()
        kept = phrases.fingerprint(Statement.objects.published())
        workflow.withdraw(record=one, by=None, reason="An error.")
        cache.set(
            f"phrases-{phrases.fingerprint(Statement.objects.published())}",
            cache.get(f"phrases-{kept}"),
        )
        assert not recurring_phrases()

    def test_are_not_in_summaries_and_drafts(self) -> None:
        for _ in range(2):
            factories.published("", summary=FIRST, kind="reported")
            factories.draft(SECOND)
        assert not recurring_phrases()


@pytest.mark.django_db
class TestUses:
    def uses(self, phrase: str = "we do not deny", more: str = "") -> phrases.Uses:
        selection = StatementFilter(QueryDict(f'q="{phrase}"{more}'))
        assert selection.is_valid()
        return uses(selection.qs, parse(f'"{phrase}"'))

    def test_are_counted_by_claimant_in_the_order_of_their_first(self) -> None:
        speaker = factories.speaker()
        last = factories.published(SECOND, speaker=speaker, said_on="2024-12-12")
        middle = factories.published(FIRST, said_on="2023")
        first = factories.published(FIRST, speaker=speaker, said_on="2022-08-12")
        found = self.uses()
        assert (found.statements, found.first, found.last) == ([first, middle, last], first, last)
        assert [(user.claimant, user.count, user.first, user.last) for user in found.users] == [
            (speaker, 2, first, last), (middle.speaker, 1, middle, middle),
        ]  # fmt: skip

    def test_are_in_printed_words_only(self) -> None:
        event = factories.event("We do not deny, a conference")
        factories.published("Something else.", event=event, summary=FIRST)
        assert not self.uses().statements

    def test_count_in_the_original_words(self) -> None:
        one = factories.published("We never denied.", original_text=KHMER, original_language="km")
        assert self.uses(KHMER[:20]).statements == [one]

    def test_follow_the_other_filters(self) -> None:
        factories.published(FIRST, said_on="2022")
        late = factories.published(SECOND, said_on="2024")
        assert self.uses(more="&since=2023").statements == [late]

    def test_say_where_they_end(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(phrases, "MOST_READ", 1)
        monkeypatch.setattr(phrases, "MOST_SHOWN", 1)
        first = factories.published(FIRST, said_on="2020")
        assert not self.uses().is_bounded
        factories.published(SECOND, said_on="2021")
        assert (self.uses().statements, self.uses().is_bounded) == ([first], True)

    def test_count_beyond_those_that_are_shown(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(phrases, "MOST_SHOWN", 1)
        first = factories.published(FIRST, said_on="2020")
        factories.published(SECOND, said_on="2021")
        assert len(self.uses().statements) == 2
        assert [one.pk for one in self.uses().shown] == [first.pk]
