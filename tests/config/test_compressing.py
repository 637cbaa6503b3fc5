"""Pages are packed as the browser wants them."""

import gzip

import brotli
import pytest
from django.http import HttpResponse, StreamingHttpResponse
from django.test import Client, RequestFactory

from config.compressing import Compress, reads_brotli
from tests import factories

TEXT = b"A statement. " * 100


def answer(accepted: str, made: object = None, path: str = "/") -> HttpResponse:
    response = made or HttpResponse(TEXT)
    request = RequestFactory().get(path, headers={"accept-encoding": accepted})
    return Compress(lambda _: response)(request)  # type: ignore[arg-type, return-value]


@pytest.mark.parametrize(
    ("accepted", "expected"),
    [("br", True), ("gzip, deflate, br, zstd", True), ("gzip, BR;q=0.5", True), ("br;q=1.0", True),
     ("gzip", False), ("", False), ("br;q=0", False), ("br; q=0.000", False), ("brx", False)],
)  # fmt: skip
def test_brotli_is_for_those_who_read_it(accepted: str, expected: bool) -> None:
    request = RequestFactory().get("/", headers={"accept-encoding": accepted})
    assert reads_brotli(request) is expected


def test_brotli_is_preferred() -> None:
    packed = answer("gzip, br")
    assert packed.headers["Content-Encoding"] == "br"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert packed.headers["Content-Length"] == str(len(packed.content))
    assert brotli.decompress(packed.content) == TEXT


def test_gzip_is_for_the_others() -> None:
    packed = answer("gzip")
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.content) == TEXT


def test_what_is_asked_for_plainly_comes_so_and_says_that_it_varies() -> None:
    plain = answer("")
    assert plain.content == TEXT
    assert "Content-Encoding" not in plain.headers
    assert plain.headers["Vary"] == "Accept-Encoding"


def test_what_is_streamed_is_still_streamed() -> None:
    packed = answer("br, gzip", StreamingHttpResponse(iter([TEXT, TEXT])))
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(b"".join(packed)) == TEXT * 2


@pytest.mark.parametrize(
    "made",
    [HttpResponse(TEXT, content_type="image/png"), HttpResponse(b"Short."),
     HttpResponse(TEXT, headers={"Content-Encoding": "x"})],
)  # fmt: skip
def test_what_would_gain_nothing_is_left_alone(made: HttpResponse) -> None:
    before = made.content, made.get("Content-Encoding")
    after = answer("br, gzip", made)
    assert (after.content, after.get("Content-Encoding")) == before


def test_an_editors_page_gets_no_length_that_can_be_compared() -> None:
    lengths = {len(answer("br, gzip", HttpResponse(TEXT), "/admin/").content) for _ in range(40)}
    assert len(lengths) > 1


@pytest.mark.django_db
def test_a_packed_page_is_the_page(client: Client) -> None:
    factories.published()
    plain = client.get("/statements/")
    packed = client.get("/statements/", headers={"accept-encoding": "br"})
    assert brotli.decompress(packed.content) == plain.content
    assert packed.headers["ETag"] == plain.headers["ETag"]
