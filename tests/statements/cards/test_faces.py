import pytest

from statements.cards import faces

KHMER = "ប្រទេសកម្ពុជា"


def test_both_fonts_have_the_same_letters_and_their_widths() -> None:
    regular, bold = faces.advances(), faces.advances(bold=True)
    assert regular.keys() == bold.keys()
    for char in "Aé“”…Łźក្តែ៛":
        assert ord(char) in regular, char
    assert bold[ord("n")] > regular[ord("n")] > 0.5
    assert regular[ord("W")] > regular[ord("i")] * 2


def test_a_text_is_as_wide_as_its_letters() -> None:
    one = faces.width("n", 10)
    assert faces.width("nnnn", 20) == pytest.approx(8 * one)
    assert faces.width("nnnn", 20, bold=True) > faces.width("nnnn", 20)


def test_what_stands_above_and_below_a_khmer_letter_takes_no_room() -> None:
    assert faces.width("កិ", 10) == faces.width("ក", 10)
    assert faces.width("ក្ត", 10) == faces.width("ក", 10)
    assert faces.width("ក្រ", 10) > faces.width("ក", 10)  # stands in front
    assert faces.width(faces.INVISIBLE, 10) == 0


@pytest.mark.parametrize("text", ["我们", "Привет", "يتحدث"])
def test_letters_that_the_fonts_lack_are_not_left_out(text: str) -> None:
    assert faces.drawable(f"Tier 3: {text}") == ""


def test_signs_that_the_fonts_lack_are() -> None:
    assert faces.drawable("We 🙂act\x0b\x00 – now\u202e") == "We act – now"
    assert faces.drawable(KHMER) == KHMER


def test_khmer_is_known() -> None:
    assert faces.has_khmer(f"Yes: {KHMER}")
    assert not faces.has_khmer("“No” – 12")
