"""A row of the drafting page: what it proposes, what it asks for, what it makes of the answers."""

from typing import Any

import pytest
from django.db import connection
from django.http import QueryDict
from django.test.utils import CaptureQueriesContext

from statements.admin.drafting_forms import NO_OFFICE, Choices, RowForm, joined_rows, rows
from statements.drafting import Article
from statements.models import Indicator, Role, Topic
from tests import factories
from tests.statements import article
from tests.statements.article import CANALS, KITES, TAILS, WASTE

pytestmark = pytest.mark.django_db

REPORT = "She said 2023"


@pytest.fixture
def found() -> Article:
    minister, _other = article.speakers()
    Role.objects.create(speaker=minister, title="Water minister", start="2020")
    Indicator.objects.create(code="gates", label="Gates", unit="pieces")
    factories.topic("Rivers")
    return article.proposed(article.captured())


def form(found: Article, words: str, **entered: Any) -> RowForm:
    """The row for these words: as proposed, or ticked and sent with what is entered."""
    one = article.of_words(found, words)
    choices, reading = Choices(found, found.found), found.reading
    empty = RowForm(found=one, choices=choices, reading=reading)
    if not entered:
        return empty
    sent = QueryDict(mutable=True)
    for field in empty:
        if field.name not in {"topics", "functions", "ticked"}:
            sent[field.html_name] = str(field.value() or "")
    for name, value in {"ticked": "on", **entered}.items():
        sent.setlist(empty.add_prefix(name), value if isinstance(value, list) else [value])
    return RowForm(sent, found=one, choices=choices, reading=reading)


def test_a_row_begins_unticked_with_what_the_article_tells(found: Article) -> None:
    row = form(found, CANALS)
    assert not row["ticked"].value()
    assert row["claimant"].value() == "Sok Phalla"
    assert str(row["said_on"].value()) == "2024-03-04"
    assert row["date_basis"].value() == "inferred"
    assert "As known that day: Water minister" in str(row["role"])


def test_nobody_is_proposed_where_nobody_is_known(found: Article) -> None:
    row = form(found, WASTE)
    assert row["claimant"].value() == ""
    assert "As known that day: –" in str(row["role"])


def test_no_summary_is_proposed(found: Article) -> None:
    assert not form(found, REPORT)["summary"].value()


def test_the_event_of_the_source_that_day_is_proposed(found: Article) -> None:
    held = factories.event("Opening", held_on="2024-03-04")
    factories.draft(event=held, cite=found.capture.source)
    factories.event("Elsewhere", held_on="2024-03-04")
    assert form(found, CANALS)["event"].value() == str(held)


def test_the_indicator_that_fits_a_figure_is_proposed(found: Article) -> None:
    gates = Indicator.objects.get(code="gates")
    row = form(found, REPORT)
    assert [one.field.value() for one in row.figures()] == ["", "", str(gates.pk)]
    assert not list(form(found, CANALS).figures())


def test_what_is_entered_is_what_is_drafted(found: Article) -> None:
    topic, body = Topic.objects.get(), factories.organisation("River Council")
    row = form(found, REPORT, claimant="river council", summary="Dykes.", topics=[str(topic.pk)])
    assert row.is_valid(), row.errors
    entry = row.entry()
    assert (entry.claimant, entry.summary, entry.topics) == (body, "Dykes.", [topic])
    assert entry.indicators == {2: Indicator.objects.get(code="gates")}
    assert entry.role is None


def test_the_office_follows_the_speaker_and_the_date(found: Article) -> None:
    known = form(found, CANALS, event="")
    assert known.is_valid()
    assert known.entry().role == Role.objects.get()
    earlier = form(found, CANALS, said_on="2019-01-01")
    assert earlier.is_valid()
    assert earlier.entry().role is None
    other = form(found, CANALS, claimant="Chann Vireakboth")
    assert other.is_valid()
    assert other.entry().role is None


def test_the_office_may_be_chosen_or_left_out(found: Article) -> None:
    role = Role.objects.get()
    for answer, held in ((str(role.pk), role), (NO_OFFICE, None)):
        row = form(found, CANALS, role=answer)
        assert row.is_valid()
        assert row.entry().role == held


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("claimant", ""), ("claimant", "Nobody"), ("claimant", "a\0b"), ("claimant", "x" * 400),
        ("said_on", "yesterday"), ("said_on", "\0"), ("date_basis", "guess"), ("role", "9999"),
        ("event", "No such event"), ("topics", ["abc"]), ("functions", ["9" * 30]),
        ("summary", "x" * 2_001), ("figure-2", "9" * 30),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_said_beside_its_field(
    found: Article, field: str, value: Any
) -> None:
    row = form(found, REPORT, **{"summary": "Dykes.", field: value})
    assert list(row.errors) == [field]


