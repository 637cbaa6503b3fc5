"""Long downloads under a server that ends a process which says nothing for its timeout."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


class Reporting:
    """A body that calls `report` with each part that is taken from it."""

    def __init__(self, body: Iterable[bytes], report: Callable[[], None]) -> None:
        self.body = body
        self.report = report

    def __iter__(self) -> Iterator[bytes]:
        for part in self.body:
            self.report()
            yield part

    def close(self) -> None:
        if hasattr(self.body, "close"):
            self.body.close()


def reporting(application: Application, report: Callable[[], None]) -> Application:
    """The application, reporting while it sends what is streamed. Files are sent as they are."""

    def application_reporting(
        environ: dict[str, Any], start_response: Callable[..., Any]
    ) -> Iterable[bytes]:
        body = application(environ, start_response)
        return Reporting(body, report) if getattr(body, "streaming", False) else body

    return application_reporting
