import pytest
from django.db import connection
from pyroaring import BitMap

from statements.models import Statement
from statements.postings import lookup, writing
from statements.postings.lookup import Candidates, candidates, settled
from statements.postings.writing import Entry
from statements.search.query import parse
from tests import factories

pytestmark = pytest.mark.django_db

TEXTS = (" human right ", " right human ", " human ring ", " k1 k2 k3 k4 ", " k2 k3 k4 k1 ")


@pytest.fixture
def ids() -> list[int]:
    """Entries with these texts, of statements that none of them says."""
    made = [factories.draft().pk for _ in TEXTS]
    values = frozenset({"kind=quotation"})
    writing.put(Entry(pk, text, values) for pk, text in zip(made, TEXTS, strict=True))
    return made


def looked_up(q: str, ids: list[int]) -> Candidates:
    return candidates(parse(q), BitMap(ids), "default")


def test_words_are_answered_by_postings_alone(ids: list[int]) -> None:
    found = looked_up("human -ring", ids)
    assert (list(found.fitting), list(found.doubtful)) == (ids[:2], [])
    assert list(settled(found, "default")) == ids[:2]


def test_a_phrase_leaves_doubts_which_the_texts_settle(ids: list[int]) -> None:
    found = looked_up('"human rights"', ids)
    assert list(found.doubtful) == ids[:2]
    assert list(settled(found, "default")) == ids[:1]


def test_of_an_excluded_phrase_only_what_holds_its_words_is_doubtful(ids: list[int]) -> None:
    found = looked_up('-"human rights"', ids)
    assert (list(found.fitting), list(found.doubtful)) == (ids, ids[:2])
    assert list(settled(found, "default")) == ids[1:]


def test_what_is_wanted_and_what_is_not_are_settled_together(ids: list[int]) -> None:
    assert list(settled(looked_up('"human rights" -ring', ids), "default")) == ids[:1]
    assert list(settled(looked_up('human -"human rights"', ids), "default")) == ids[1:3]


def test_only_statements_within_are_found(ids: list[int]) -> None:
    assert list(looked_up("human", ids[1:]).fitting) == [ids[1], ids[2]]
    narrowed = looked_up('-"human rights"', ids).within(BitMap(ids[:1]))
    assert (list(narrowed.fitting), list(narrowed.doubtful)) == (ids[:1], ids[:1])
    assert list(settled(narrowed, "default")) == []


def test_the_set_within_is_not_changed(ids: list[int]) -> None:
    within = BitMap(ids)
    settled(candidates(parse('-human -"right ring"'), within, "default"), "default")
    assert within == BitMap(ids)


def test_what_stands_in_no_text_is_not_found(ids: list[int]) -> None:
    assert list(looked_up("nowhere", ids).fitting) == []
    assert list(looked_up("-nowhere", ids).fitting) == ids


@pytest.mark.parametrize("chosen", [[], [0], [0, 2]])
def test_any_number_of_ids_can_be_asked_for(ids: list[int], chosen: list[int]) -> None:
    wanted = [ids[n] for n in chosen]
    rows = Statement.objects.filter(pk__in=lookup.subquery(wanted, "default"))
    assert set(rows.values_list("pk", flat=True)) == set(wanted)
    assert lookup.texts(wanted, "default") == {ids[n]: TEXTS[n] for n in chosen}


def test_long_tokens_are_stored_as_they_are(ids: list[int]) -> None:
    """What PostgreSQL compressed would cost more to read than to search."""
    tokens = f" {' '.join(f'k17{n % 50:02d}' for n in range(800))} "
    writing.put([Entry(ids[0], tokens, frozenset({"kind=quotation"}))])
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT max(pg_column_size(tokens)) FROM statements_searchentry")
            assert cursor.fetchone()[0] > len(tokens)
    assert lookup.texts(ids[:1], "default") == {ids[0]: tokens}
