"""What of a statement can be found: the tokens of its entry, and its values.

Only what is public of it; what is not published must not be found either.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any

from sources.publication import Status
from statements.models import Alias, Citation, Statement
from statements.postings.terms import BORDER
from statements.postings.values import values_of
from statements.postings.writing import Entry
from statements.prepared import Prepared
from statements.search.analyser import tokens

_BATCH = 500  # entries made at a time
Row = dict[str, Any]

OWN = ("text", "original_text", "summary", "context")
PRINTED = ("role_as_printed", "attributed_as")
SPEAKER = ("speaker__name", "speaker__name_local")
ROLE = ("role__title", "role__title_local")
BODY = ("name", "name_local", "short_name")
BODIES = ("organisation", "role__organisation")
COLUMNS = (
    "pk", "speaker", *OWN, *PRINTED, *SPEAKER, *ROLE, "event__name",
    *[f"{body}__{name}" for body in BODIES for name in (*BODY, "other_names")],
    *[f"{whole}__status" for whole in ("speaker", *BODIES, "event")],
)  # fmt: skip
ROWS = Prepared(
    Statement.objects.published().using("default").order_by("pk").values_list(*COLUMNS), "pk"
)
ALIASES = Prepared(Alias.objects.using("default").values_list("speaker", "text"), "speaker")
TOPICS = Prepared(
    Statement.topics.through._default_manager.using("default")
    .filter(topic__status=Status.PUBLISHED)
    .order_by("topic__name")
    .values_list("statement", "topic__name", "topic__name_local"),
    "statement",
)
SOURCES = Prepared(
    Citation.objects.published()
    .using("default")
    .values_list("statement", "source__outlet__status", "source__outlet__name", "source__title"),
    "statement",
)


def entries_of(ids: Iterable[int]) -> Iterator[Entry]:
    """What the index is to hold of each of these statements that is published, by id.

    The number of queries for some hundreds is that for one.
    """
    remaining = iter(ids)
    while batch := list(islice(remaining, _BATCH)):
        rows = [dict(zip(COLUMNS, row, strict=True)) for row in ROWS.of(batch)]
        if rows:
            values = values_of(batch)
            for pk, fields in _found_by(rows):
                yield Entry(pk, joined(fields), frozenset(values[pk]))


def joined(fields: Iterable[str | None]) -> str:
    """The tokens of an entry with these fields, blank at both ends."""
    of_fields = (tokens(field) for field in fields if field)
    return " " + f" {BORDER} ".join(" ".join(field) for field in of_fields if field) + " "


def _found_by(rows: Sequence[Row]) -> Iterator[tuple[int, Iterator[str | None]]]:
    """The fields that each statement is found by."""
    ids = [row["pk"] for row in rows]
    speakers = {row["speaker"] for row in rows if row["speaker__status"] == Status.PUBLISHED}
    aliases = _by_owner(ALIASES.of(sorted(speakers)) if speakers else ())
    topics, sources = _by_owner(TOPICS.of(ids)), _by_owner(map(_named, SOURCES.of(ids)))
    for row in rows:
        of_speaker = aliases.get(row["speaker"], [])
        yield row["pk"], _fields(row, of_speaker, topics[row["pk"]], sources[row["pk"]])


def _named(row: Sequence[Any]) -> Sequence[Any]:
    """A source by its title, and by its outlet if that is published."""
    statement, status, outlet, title = row
    return (statement, outlet if status == Status.PUBLISHED else "", title)


def _by_owner(rows: Iterable[Sequence[Any]]) -> defaultdict[int, list[str]]:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for owner, *fields in rows:
        found[owner] += fields
    return found


def _fields(
    row: Row, aliases: list[str], topics: list[str], sources: list[str]
) -> Iterator[str | None]:
    yield from (row[name] for name in OWN)
    if _is_public(row, "speaker"):
        yield from (row[name] for name in SPEAKER)
        yield from aliases
    yield from (row[name] for name in (*ROLE, *PRINTED))
    for body in BODIES:
        if _is_public(row, body):
            yield from (row[f"{body}__{name}"] for name in BODY)
            yield from row[f"{body}__other_names"].splitlines()
    yield from topics
    if _is_public(row, "event"):
        yield row["event__name"]
    yield from sources


def _is_public(row: Row, whole: str) -> bool:
    return bool(row[f"{whole}__status"] == Status.PUBLISHED)
