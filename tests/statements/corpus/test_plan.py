from statements.corpus.plan import Plan


def test_a_part_of_the_corpus_has_the_same_chance_at_every_run() -> None:
    assert Plan(100, 1).rng("batch", 2).random() == Plan(100, 1).rng("batch", 2).random()


def test_another_seed_and_another_part_have_another_chance() -> None:
    chances = {Plan(100, seed).rng(part).random() for seed in (1, 2) for part in ("a", "b")}
    assert len(chances) == 4


def test_the_last_batch_need_not_be_full() -> None:
    assert [Plan(size, 1).batches for size in (1, 1_000, 1_001)] == [1, 1, 2]


def test_statements_are_entered_in_order_and_after_they_were_said() -> None:
    plan = Plan(1_000, 1)
    assert plan.entered(1) < plan.entered(2) < plan.entered(1_000)
    assert plan.entered(1_000) > "2025-03-31"


def test_a_large_corpus_has_two_thousand_speakers_and_six_hundred_positions() -> None:
    plan = Plan(1_000_000, 1)
    assert plan.speakers == 2_000
    assert 1_000_000 // plan.position_every == 600
    assert 1_000_000 // plan.figure_every == 200


def test_the_reason_in_the_history_tells_corpora_apart() -> None:
    assert len({Plan(10, 1).reason, Plan(10, 2).reason, Plan(20, 1).reason}) == 3
