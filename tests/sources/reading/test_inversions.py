from tests.sources.sentences import sentence


def after(text: str) -> str | None:
    found = sentence(text)
    verb = next(i for i, token in enumerate(found.tokens) if token.lower == "said")
    subject, _last = found.after(verb + 1)
    return subject.mention.who.name if subject.mention and subject.mention.who else None


def test_the_name_after_the_verb_is_the_subject() -> None:
    assert after("“No,” said Sok Dara, a farmer.") == "Sok Dara"
    assert after("“No,” said the works minister, Sok Dara.") == "Sok Dara"


def test_a_name_in_another_role_is_not() -> None:
    assert after("“No,” said a lawyer for Sok Dara.") is None
    assert after("“No,” said Sok Dara’s lawyer.") is None
    assert after("“No,” said the minister in a speech to Sok Dara.") is None


def test_a_remark_belongs_to_its_owner() -> None:
    found = sentence("Sok Dara’s reply was “no”.")
    owner = found.owner_before(found.pieces[0])
    assert owner is not None
    assert owner.mention is not None


def test_words_that_somebody_reports_are_not_their_owners() -> None:
    found = sentence("Lim Thida said Sok Dara’s words were “an insult”.")
    assert [frame.subject.at for frame in found.frames] == [0]


def test_a_noun_behind_what_describes_it_is_no_verb() -> None:
    found = sentence("She rejected the “natural disaster” label, saying no.")
    assert [frame.lemma for frame in found.frames] == ["reject", "say"]
