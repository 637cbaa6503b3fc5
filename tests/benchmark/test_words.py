from tests.benchmark.words import Sample, khmer

TEXTS = [
    "the government said the ceasefire holds",
    "The Government said nothing",
    "government, peace and ceasefire",
    "rain",
    "rain again",
    "a hydrofoil",
]


def test_the_most_common_word_is_not_one_that_stands_nearly_everywhere() -> None:
    sample = Sample([f"this {text}" for text in TEXTS])
    assert sample.common() == ["government"]


def test_a_word_is_found_by_the_share_of_texts_in_which_it_stands() -> None:
    assert Sample(TEXTS).near(2 / 6)[0] in ("ceasefire", "rain", "said")


def test_the_nearest_words_come_first() -> None:
    words = Sample(TEXTS).near(1 / 6, 20)
    assert words.index("hydrofoil") < words.index("rain") < words.index("government")


def test_a_phrase_is_of_neighbours_that_are_common_enough() -> None:
    assert Sample(TEXTS).phrase(0.3, 0.6) == "government said"


def test_a_phrase_is_found_though_no_neighbours_are_common_enough() -> None:
    assert Sample(["hydrofoil zeppelin", "rain"]).phrase(0.9, 1) == "hydrofoil zeppelin"


def test_khmer_runs_are_of_so_many_clusters_and_the_most_frequent() -> None:
    texts = ["ព្រំដែន ថៃ", "ព្រំដែន", "ថៃ"]
    assert khmer(texts, 2) in "ព្រំដែន"
    assert khmer(texts, 3) == "ព្រំដែន"
    assert khmer(texts, 4) == ""
