"""The numbers of a run, as they were kept, and the ratios between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

PAGE = 20  # rows on a page of ours, and so of the peers
ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


@dataclass(frozen=True)
class Figures:
    """Everything a run has measured. Absent numbers are None: not every run measures all."""

    kept: dict[str, Any]

    @property
    def sizes(self) -> list[int]:
        return sorted(int(size) for size in self.kept["sizes"])

    @property
    def largest(self) -> int:
        return self.sizes[-1]

    @property
    def smallest(self) -> int:
        return self.sizes[0]

    @property
    def engines(self) -> list[str]:
        return [engine for engine in ENGINES if engine in self.kept["engines"]]

    def of(self, size: int, *path: str) -> Any:
        """What was kept under these names for this size; None where nothing was."""
        found: Any = self.kept["sizes"][str(size)]
        for name in path:
            found = found.get(name) if found is not None else None
        return found

    def questions(self, size: int | None = None) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = self.of(size or self.largest, "questions")
        return found

    def keys(self, *kinds: str) -> list[str]:
        """The pages of these kinds; all of them where no kind is named."""
        return [one["key"] for one in self.questions() if one["kind"] in (kinds or one["kind"])]

    def title(self, key: str) -> str:
        titles = {one["key"]: one["title"] for one in self.questions()}
        return titles.get(key, key)

    def median(self, size: int, server: str, key: str) -> float | None:
        return self._reading(size, server, key, "median")

    def worst(self, size: int, server: str, key: str) -> float | None:
        return self._reading(size, server, key, "worst")

    def worked(self, size: int, server: str, key: str) -> float | None:
        return self._reading(size, server, key, "worked")

    def _reading(self, size: int, server: str, key: str, name: str) -> float | None:
        reading = self.of(size, "readings", server, key)
        return reading[name] if reading else None

    def times(self, size: int, peer: str, ours: str, key: str) -> float | None:
        """How many times as long as ours the peer takes for a page."""
        return ratio(self.median(size, peer, key), self.median(size, ours, key))

    def growth(self, engine: str, key: str) -> float | None:
        """How many times as long a page takes at the largest size as at the smallest, side by side.

        None where the smallest does not fill the page: then other pages would be compared.
        """
        found = self.found(self.smallest, key)
        if not self.kept["growth"] or (found is not None and found < PAGE):
            return None
        small, large = (
            self.kept["growth"][str(size)][engine].get(key, {}).get("median")
            for size in (self.smallest, self.largest)
        )
        return ratio(large, small)

    def found(self, size: int, key: str) -> int | None:
        """How many statements a list holds; None for other pages."""
        known = {one["key"]: one.get("matches") for one in self.questions(size)}
        return known.get(key)

    def peers(self) -> Iterator[tuple[str, str, str]]:
        """Name of each peer, its words, and the engine of ours that it is compared with."""
        if "sqlite" in self.engines:
            yield "datasette", "Datasette", "sqlite"
        for engine in self.engines:
            yield f"plain-{engine}", f"Plain list, {ENGINES[engine]}", engine


def ratio(numerator: float | None, denominator: float | None) -> float | None:
    return numerator / denominator if numerator is not None and denominator else None


def shown(number: float | None, unit: str = "") -> str:
    """A number with as many digits as it deserves, or a dash."""
    if number is None:
        return "–"
    digits = 0 if abs(number) >= 100 else 1 if abs(number) >= 10 else 2
    return f"{number:,.{digits}f}{unit}"
