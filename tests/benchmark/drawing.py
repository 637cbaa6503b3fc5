"""The picture beside the report: bars of milliseconds on a logarithmic scale, light and dark."""

from collections.abc import Iterator
from html import escape
from math import ceil, floor, log10

from tests.benchmark.figures import ENGINES, Figures, shown

PAGES = ("timeline", "busy", "topic", "word-very", "word-rare", "deep")
WIDTH, LEFT, RIGHT, BAR, GAP, TOP = 760, 190, 70, 14, 18, 70
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1a1a1a }
.small { font-size: 11px; fill: #555 }
.rule { stroke: #ddd }
.s0 { fill: #0b5394 } .s1 { fill: #5b9bd5 } .s2 { fill: #8a8a8a }
.s3 { fill: #c27a2c } .s4 { fill: #e3b679 }
@media (prefers-color-scheme: dark) {
  .ground { fill: #16181b } text { fill: #eee } .small { fill: #aaa } .rule { stroke: #33373c }
  .s0 { fill: #6fb1ff } .s1 { fill: #3b78b8 } .s2 { fill: #9a9a9a }
  .s3 { fill: #e0913c } .s4 { fill: #8f6a36 }
}
"""


def drawing(figures: Figures) -> str:
    """An SVG of the largest size: for each page a bar for each server."""
    servers = dict(_servers(figures))
    groups = [(key, _bars(figures, key, servers)) for key in PAGES]
    groups = [(key, bars) for key, bars in groups if bars]
    times = [time for _key, bars in groups for _number, time in bars]
    low, high = floor(log10(min(times))), ceil(log10(max(times)))
    scale = Scale(low, max(high, low + 1))
    height = TOP + sum(len(bars) * BAR + GAP for _key, bars in groups) + 10
    title = f"Milliseconds of the median answer at {figures.largest:,} statements, logarithmic"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}">',
        f"<title>{escape(title)}</title>",
        f"<style>{STYLE}</style>",
        f'<rect class="ground" width="{WIDTH}" height="{height}" fill="#fff"/>',
        f'<text x="16" y="24">{escape(title)}</text>',
        *_legend(list(servers.values())),
        *_rules(scale, height),
        *_groups(figures, groups, scale),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


class Scale:
    """Milliseconds to a place between the margins, by powers of ten."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def place(self, time: float) -> float:
        share = (log10(time) - self.low) / (self.high - self.low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)


def _servers(figures: Figures) -> Iterator[tuple[str, str]]:
    for engine in figures.engines:
        yield engine, f"On Record, {ENGINES[engine]}"
    for name, words, _engine in figures.peers():
        yield name, words


def _bars(figures: Figures, key: str, servers: dict[str, str]) -> list[tuple[int, float]]:
    """Number of each server that was asked for the page, and its time."""
    times = [figures.median(figures.largest, server, key) for server in servers]
    return [(number, time) for number, time in enumerate(times) if time]


def _legend(names: list[str]) -> Iterator[str]:
    x = 16
    for number, name in enumerate(names):
        yield f'<rect class="s{number}" x="{x}" y="36" width="11" height="11"/>'
        yield f'<text class="small" x="{x + 16}" y="46">{escape(name)}</text>'
        x += 34 + 6 * len(name)


def _rules(scale: Scale, height: int) -> Iterator[str]:
    for power in range(scale.low, scale.high + 1):
        x = scale.place(10**power)
        yield f'<line class="rule" x1="{x:.1f}" x2="{x:.1f}" y1="{TOP - 4}" y2="{height - 8}"/>'
        yield f'<text class="small" x="{x + 3:.1f}" y="{TOP + 4}">{10**power:,} ms</text>'


def _groups(
    figures: Figures, groups: list[tuple[str, list[tuple[int, float]]]], scale: Scale
) -> Iterator[str]:
    y = TOP + 10
    for key, bars in groups:
        middle = y + len(bars) * BAR / 2 + 4
        words = escape(figures.title(key))
        yield f'<text x="{LEFT - 10}" y="{middle:.1f}" text-anchor="end">{words}</text>'
        for number, time in bars:
            yield from _bar(number, time, y, scale)
            y += BAR
        y += GAP


def _bar(number: int, time: float, y: int, scale: Scale) -> Iterator[str]:
    end = scale.place(time)
    yield (
        f'<rect class="s{number}" x="{LEFT}" y="{y}" width="{max(end - LEFT, 1):.1f}" '
        f'height="{BAR - 2}"/>'
    )
    yield f'<text class="small" x="{end + 4:.1f}" y="{y + 10}">{shown(time)}</text>'
