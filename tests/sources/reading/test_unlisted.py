from sources.reading.tokens import tokenize
from sources.reading.unlisted import common_nouns, in_domain, unlisted


def test_words_in_lower_case_behind_an_article_are_common_nouns() -> None:
    text = "The portreeve met a Dane."
    assert common_nouns(tokenize(text, [(0, len(text))], [])) == {"portreeve"}


def test_a_trade_initials_or_a_common_noun_before_a_whole_name_are_a_title() -> None:
    for text in ("Postmaster Sok Dara", "DIG Sok Dara", "Portreeve Sok Dara"):
        tokens = tokenize(text, [(0, len(text))], [])
        assert unlisted(tokens, 1, 3, {"portreeve"})
    for text in ("Nguyen Sok Dara", "Oliver Sok Dara", "Rajinder Sok Dara"):
        assert not unlisted(tokenize(text, [(0, len(text))], []), 1, 3, set())


def test_the_domain_of_an_office_is_no_part_of_the_name() -> None:
    text = "Minister of Works and Transport Sok Dara"
    tokens = tokenize(text, [(0, len(text))], [])
    assert in_domain(tokens, 4)
    text = "Father of Transport Sok Dara"
    assert not in_domain(tokenize(text, [(0, len(text))], []), 2)
