"""A download: its name, and the headers that every one carries."""

from collections.abc import Iterable, Iterator

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.text import slugify

PART = 65_536  # characters that are sent together
LONGEST_NAME = 100  # characters, so that every file system takes it


def file_name(name: str, extension: str) -> str:
    """A name of ASCII letters, digits, hyphens and underscores, such as `statements_km.csv`."""
    stem = slugify(name.removesuffix(f".{extension}"))[:LONGEST_NAME].strip("-_")
    return f"{stem or 'data'}.{extension}"


def parts(body: Iterable[str]) -> Iterator[bytes]:
    """The lines in UTF-8, so many at a time that sending them costs little."""
    waiting, size = [], 0
    for line in body:
        waiting.append(line)
        size += len(line)
        if size >= PART:
            yield "".join(waiting).encode()
            waiting, size = [], 0
    if waiting:
        yield "".join(waiting).encode()


def streamed(
    body: Iterable[str], *, name: str, extension: str, content_type: str
) -> StreamingHttpResponse:
    """An answer that is sent as it is made, and saved under this name."""
    response = StreamingHttpResponse(parts(body), content_type=f"{content_type}; charset=utf-8")
    as_download(response, name=name, extension=extension)
    return response


def as_download(
    response: HttpResponse | StreamingHttpResponse,
    *,
    name: str,
    extension: str,
    inline: bool = False,
) -> None:
    """Give the answer a safe name, and let nobody take it for anything but what it says it is.

    A browser saves it, or shows it where it is `inline`.
    """
    kind = "inline" if inline else "attachment"
    response["Content-Disposition"] = f'{kind}; filename="{file_name(name, extension)}"'
    response["X-Content-Type-Options"] = "nosniff"
