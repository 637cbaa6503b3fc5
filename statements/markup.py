"""Pieces of HTML by format strings, for what a page holds hundreds of.

They are filled as by Django's `format_html`, every value escaped, at a fifth of its cost; a
template would cost ten times as much.
"""

from html import escape

from django.utils.html import conditional_escape

SPECIAL = "&<>\"'"
EDGE = "\x1f"  # stands between texts that are escaped together; seldom in one


class Markup:
    """A piece of HTML, which is escaped no more where templates and other pieces show it."""

    __slots__ = ("html",)

    def __init__(self, pattern: str, *values: object) -> None:
        """Fill the pattern, a literal of the program, with values that are text or pieces."""
        self.html = pattern.format(*map(_escaped, values))

    def __html__(self) -> str:
        return self.html

    def __bool__(self) -> bool:
        return bool(self.html)


class Sheet:
    """A long piece of HTML, put together from patterns and filled once, at the end.

    Its texts are escaped all together, so that a hundred cost hardly more than one.
    """

    __slots__ = ("patterns", "values")

    def __init__(self) -> None:
        self.patterns: list[str] = []
        self.values: list[str] = []

    def add(self, pattern: str, *values: str) -> None:
        """Put a pattern, a literal of the program with %s for each of the texts, at the end."""
        self.patterns.append(pattern)
        self.values += values

    def add_piece(self, piece: Markup) -> None:
        """Put a piece at the end that is HTML already."""
        self.patterns.append(piece.html.replace("%", "%%"))

    def markup(self) -> Markup:
        """All of it as one piece."""
        return _of("".join(self.patterns) % tuple(escaped(self.values)))


def escaped(texts: list[str]) -> list[str]:
    """The texts, each escaped."""
    whole = EDGE.join(texts)
    if not any(special in whole for special in SPECIAL):
        return texts
    found = escape(whole).split(EDGE)
    return found if len(found) == len(texts) else [escape(text) for text in texts]


def joined(pieces: list[Markup], between: Markup | str = "") -> Markup:
    """One piece of several, with `between` between them."""
    return _of(_escaped(between).join([piece.html for piece in pieces]))


def _of(html: str) -> Markup:
    whole = Markup.__new__(Markup)
    whole.html = html
    return whole


def _escaped(value: object) -> str:
    if type(value) is str:
        return escape(value)
    if isinstance(value, Markup):
        return value.html
    return conditional_escape(value)  # type: ignore[arg-type]  # a number, or what is safe already
