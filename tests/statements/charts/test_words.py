from statements.charts.words import LONGEST_TITLE, lines_of, plain, short


def test_text_is_on_one_line_and_without_what_xml_cannot_hold() -> None:
    assert plain("a\x0b\x00b\n  c\ufffe ស្ត្រី 🙂") == "ab c ស្ត្រី 🙂"


def test_long_text_is_cut() -> None:
    assert len(plain("x" * 1000)) == LONGEST_TITLE
    assert short("Democratic Republic of the Congo") == "Democratic Republic…"


def test_a_label_is_set_in_the_middle_in_as_many_lines_as_fit() -> None:
    assert lines_of("Tier 1", 10, 44) == [(35, "Tier 1")]
    assert [line for _y, line in lines_of("Disputes as inaccurate", 0, 28)] == [
        "Disputes as",
        "inaccurate",
    ]
    assert len(lines_of("Disputes as inaccurate", 0, 16)) == 1
    assert lines_of("", 0, 44) == []
