from pathlib import Path

import pytest

from tests.benchmark import memory


def test_the_file_of_a_database_is_told_by_its_address() -> None:
    assert memory.file_of("sqlite:////var/bench/corpus.sqlite3") == Path(
        "/var/bench/corpus.sqlite3"
    )


def test_who_may_not_lock_files_measures_without(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(memory, "may_lock", lambda: False)
    monkeypatch.setattr("subprocess.run", None)  # calling it would fail
    with memory.held([{"sqlite": f"sqlite:///{tmp_path}/a.db"}], [tmp_path / "b.db"]):
        assert not memory.may_lock()
