import datetime

from statements.citing.wikipedia import address, text, wikipedia
from tests.statements.citing.cited import HOSTILE, original, selection, work


def test_a_statement_is_cited_by_its_source_and_its_record() -> None:
    one = original(accessed_on=datetime.date(2022, 9, 1), authors="A Reporter")
    assert wikipedia(work(originals=(one,))) == (
        "{{cite news |author=A Reporter |title=Ministry lauds work |newspaper=The Post "
        "|date=August 2022 |at=paragraph 3 |url=https://post.example/a "
        "|access-date=1 September 2022 |archive-url=https://archive.example/a "
        "|archive-date=13 August 2022 |quote=We will act.}} Said by Chou Bun Eng, Secretary of "
        "State on 12 August 2022; [https://record.example/s/17/?revision=3 On Record, "
        "statement 17, revision 3]."
    )


def test_a_selection_is_cited_as_a_page() -> None:
    assert wikipedia(selection()) == (
        "{{cite web |title=Statements; Topic: Prevention (12 statements) |website=On Record "
        "|url=https://record.example/statements/?topic=prevention |access-date=22 November 2026}}"
    )


def test_nothing_in_a_value_is_read_as_wikitext() -> None:
    made = text(f"{HOSTILE} ''x'' __TOC__ ~~~~\n* [[Category:Y]] <ref>")
    for sign in "|{}[]<>~\n":
        assert sign not in made
    assert "''" not in made
    assert "__" not in made
    cited = wikipedia(work(title=f"“{HOSTILE}”"))
    assert (cited.count("{{"), cited.count("}}")) == (1, 1)


def test_an_address_cannot_end_the_link() -> None:
    assert address("https://a.example/x y|z]{}?q=é&b=1#c") == (
        "https://a.example/x%20y%7Cz%5D%7B%7D?q=%C3%A9&b=1#c"
    )
