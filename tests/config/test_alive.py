"""A download may take longer than the timeout of the server, as long as it sends."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.http import HttpResponse, StreamingHttpResponse

from config.alive import reporting


class Stream:
    """As much of a streaming answer as is asked of it."""

    streaming = True

    def __init__(self, parts: Iterator[bytes]) -> None:
        self.parts = parts

    def __iter__(self) -> Iterator[bytes]:
        return self.parts

    def close(self) -> None:
        self.parts.close()  # type: ignore[attr-defined]


def sent(body: Any, reports: list[int]) -> Iterable[bytes]:
    application = reporting(lambda environ, start: body, lambda: reports.append(1))
    return application({}, lambda *given: None)


def test_every_part_of_a_stream_is_reported_and_the_stream_closed() -> None:
    reports: list[int] = []
    closed: list[int] = []

    def parts() -> Iterator[bytes]:
        try:
            yield from (b"a", b"b", b"c")
        finally:
            closed.append(1)

    body: Any = sent(Stream(parts()), reports)
    stream = iter(body)
    assert next(stream) == b"a"
    assert len(reports) == 1
    body.close()
    assert closed == [1]
    reports.clear()
    assert b"".join(sent(StreamingHttpResponse(iter([b"a", b"b"])), reports)) == b"ab"
    assert len(reports) == 2


def test_what_is_not_streamed_is_left_as_it_is() -> None:
    response, reports = HttpResponse(b"a"), list[int]()
    assert sent(response, reports) is response
    assert not reports
