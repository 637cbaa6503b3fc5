import pytest

from statements.corpus.chain import Chain
from statements.ledger.book import FIRST, chained
from statements.ledger.content import sha256
from statements.ledger.proof import faults
from statements.models import LedgerEntry

ENTERED = [
    ("2012-01-01 00:00:00", "statements.topic", 1, "a" * 64),
    ("2012-01-02 00:00:00", "statements.topic", 2, "b" * 64),
]


def test_each_entry_is_bound_to_the_one_before() -> None:
    first, second = Chain().rows(ENTERED)
    names = [one.attname for one in LedgerEntry._meta.concrete_fields]
    one, two = dict(zip(names, first, strict=True)), dict(zip(names, second, strict=True))
    assert one["previous"] == FIRST
    assert two["previous"] == one["hash"]
    assert [one["number"], two["number"]] == [1, 2]


def test_a_chain_goes_on_where_it_ended() -> None:
    whole, parted = Chain(), Chain()
    at_once = list(whole.rows(ENTERED))
    assert at_once == [*parted.rows(ENTERED[:1]), *parted.rows(ENTERED[1:])]


@pytest.mark.django_db
def test_an_empty_ledger_begins_at_the_beginning() -> None:
    assert (Chain.read().number, Chain.read().previous) == (0, FIRST)


@pytest.mark.usefixtures("corpus")
@pytest.mark.django_db
def test_entries_have_the_hashes_that_the_ledger_would_give_them() -> None:
    last = LedgerEntry.objects.order_by("number").last()
    assert last is not None
    assert sha256(chained(last)) == last.hash == Chain.read().previous


@pytest.mark.usefixtures("corpus")
@pytest.mark.django_db
def test_the_ledger_is_whole() -> None:
    assert list(faults()) == []
