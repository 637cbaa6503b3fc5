"""The sets say what SQL says: over random registers, random filters and random edits."""

from collections.abc import Callable
from typing import Any

import pytest
from django.http import QueryDict
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase as HypothesisTestCase

from sources.models import Source
from statements import facets, grouping, workflow
from statements.filters import StatementFilter
from statements.models import ContentChange, Evidence, Function, Position, Stance, Statement, Topic
from statements.positions.counting import Resting
from statements.positions.facets import COUNTERS
from statements.positions.listing import positions_of
from statements.postings import selecting, worker
from statements.postings.checking import disagreements
from statements.postings.selecting import selection_of
from tests import factories
from tests.statements.postings.asking import miscounted

DATES = ("2022-08-12", "2022-08", "2022", "2014-06-30", "2014-07-01", "2014", "2009-12-31")
TEXTS = ("one two three", "two one", "three two one two", "ជួញដូរមនុស្ស", "ដូរមនុស្ស one")
CHOICES: dict[str, tuple[str, ...]] = {
    "q": (
        "one", "two", '"one two"', '"two one"', "-one", 'one -"one two"', "one -two", "four",
        "ដូរ", "ជួញដូរមនុស្ស",
    ),
    "speaker": ("ann", "bo"),
    "organisation": ("committee",),
    "topic": ("law", "aid", "none"),
    "stance": ("welcomes", "rejects"),
    "ranking": ("tip", "press"),
    "edition": ("2021", "2022"),
    "function": ("claim", "promise"),
    "kind": ("quotation", "paraphrase"),
    "verification": ("not-checked", "exact", "typographic"),
    "outlet": ("post", "times"),
    "country": ("KH", "TH"),
    "language": ("en", "km"),
    "event": ("forum",),
    "since": ("2014-07", "2022-08-13", "2010"),
    "until": ("2014-06-30", "2022", "2022-08-11"),
}  # fmt: skip
queries = st.dictionaries(
    st.sampled_from(sorted(CHOICES)),
    st.lists(st.integers(0, 99), min_size=1, max_size=2),
    max_size=4,
)


def asked(chosen: dict[str, list[int]]) -> StatementFilter:
    """A filter of choices by number; what may stand once is given once."""
    data = QueryDict(mutable=True)
    for name, numbers in chosen.items():
        values = [CHOICES[name][number % len(CHOICES[name])] for number in numbers]
        data.setlist(name, values[:1] if name in {"q", "since", "until"} else values)
    return StatementFilter(data)


