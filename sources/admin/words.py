"""Words in which two texts differ, marked as left out and put in."""

from collections.abc import Iterable

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from sources.comparison import DELETE, EQUAL, INSERT, changes

MARKS = {EQUAL: "{}", DELETE: "<del>{}</del>", INSERT: "<ins>{}</ins>"}


def marked(parts: Iterable[tuple[str, str]], between: str = "") -> SafeString:
    """Parts of (operation, text) as HTML, with `between` between them."""
    return format_html_join(between, "{}", ((format_html(MARKS[op], text),) for op, text in parts))


def marked_changes(before: str, after: str) -> SafeString:
    """The words that `after` puts in and leaves out; empty if no word differs."""
    return marked(((part.operation, part.text) for part in changes(before, after)), between=" ")
