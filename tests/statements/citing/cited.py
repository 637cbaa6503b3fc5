"""Works to cite, and what reads citations back."""

import datetime
import re
from typing import Any

from sources.dates import PartialDate
from statements.citing.names import Name
from statements.citing.works import Original, Work

TODAY = datetime.date(2026, 11, 22)
HOSTILE = r'100% of $5 & #1_a^b~c {x} \textbf "y" | }} ]] <b> @misc{z,'
# The inverse of the escapes, written anew.
UNESCAPED = (
    (r"\textbraceleft{}", "{"), (r"\textbraceright{}", "}"), (r"\textasciicircum{}", "^"),
    (r"\textasciitilde{}", "~"), (r"\textbackslash{}", "\\"),
)  # fmt: skip


def original(**fields: Any) -> Original:
    known: dict[str, Any] = {
        "title": "Ministry lauds work",
        "outlet": "The Post",
        "kind": "article",
        "locator": "paragraph 3",
        "url": "https://post.example/a",
        "published_on": PartialDate.parse("2022-08"),
        "archive_url": "https://archive.example/a",
        "archived_on": datetime.date(2022, 8, 13),
    }
    return Original(**{**known, **fields})


def work(**fields: Any) -> Work:
    """A statement by a Cambodian, dated to the day."""
    known: dict[str, Any] = {
        "key": "on-record-17-3",
        "title": "“We will act.”",
        "form": "Quotation",
        "number": "statement 17, revision 3",
        "register": "On Record",
        "url": "https://record.example/s/17/?revision=3",
        "accessed": TODAY,
        "author": Name("Chou Bun Eng", "Chou", "Bun Eng"),
        "role": "Secretary of State",
        "said_on": PartialDate.parse("2022-08-12"),
        "language": "en",
        "version": 3,
        "originals": (original(),),
    }
    return Work(**{**known, **fields})


def selection(**fields: Any) -> Work:
    """A list as it is filtered."""
    known: dict[str, Any] = {
        "key": "on-record-2026-11-22",
        "title": "Statements; Topic: Prevention",
        "form": "Data set",
        "number": "12 statements",
        "register": "On Record",
        "url": "https://record.example/statements/?topic=prevention",
        "accessed": TODAY,
    }
    return Work(**{**known, **fields})


def unescaped(text: str) -> str:
    """What LaTeX would print of an escaped text."""
    pattern = "|".join(re.escape(one) for one, _ in UNESCAPED) + r"|\\([$&#%_])"
    known = dict(UNESCAPED)
    return re.sub(pattern, lambda found: known.get(found[0]) or found[1], text)
