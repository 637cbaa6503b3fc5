"""What an import says of itself."""

from types import SimpleNamespace

from sources.comparison import DELETE, EQUAL, INSERT, Part
from statements.importing.columns import Column
from statements.importing.report import (
    Difference,
    Outcome,
    Report,
    State,
    difference,
    same_values,
)

RECORD = SimpleNamespace(value="We will act now.")


def column(name: str) -> Column:
    return Column(name, lambda record: record.value)


def test_words_that_differ_are_shown_in_prose_and_whole_values_elsewhere() -> None:
    assert difference(column("text"), RECORD, "We will act soon.").parts == [
        Part(EQUAL, "We will act"), Part(DELETE, "now."), Part(INSERT, "soon."),
    ]  # fmt: skip
    assert difference(column("venue"), RECORD, "Kep") == Difference(
        "venue", [Part(DELETE, "We will act now."), Part(INSERT, "Kep")]
    )
    blanks = difference(column("text"), RECORD, "We  will act now.")
    assert [part.operation for part in blanks.parts] == [DELETE, INSERT]


def test_several_values_in_whatever_order() -> None:
    record = SimpleNamespace(value=["a", "b"])
    assert same_values(column("topics"), record, "b | a")
    assert not same_values(column("topics"), record, ["b"])


def test_what_changes_nothing_is_counted_only() -> None:
    report = Report()
    before = report.fingerprint
    report.add(Outcome(2, State.UNCHANGED, 7))
    assert (report.rows, report.counts["unchanged"], report.fingerprint) == (0, 1, before)
    report.add(Outcome(3, State.NEW))
    assert (report.rows, report.counts["new"]) == (1, 1)
    assert report.fingerprint != before