def fill() -> None:
    """A small register in which every value occurs, and some statements have several."""
    thailand = factories.country("TH", "Thailand")
    speakers = [
        factories.speaker("Ann", slug="ann"),
        factories.speaker("Bo", slug="bo", country=thailand),
    ]
    topics = [factories.topic("Law", slug="law"), factories.topic("Aid", slug="aid")]
    outlets = [factories.outlet("Post", slug="post"), factories.outlet("Times", slug="times")]
    sources = [factories.source(outlet=outlet) for outlet in (*outlets, outlets[0])]
    event = factories.event("Forum", slug="forum")
    placements = [
        factories.placement(factories.ranking(slug.title(), slug=slug), year=year)
        for slug, year in (("tip", 2021), ("press", 2022), ("tea", 2022))
    ]
    for n in range(10):
        claimant: dict[str, Any] = {"speaker": speakers[n % 2]}
        if n == 7:
            claimant = {"organisation": factories.organisation("Committee", slug="committee")}
        statement = factories.draft(
            TEXTS[n % len(TEXTS)], said_on=DATES[n % len(DATES)], topics=topics[: n % 3],
            cite=sources[n % 3], event=event if n % 4 == 0 else None,
            kind="paraphrase" if n % 3 == 0 else "quotation",
            language="km" if n % 6 == 4 else "en", **claimant,
        )  # fmt: skip
        statement.functions.set(Function.objects.filter(code__in=("claim", "promise")[: n % 3]))
        if n % 2:
            statement.citations.create(source=sources[(n + 1) % 3])
        if n % 3 == 1:
            stance = ("welcomes", "rejects")[n // 3 % 2]
            factories.position(statement, stance, placement=placements[n // 3])
        if n < 9:
            workflow.publish(record=statement, by=None)


def corrected(statement: Statement, **fields: Any) -> None:
    for name, value in fields.items():
        setattr(statement, name, value)
    statement.save()
    workflow.edited(record=statement, by=None, note="As the source has it.")


def withdrawn(statement: Statement) -> None:
    workflow.withdraw(record=statement, by=None, reason="Said by nobody.")


def moved(statement: Statement) -> None:
    """A speaker moves to another country."""
    claimant = statement.claimant
    assert claimant
    claimant.country = factories.country("TH", "Thailand")
    claimant.save()
    workflow.edited(record=claimant, by=None)


def retopiced(statement: Statement) -> None:
    statement.topics.set(Topic.objects.filter(slug="aid"))
    corrected(statement)


def cited_again(statement: Statement) -> None:
    for source in Source.objects.exclude(citations__statement=statement)[:1]:
        statement.citations.create(source=source)
    corrected(statement)


def restanced(statement: Statement) -> None:
    for position in statement.positions.all():
        position.stance = Stance.objects.get(code="welcomes")
        position.save()
        workflow.edited(record=position, by=None)


def without_evidence(statement: Statement) -> None:
    for position in statement.positions.all():
        Evidence.objects.create(
            position=position, statement=Statement.objects.published().exclude(pk=statement.pk)[0]
        )
        position.evidence_rows.filter(statement=statement).delete()
        workflow.edited(record=position, by=None)


def position_withdrawn(statement: Statement) -> None:
    for position in Position.objects.published().filter(evidence=statement):
        workflow.withdraw(record=position, by=None, reason="Not their stance.")


EDITS: tuple[Callable[[Statement], None], ...] = (
    withdrawn,
    moved,
    retopiced,
    cited_again,
    restanced,
    without_evidence,
    position_withdrawn,
    lambda statement: corrected(statement, said_on="2022-09"),
    lambda statement: corrected(statement, summary="Four."),
    lambda statement: corrected(statement, kind="paraphrase", language="km"),
    lambda statement: corrected(statement, event=None),
)


class TestAgainstSQL(HypothesisTestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        fill()

    @settings(deadline=None, max_examples=15, suppress_health_check=[HealthCheck.too_slow])
    @given(
        st.lists(st.tuples(st.sampled_from(EDITS), st.integers(0, 99)), max_size=3),
        st.lists(queries, min_size=1, max_size=6),
    )
    def test_sets_counts_and_order_are_those_of_sql(
        self,
        edits: list[tuple[Callable[[Statement], None], int]],
        chosen: list[dict[str, list[int]]],
    ) -> None:
        worker.forget()
        worker.current()  # knows the register as it was: what changes, it must follow
        for edit, number in edits:
            statements = Statement.objects.published().order_by("pk")
            edit(statements[number % len(statements)])
        assert list(disagreements()) == []
        for choice in chosen:
            agrees(choice)
        following = worker.current()
        assert following
        assert list(miscounted(following)) == []


def agrees(choice: dict[str, list[int]]) -> None:
    """What the sets tell of a filter is what SQL tells, facets and order included."""
    by_sql = asked(choice)
    if not by_sql.is_valid():
        assert by_sql.errors.keys() == {"until"}, by_sql.errors  # before the beginning
        return
    selection = selection_of(asked(choice))
    assert selection
    order = list(by_sql.qs.newest_first().values_list("pk", flat=True))
    walk = selection.standing.places.walk
    assert list(walk(selection.found, newest_first=True)) == order, choice
    assert list(walk(selection.found, newest_first=False)) == order[::-1], choice
    sql, sets = facets.facets(by_sql), facets.facets(by_sql, selection=selection)
    assert [one.name for one in sets] == list(grouping.COUNTERS)
    assert sets == sql, choice
    positions_agree(choice)


def positions_agree(choice: dict[str, list[int]]) -> None:
    """The same for the positions that rest on what is selected."""
    by_sql, selection = asked(choice), selection_of(asked(choice))
    assert selection
    resting = Resting(selection)
    assert resting.ids == set(positions_of(by_sql).values_list("pk", flat=True)), choice
    sql = facets.facets(by_sql, counters=COUNTERS)
    sets = facets.facets(by_sql, counters=COUNTERS, selection=selection, count=resting.counts)
    assert sets == sql, choice


pytestmark = pytest.mark.django_db


class TestBounds:
    @pytest.fixture(autouse=True)
    def _few(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(selecting, "MOST_VERIFIED", 2)

    @pytest.fixture
    def days(self) -> list[int]:
        """Five statements with the words of the phrase, of which two hold the phrase."""
        texts = ("human rights", "rights human", "human rights", "rights human", "rights, human")
        days = ("2020-05-01", "2021-05-01", "2022-05-01", "2023-05-01", "2024-05-01")
        bo = factories.speaker("Bo", slug="bo")
        made = [
            factories.published(text, said_on=day, **({"speaker": bo} if day < "2022" else {}))
            for text, day in zip(texts, days, strict=True)
        ]
        return [statement.pk for statement in made]

    def test_a_page_looks_for_a_phrase_in_the_newest_texts_only_and_knows_since_when(
        self, days: list[int]
    ) -> None:
        selection = selection_of(StatementFilter(QueryDict('q="human rights"')))
        assert selection
        assert list(selection.found) == []
        assert str(selection.horizon) == "2023-05-01"

    def test_a_narrower_selection_is_searched_to_its_end(self, days: list[int]) -> None:
        selection = selection_of(StatementFilter(QueryDict('q="human rights"&speaker=bo')))
        assert selection
        assert list(selection.found) == [days[0]]
        assert selection.horizon is None
        assert list(selection.without("speaker")) == [days[0]]

    def test_what_is_taken_away_is_whole(self, days: list[int]) -> None:
        asked = StatementFilter(QueryDict('q="human rights"'))
        selection = selection_of(asked, whole=True)
        assert selection
        assert list(selection.found) == [days[0], days[2]]
        assert selection.horizon is None

    def test_an_excluded_phrase_is_bounded_alike(self, days: list[int]) -> None:
        selection = selection_of(StatementFilter(QueryDict('q=-"human rights"')))
        assert selection
        assert list(selection.found) == days[3:]
        assert str(selection.horizon) == "2023-05-01"


def test_a_selection_is_left_to_sql_where_the_postings_are_unknown() -> None:
    factories.published()
    ContentChange.objects.all().delete()
    assert selection_of(StatementFilter(QueryDict(""))) is None
