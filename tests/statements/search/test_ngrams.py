from hypothesis import given
from hypothesis import strategies as st

from statements.search.analyser import analyse
from statements.search.ngrams import PHRASE, RUN, WORD, keys, runs, shared, windows

KHMER = "យើងមិនបដិសេធថាយើងមានបញ្ហានេះទេ"


def pieces(text: str, spans: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in spans]


def test_a_run_of_words_that_every_text_holds_says_nothing() -> None:
    found = analyse("It is what it is to them")
    assert not list(runs(found, RUN))
    assert len(list(windows(found, RUN))) == 4


def test_we_do_not_deny_is_one_run() -> None:
    assert list(runs(analyse("We do not deny"), RUN)) == [(0, 4)]


def test_a_run_of_khmer_is_counted_in_clusters() -> None:
    found = analyse(KHMER)
    assert next(iter(runs(found, PHRASE))) == (0, PHRASE.clusters)


def test_the_same_words_make_the_same_key() -> None:
    texts = ("We do not deny.", "we DO not denied")
    one, other = (list(keys(analyse(text), RUN)) for text in texts)
    assert one == other


def test_what_two_texts_share_is_marked_as_far_as_they_agree() -> None:
    text = "We do not deny that we have problems, and we work."
    other = "Of course we do not deny that we have a way to go."
    assert pieces(text, shared(text, [other], RUN)) == ["We do not deny that we have"]


def test_two_places_are_two_spans() -> None:
    text = "We never deny crimes. Others may. Cambodia fights traffickers daily."
    other = "Cambodia fights traffickers daily; we never deny crimes."
    assert pieces(text, shared(text, [other], RUN)) == [
        "We never deny crimes", "Cambodia fights traffickers daily",
    ]  # fmt: skip


def test_neighbouring_words_that_stand_apart_there_are_two_spans() -> None:
    assert pieces("unfair report", shared("unfair report", ["A report, unfair"], WORD)) == [
        "unfair", "report",
    ]  # fmt: skip


def test_khmer_that_is_shared_is_marked() -> None:
    text, other = f"ថ្ងៃនេះ{KHMER}", f"{KHMER}។"
    assert KHMER in "".join(pieces(text, shared(text, [other], RUN)))


@given(st.text(alphabet="ab .កខ", max_size=60), st.text(alphabet="ab .កខ", max_size=60))
def test_spans_are_in_order_and_apart(text: str, other: str) -> None:
    end = 0
    for start, stop in shared(text, [other], PHRASE):
        assert end <= start < stop <= len(text)
        end = stop
