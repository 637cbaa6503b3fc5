from sources.reading.body import body_span, paragraphs


def kinds(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.kind) for one in paragraphs(text)]


PROSE = "The boats left the harbour early on Monday."
MORE = "Nobody on the quay had been told of it."


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The boats left the harbour early on\nMonday, and nobody on the quay had been\ntold of it."
    )
    assert [kind for _text, kind in kinds(text)] == ["body"]


def test_long_lines_are_paragraphs_without_empty_lines_between() -> None:
    line = (
        "The boats left the harbour early, and nobody on the quay had been told of it at all. " * 2
    )
    assert len(kinds(f"{line}\n{line}\n{line}")) == 3


def test_a_line_without_a_full_stop_is_a_headline() -> None:
    assert kinds(f"Boats leave early\n\n{PROSE}") == [
        ("Boats leave early", "headline"),
        (PROSE, "body"),
    ]


def test_a_caption_ends_in_a_credit_or_repeats_a_sentence() -> None:
    repeated = f"{PROSE} RGU"
    text = f"Boats at the quay on Monday. AFP\n\n{repeated}\n\n{PROSE}\n\n{MORE}"
    assert [kind for _text, kind in kinds(text)] == ["caption", "caption", "body", "body"]


def test_a_box_of_other_stories_runs_to_the_end() -> None:
    text = f"{PROSE}\n\nMOST VIEWED\n\n• A title\n\n{MORE}\n\n{MORE}"
    assert [kind for _text, kind in kinds(text)] == ["body", *["furniture"] * 4]


def test_the_article_goes_on_after_a_box_in_its_middle() -> None:
    text = f"{PROSE}\n\nRELATED STORIES\n\n• One title\n• Another\n\n{MORE}\n\n{MORE}"
    assert [kind for _text, kind in kinds(text)][-2:] == ["body", "body"]


def test_the_body_runs_from_the_first_to_the_last_own_paragraph() -> None:
    text = f"Boats leave\n\n{PROSE}\n\nRead more: Ships stay\n\n{MORE}\n=FRESH NEWS"
    start, end = body_span(paragraphs(text))
    assert text[start:end].startswith(PROSE)
    assert text[start:end].endswith(MORE)


def test_a_text_without_a_body_has_an_empty_span() -> None:
    assert body_span(paragraphs("")) == (0, 0)


def test_prose_with_quotations_goes_on_after_a_list_of_headlines() -> None:
    titles = "A mine reopens as a museum of coal\n\nFive walks to take"
    end = f"{MORE}\n\n“The quay was empty and the sea was flat,” the pilot sighed."
    text = f"{PROSE}\n\nMOST VIEWED\n\n{titles}\n\n{end}"
    assert [kind for _text, kind in kinds(text)] == ["body", *["furniture"] * 3, "body", "body"]
    comments = text.replace("MOST VIEWED", "COMMENTS")
    assert [kind for _text, kind in kinds(comments)] == ["body", *["furniture"] * 5]


def test_headlines_in_marks_under_words_in_capitals_are_other_stories() -> None:
    titles = "“Dancer joins the Kampot ferry crew”\n\n“Ferry cook retires after forty long years”"
    for heading in ("MOST READ IN SHIPPING", "SHIPPING EXTRA"):
        found = kinds(f"{PROSE}\n\n{MORE}\n\n{heading}\n\n{titles}")
        assert [kind == "body" for _text, kind in found] == [True, True, False, False, False]
