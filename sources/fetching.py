"""One page from the outside, for an editor.

`fetch` starts `sources.retrieving` as a child process (`sources.confinement`) and waits no longer
than `SECONDS`. A timeout of a library counts from byte to byte; only the end of a process ends a
server that sends one byte a second, or a name that is never resolved.
"""

import json
from dataclasses import dataclass
from enum import StrEnum

from sources import confinement

SECONDS = 20.0  # for all of it: names, redirects, the page
MODULE = "sources.retrieving"


class Fault(StrEnum):
    """Why a page was not fetched."""

    ADDRESS = "address"
    FORBIDDEN = "forbidden"
    REDIRECTS = "redirects"
    STATUS = "status"
    TYPE = "type"
    SIZE = "size"
    UNREACHABLE = "unreachable"
    TIME = "time"


class FetchError(Exception):
    """A page was not fetched; `detail` is what the other side said, for some faults."""

    def __init__(self, fault: Fault, detail: str = "") -> None:
        self.fault, self.detail = fault, detail
        super().__init__(fault, detail)


@dataclass(frozen=True, slots=True)
class Page:
    """What was fetched: `url` after all redirects, the type and encoding that its server named."""

    url: str
    type: str
    charset: str


def fetch(url: str, *, agent: str) -> tuple[Page, bytes]:
    """Fetch a page of the public web by http or https. Raises FetchError.

    `agent` is what the register calls itself. HTML, PDF and plain text only, at most 10 MB.
    """
    given = json.dumps({"url": url, "agent": agent}).encode()
    try:
        head, _, data = confinement.run(MODULE, given, seconds=SECONDS).partition(b"\n")
    except confinement.OverrunError:
        raise FetchError(Fault.TIME) from None
    answer = json.loads(head)
    if "error" in answer:
        raise FetchError(Fault(answer["error"]), answer["detail"])
    return Page(**answer), data
