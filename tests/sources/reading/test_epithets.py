from sources.reading.epithets import ANYONE, BRIDES, EPITHETS, GROOMS, compounds


def test_joined_nouns_stand_for_a_person_too() -> None:
    joined = compounds(frozenset({"premier", "boxer"}))
    assert {"premier-designate", "premier-elect", "ex-boxer", "mother-of-two"} <= joined


def test_a_noun_has_one_gender_at_most() -> None:
    assert not BRIDES & GROOMS
    assert EPITHETS >= (BRIDES | GROOMS)
    assert not any(gender == "m" for noun, gender in ANYONE.items() if noun in BRIDES)