def test_a_report_needs_a_summary(found: Article) -> None:
    assert "summary" in form(found, REPORT, summary=" ").errors
    assert "summary" not in form(found, CANALS, summary=" ").errors


def test_what_is_not_ticked_is_not_looked_at(found: Article) -> None:
    row = form(found, CANALS, ticked="", claimant="Nobody")
    assert not row.errors
    assert row["claimant"].value() == "Nobody"


def test_a_refusal_is_shown_beside_the_field_it_is_about(found: Article) -> None:
    row = form(found, CANALS, event="")
    row.refuse({"speaker": ["No."], "value": ["Too large."], "": ["Late."]})
    assert row.errors["claimant"] == ["No."]
    assert row.non_field_errors() == ["Too large.", "Late."]


def test_rows_that_were_not_sent_are_as_proposed(found: Article) -> None:
    sent = form(found, CANALS, claimant="Nobody").data
    made = rows(sent, shown=found.found, choices=Choices(found, found.found), reading=found.reading)
    assert [row.is_bound for row in made] == [True, False, False, False]
    assert made[1]["claimant"].value() == "Sok Phalla"


def test_many_rows_need_no_more_queries_than_one(found: Article) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        made = rows(
            None, shown=found.found, choices=Choices(found, found.found), reading=found.reading
        )
        "".join(str(row) for row in made)
    assert len(queries) <= 9


# --- Quotations in pieces ---


@pytest.fixture
def pieces() -> Article:
    article.speakers()
    Indicator.objects.create(code="tails", label="Tails", unit="tails")
    return article.proposed(article.captured(article.IN_PIECES))


def page(found: Article, *ticked: str, apart: bool = False, **entered: str) -> list[RowForm]:
    """The rows of a page sent with some of them ticked and something entered in the first."""
    choices, sent = Choices(found, found.found), QueryDict(mutable=True)
    for row in rows(None, shown=found.found, choices=choices, reading=found.reading):
        for field in row:
            if field.name not in {"topics", "functions", "ticked"}:
                sent[field.html_name] = str(field.value() or "")
        if row.found.words in ticked:
            sent[row.add_prefix("ticked")] = "on"
        if apart:
            sent.pop(row.add_prefix("joined"), None)
    for name, value in entered.items():
        sent[f"{found.found[0].proposal.key}-{name}"] = value
    return rows(sent, shown=found.found, choices=choices, reading=found.reading)


def enter(row: RowForm, name: str, value: str) -> None:
    """Changes what was sent, before anybody has looked at it."""
    data: Any = row.data
    data[row.add_prefix(name)] = value


def test_only_a_piece_that_goes_on_with_another_can_be_joined(pieces: Article) -> None:
    found = rows(
        None, shown=pieces.found, choices=Choices(pieces, pieces.found), reading=pieces.reading
    )
    assert [row.may_join for row in found] == [False, True, False, True]
    assert [bool(row["joined"].value()) for row in found if row.may_join] == [True, True]


@pytest.mark.parametrize("ticked", [(KITES,), (TAILS,), (KITES, TAILS)])
def test_ticking_one_of_the_joined_ticks_them_all(pieces: Article, ticked: tuple[str]) -> None:
    sent = page(pieces, *ticked)
    assert [row.is_chosen for row in sent] == [True, True, False, False]
    assert [row.is_joined for row in sent] == [False, True, False, True]
    assert all(row.is_valid() for row in sent)
    (continued,) = sent[0].entry().continued
    assert continued.words == TAILS


def test_pieces_left_apart_are_rows_like_any_other(pieces: Article) -> None:
    sent = page(pieces, TAILS, apart=True)
    assert [row.is_chosen for row in sent] == [False, True, False, False]
    assert not any(row.is_joined for row in sent)
    assert sent[1].is_valid()
    assert not sent[1].entry().continued


def test_what_is_entered_for_the_first_counts_and_the_figures_of_all(pieces: Article) -> None:
    sent = page(pieces, KITES, claimant="Chann Vireakboth")
    enter(sent[1], "claimant", "Nobody")
    assert all(row.is_valid() for row in sent)
    decided = sent[0].entry()
    assert str(decided.claimant) == "Chann Vireakboth"
    (indicator,) = decided.indicators.values()
    assert indicator.code == "tails"


def test_a_wrong_figure_of_a_joined_piece_is_said(pieces: Article) -> None:
    sent = page(pieces, KITES)
    (number,) = sent[1].found.figures
    enter(sent[1], f"figure-{number}", "999")
    assert sent[1].errors


def test_what_was_not_sent_is_joined_to_nothing(pieces: Article) -> None:
    sent = page(pieces)
    choices = sent[0].choices
    data: Any = sent[0].data
    del data[sent[0].add_prefix("date_basis")]
    again = rows(data, shown=pieces.found, choices=choices, reading=pieces.reading)
    assert [len(together) for together in joined_rows(again)] == [1, 1, 2]
