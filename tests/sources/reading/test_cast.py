from sources.reading.cast import Person, fold, make_cast, words_of


def test_names_are_compared_without_accents_case_and_stops() -> None:
    assert words_of("H.E. Inés Đỗ") == ("h", "e", "ines", "do")
    assert fold("O’Neil") == "o'neil"


def test_every_part_of_a_name_may_stand_for_it() -> None:
    cast = make_cast([Person("Chou Bun Eng", ("Madam Eng",), "f")])
    assert {("chou", "bun", "eng"), ("madam", "eng")} <= set(cast.full)
    assert {("bun", "eng"), ("eng",), ("chou", "eng")} <= set(cast.short)


def test_titles_in_a_name_of_the_roster_are_optional() -> None:
    assert ("chak", "borith") in make_cast([Person("Lt. Gen. Chak Borith")]).full


def test_a_name_may_be_printed_the_other_way_round() -> None:
    cast = make_cast([Person("Sok Dara", (), "m"), Person("Thida Lim"), Person("Lim Thida")])
    assert cast.full["dara", "sok"] == cast.full["sok", "dara"]
    assert len(cast.full["lim", "thida"]) == 1


def test_an_alias_tells_a_title() -> None:
    assert make_cast([Person("Sok Dara", ("Kru Sok",), "m")]).titles == {"kru"}
