import pytest

from sources.reading.describing import describes


@pytest.mark.parametrize(
    "word",
    ["Tearful", "Furious", "Rain-soaked", "Mum-of-four", "Jazz-lover", "Beekeeper", "EX-BOXER"],
)
def test_a_describing_word_is_no_part_of_a_name(word: str) -> None:
    assert describes(word, opens=True)


@pytest.mark.parametrize(
    "word", ["Nguyen", "Yu-ching", "El-Sayed", "Jae-in", "Walter", "Adrian", "Kim"]
)
def test_a_name_is_kept(word: str) -> None:
    assert not describes(word, opens=True)


def test_a_plain_adjective_describes_only_at_the_beginning() -> None:
    assert not describes("Happy", opens=False)
    assert describes("Happy", opens=True)
