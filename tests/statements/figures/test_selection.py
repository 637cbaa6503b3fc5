"""Which figures an address asks for."""

import pytest
from django.http import QueryDict
from pytest_django import DjangoAssertNumQueries

from statements.figures.selection import FigureSelection, loaded, newest
from statements.models import Figure
from tests import factories
from tests.statements.claims import claim, indicator

pytestmark = pytest.mark.django_db


def selection(query: str = "") -> FigureSelection:
    return FigureSelection("/figures/", QueryDict(query))


def values(query: str) -> list[int]:
    return sorted(int(one.value) for one in selection(query).figures)


def on_source(value: int, **source: object) -> Figure:
    """A public figure that rests on a source alone."""
    figure = claim(value, "2021")
    found = factories.source(**source)  # type: ignore[arg-type]
    Figure.objects.filter(pk=figure.pk).update(statement=None, source=found)
    figure.refresh_from_db()
    return figure


def test_without_parameters_every_public_figure() -> None:
    claim(1, "2021")
    on_source(2)
    claim(3, "2021", publish=False)
    assert values("") == [1, 2]


def test_those_whose_statement_is_in_the_selection() -> None:
    topic = factories.topic(slug="police")
    claim(1, "2021", of=factories.published("One.", topics=[topic], said_on="2022-08-12"))
    claim(2, "2021", of=factories.published("Two.", said_on="2024"))
    on_source(3)
    assert values("topic=police") == [1]
    assert values("q=two") == [2]
    assert values("until=2023&kind=quotation") == [1]


def test_those_on_a_source_where_claimant_and_source_fit() -> None:
    outlet = factories.outlet(slug="post")
    figure = on_source(1, outlet=outlet, published_on="2022-08", language="km")
    on_source(2)
    speaker = figure.speaker
    assert speaker is not None
    assert values(f"speaker={speaker.slug}") == [1]
    assert values(f"speaker={speaker.slug}&topic=none") == []
    assert values("since=2022-08-31&until=2022") == [1]
    assert values("language=km") == [1]
    assert values("country=KH") == [1, 2]
    assert values("outlet=post&since=2023") == []


def test_indicators_by_their_codes() -> None:
    claim(1, "2021")
    claim(2, "2021", indicator=indicator("victims"))
    claim(3, "2021", indicator=indicator("arrests"))
    assert values("indicator=victims&indicator=cases") == [1, 2]
    chips = selection("indicator=victims&indicator=cases&since=2020").chips
    assert {chip.value for chip in chips} == {"Victims", "Cases", "2020"}
    assert "/figures/?indicator=victims&since=2020" in {chip.remove for chip in chips}


@pytest.mark.parametrize("code", ["nothing", "hidden", "%FF", "1", "'"])
def test_an_unknown_or_hidden_indicator_is_named_and_nothing_shown(code: str) -> None:
    claim(1, "2021")
    claim(2, "2021", indicator=indicator("hidden"), publish=False)
    found = selection(f"indicator={code}&since=soon")
    assert {name for name, _text in found.errors} == {"indicator", "since"}
    assert found.http_status == 400
    assert not found.figures
    assert found.facets == []


def test_series_come_in_pairs_of_indicator_and_place() -> None:
    claim(1, "2021")
    claim(2, "2020")
    claim(3, "2021", place=None)
    claim(4, "2021", indicator=indicator("arrests"))
    found = selection()
    pairs = list(found.pairs)
    assert len(pairs) == 3
    claim(9, "2029", indicator=indicator("raids", "raids"))
    assert len(selection().pairs) == 4
    assert [len(one.points) for one in found.series(pairs)] == [1, 1, 2]
    assert [len(one.points) for one in found.series(pairs[:1])] == [1]
    assert found.series([]) == []


def test_the_choices_count_public_figures() -> None:
    claim(1, "2021")
    claim(2, "2021", publish=False)
    facets = {facet.name: facet for facet in selection("indicator=cases").facets}
    (option,) = facets["indicator"].options
    assert (option.value, option.count, option.selected) == ("cases", 1, True)
    assert len(facets["speaker"].options) == 1
    assert facets["organisation"].options == []


def test_what_has_no_control_is_carried() -> None:
    claim(1, "2021")
    assert selection("q=x&since=2020&indicator=cases&other=1").carried == [("q", "x")]
    assert "page" not in selection("q=x&page=2").twin("/figures.csv")


def test_loading_costs_the_same_for_many(
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for value in range(8):
        whole = claim(value, "2021")
        claim(value, "2021", part_of=whole, compared_with=whole)
    with django_assert_max_num_queries(8):
        for point in loaded(Figure.objects.published()):
            assert point.figure.statement
            assert point.figure.statement.get_absolute_url()
            assert point.figure.public_notes == []  # type: ignore[attr-defined]
            assert not point.whole or point.whole.indicator.label


def test_the_newest_periods_come_first_and_none_last() -> None:
    said = factories.published()
    for value, period in ((1, "2020"), (2, ""), (3, "2022")):
        claim(value, period, of=said)
    claim(4, "2023")
    found = newest("speaker", said.speaker_id or 0)
    assert [int(point.figure.value) for point in found] == [3, 1, 2]


def test_a_dossier_is_offered_unless_an_indicator_is_asked_for() -> None:
    claim(1, "2021", indicator=indicator("cases"))
    assert selection("since=2020").dossier_url == "/dossier/?since=2020"
    for query in ("", "since=2020&indicator=cases", "since=soon", "since=2020&indicator=unknown"):
        assert selection(query).dossier_url == "", query
