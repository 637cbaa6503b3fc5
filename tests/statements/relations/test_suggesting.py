"""Pairs that may be related: what is found, what is not, and that it does not flood."""

import datetime
from collections import Counter
from typing import Any

import pytest

from statements.relations.suggesting import (
    MOST_HOLDERS,
    MOST_PARTNERS,
    Said,
    Stand,
    Suggestion,
    by_event,
    by_stance,
    by_wording,
    suggestions,
)

FIRST = "We do not deny the assessment downgrade, but we do not accept it."
SECOND = "We do not deny that we have problems. Cambodia has never denied it."
KHMER = "យើងមិនបដិសេធថាយើងមានបញ្ហានេះទេ"


def said(pk: int, text: str = "", **fields: Any) -> Said:
    defaults: dict[str, Any] = {
        "claimant": f"speaker {pk}",
        "day": datetime.date(2000 + pk, 1, 1),
        "event": None,
        "sources": frozenset({pk}),
        "printed": (text,) if text else (),
    }
    return Said(pk, **{**defaults, **fields})


def stand(statement: int, side: str, year: int = 2022, **fields: Any) -> Stand:
    defaults: dict[str, Any] = {"claimant": "speaker 1", "placement": 1, "stance": side}
    return Stand(
        statement=statement, side=side, day=datetime.date(year, 1, 1), **{**defaults, **fields}
    )


def found(*suggested: Suggestion) -> list[tuple[int, int, str]]:
    return [(one.statement, one.target, one.kind) for one in suggested]


class TestMuchTheSameWording:
    def test_finds_what_two_speakers_say_years_apart_the_later_repeating(self) -> None:
        (one,) = by_wording([said(22, FIRST), said(24, SECOND), said(25, "Something else again.")])
        assert found(one) == [(24, 22, "repeats")]
        assert one.grounds == "“We do not deny”"

    def test_finds_it_in_khmer(self) -> None:
        pair = [said(1, f"{KHMER}។"), said(2, f"ថ្ងៃនេះ{KHMER}")]
        assert found(*by_wording(pair)) == [(2, 1, "repeats")]

    def test_of_one_claimant_at_one_event_is_the_same_remark(self) -> None:
        pair = [said(n, text, claimant="a", event=7) for n, text in ((1, FIRST), (2, SECOND))]
        assert found(*by_wording(pair)) == [(2, 1, "same-remark")]

    def test_passes_over_one_source(self) -> None:
        assert not list(by_wording([said(n, FIRST, sources=frozenset({9})) for n in (1, 2)]))

    def test_passes_over_what_only_an_editor_worded(self) -> None:
        assert not list(by_wording([said(n, summary=FIRST) for n in (1, 2)]))

    def test_passes_over_stock_phrases(self) -> None:
        many = [
            said(n, f"The kingdom of wonder number{chr(97 + n)}") for n in range(MOST_HOLDERS + 1)
        ]
        assert not list(by_wording(many))

    def test_what_several_hold_needs_more_in_common(self) -> None:
        filler = "abcdefgh"
        five = [said(n, f"We do not deny {filler[n] * 4}") for n in range(5)]
        assert not list(by_wording(five))
        assert len(list(by_wording(five[:4]))) == 6

    def test_gives_no_statement_too_many_partners(self) -> None:
        words = "Cambodia never refuses to prosecute anyone guilty of trafficking in this country"
        partners: Counter[int] = Counter()
        for one in by_wording([said(n, words) for n in range(MOST_HOLDERS)]):
            partners.update(one.pair)
        assert max(partners.values()) == MOST_PARTNERS


class TestOneEvent:
    def pair(self, **fields: Any) -> list[Said]:
        given = {"claimant": "a", "event": 7, **fields}
        return [
            said(1, summary="Says that assessments were inaccurate and unfair.", **given),
            said(2, summary="Calls all the assessments unfair.", **given),
        ]

    def test_finds_a_remark_in_several_sources_by_its_telling_words(self) -> None:
        (one,) = by_event(self.pair())
        assert found(one) == [(2, 1, "same-remark")]
        assert "“unfair" in one.grounds

    def test_passes_over_one_source(self) -> None:
        assert not list(by_event(self.pair(sources=frozenset({3}))))

    def test_passes_over_statements_without_an_event(self) -> None:
        assert not list(by_event(self.pair(event=None)))

    def test_passes_over_other_claimants(self) -> None:
        one, other = self.pair()
        assert not list(by_event([one, said(3, summary=other.summary, event=7)]))


class TestOppositeStances:
    def test_are_found_with_the_stances_as_grounds(self) -> None:
        stands = [stand(1, "for", 2010), stand(2, "against", 2022)]
        (one,) = set(by_stance(stands))
        assert found(one) == [(2, 1, "contradicts")]
        assert one.grounds == "for (2010) / against (2022)"

    @pytest.mark.parametrize(
        "other",
        [
            stand(2, "for"), stand(2, ""), stand(1, "against"),
            stand(2, "against", placement=2), stand(2, "against", claimant="speaker 2"),
        ],
    )  # fmt: skip
    def test_need_two_sides_of_one_claimant_on_one_placement(self, other: Stand) -> None:
        assert not list(by_stance([stand(1, "for"), other]))

    def test_are_paired_with_the_nearest_only(self) -> None:
        stands = [stand(n, "for", 1900 + n) for n in range(100)]
        stands += [stand(100 + n, "against", 1900 + n) for n in range(100)]
        assert len({one.pair for one in by_stance(stands)}) < 1_000


class TestAllRules:
    def test_suggest_a_pair_once(self) -> None:
        pair = [said(n, FIRST, claimant="a", event=7) for n in (1, 2)]
        stands = [stand(1, "for"), stand(2, "against")]
        assert [one.rule for one in suggestions(pair, stands)] == ["stance"]

    def test_suggest_only_statements_that_they_were_given(self) -> None:
        assert not list(suggestions([said(1)], [stand(1, "for"), stand(2, "against")]))

    def test_find_the_same_in_any_order(self) -> None:
        pair = [said(22, FIRST), said(24, SECOND)]
        assert set(suggestions(pair, [])) == set(suggestions(pair[::-1], []))
