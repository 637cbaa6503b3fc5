import re

from tests.benchmark import sample
from tests.benchmark.goals import verdicts
from tests.benchmark.report import report, table


def test_a_table_is_markdown() -> None:
    assert table(("a", "b"), [("1", "2")]) == "| a | b |\n| --- | --: |\n| 1 | 2 |"


def test_every_row_of_every_table_is_as_long_as_its_head() -> None:
    for block in report(sample.run()).split("\n\n"):
        if block.startswith("|"):
            assert len({line.count("|") for line in block.splitlines()}) == 1, block


def test_goals_that_are_missed_are_marked() -> None:
    text, found = report(sample.run()), verdicts(sample.run())
    assert text.count("✗") == sum(not one.met for one in found) > 0
    assert text.count("✓") == sum(one.met for one in found)
    assert f"{text.count('✓')} of {len(found)} goals are met" in text


def test_a_smaller_run_says_that_the_goals_are_for_a_million() -> None:
    figures = sample.run()
    assert "The goals are set for" not in report(figures)
    del figures.kept["sizes"]["1000000"]
    assert "The goals are set for 1,000,000 statements." in report(figures)


def test_a_peer_stands_with_its_ratio() -> None:
    assert "600 (120×)" in report(sample.run())


def test_answers_that_missed_a_change_are_told() -> None:
    assert "54 of 56 answers counted it" in report(sample.run())


def test_the_picture_is_named_if_there_is_one() -> None:
    assert re.search(r"!\[[^]]+\]\(benchmark\.svg\)", report(sample.run(), "benchmark.svg"))
    assert "![" not in report(sample.run())
