from sources.reading.roles import Office, fits, gender_of, office


def read(words: str) -> Office:
    found = office(words.split())
    assert found
    return found


def test_one_office_has_several_words() -> None:
    assert fits(read("premier"), read("cambodian prime minister"))
    assert fits(read("spokeswoman"), read("ministry spokesperson"))
    assert fits(read("vice-chair"), read("permanent vice chairman"))
    assert fits(read("secretary of state"), read("interior secretary of state"))


def test_another_office_does_not_fit() -> None:
    assert not fits(read("minister"), read("prime minister"))
    assert not fits(read("governor"), read("deputy governor"))
    assert not fits(read("police spokesman"), read("ministry spokesman"))


def test_words_that_name_nobody_are_no_office() -> None:
    assert office(["the", "bridge"]) is None
    assert office([]) is None


def test_some_nouns_tell_a_gender() -> None:
    assert (gender_of(["spokeswoman"]), gender_of(["mr."]), gender_of(["minister"])) == (
        "f",
        "m",
        None,
    )


def test_a_county_boss_is_a_governor() -> None:
    assert fits(read("county boss"), read("governor"))
    assert not fits(read("county boss"), read("union boss"))


def test_gender_is_read_from_joined_nouns() -> None:
    assert [gender_of([word]) for word in ("ex-wife", "father-of-two", "pilot")] == ["f", "m", None]


def test_moods_say_nothing_about_an_office() -> None:
    assert fits(read("furious mayor"), read("mayor"))
    assert not fits(read("foreign minister"), read("minister"))


def test_a_chief_executive_has_three_names() -> None:
    held = office(["chief", "executive"])
    assert held is not None
    for words in (["ceo"], ["chief", "executive", "officer"]):
        asked = office(words)
        assert asked is not None
        assert fits(asked, held)
