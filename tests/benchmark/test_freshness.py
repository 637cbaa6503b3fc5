from tests.benchmark.freshness import number_of


def test_the_count_of_a_page_is_read_whatever_parts_its_thousands() -> None:
    assert number_of(b'<p class="count" id="count">9,417 statements</p>') == 9417
    assert number_of(b'<p class="count" id="count">12 statements</p>') == 12


def test_a_page_without_a_count_is_told_apart_from_one_with_none() -> None:
    assert number_of(b'<p class="count" id="count">0 statements</p>') == 0
    assert number_of(b"<p>400</p>") == -1
