"""Which addresses are copied, and where to."""

import io
import zipfile
from pathlib import Path

import pytest
from django.http import HttpResponse

from statements.archiving.copying import Copy, CopyError, file_of, is_copied, static_file
from statements.archiving.package import EARLIEST, packing
from tests.statements.archiving.opened import BASE


def test_pages_places_and_versions_are_copied_and_selections_are_not() -> None:
    for address in (
        "/",
        "/a/?page=2",
        "/a/?after=2022-01-01_2022-01-01_7",
        "/a.svg",
        "/static/a.css",
    ):
        assert is_copied(address), address
    for address in (
        "/admin/", "/api/v1/", "/a.csv", "/healthz", "/s/1/embed/", "/a/?topic=b", "/a/?page=..%2F",
        "/a/?page=", "/s/1.png",
    ):  # fmt: skip
        assert not is_copied(address), address


def test_files_have_the_names_of_their_addresses() -> None:
    assert file_of("/") == "site/index.html"
    assert file_of("/a/b/?page=2") == "site/a/b/page=2/index.html"
    assert file_of("/static/site.css") == "site/static/site.css"


class FakeCopy(Copy):
    """A site of a few answers."""

    answers: dict[str, HttpResponse]

    def ask(self, address: str) -> HttpResponse:
        return self.answers[address]


def copied(**answers: HttpResponse) -> dict[str, str]:
    file = io.BytesIO()
    with packing(file, EARLIEST) as package:
        copy = FakeCopy(package, BASE, "")
        copy.answers = {f"/{name}/".replace("/home/", "/"): one for name, one in answers.items()}
        copy.add_from(["/"])
    with zipfile.ZipFile(file) as read:
        return {name: read.read(name).decode() for name in read.namelist()}


def test_what_moved_points_on_and_what_is_gone_points_to_the_site() -> None:
    moved = HttpResponse(status=301, headers={"Location": "/b/"})
    files = copied(
        home=HttpResponse("<a href='/a/#x'>a</a><a href='/c/'>c</a>"), a=moved,
        b=HttpResponse("<p>b"), c=HttpResponse(status=404),
    )  # fmt: skip
    assert files["site/index.html"].startswith('<a href="a/index.html#x">')
    assert 'url=../b/index.html"' in files["site/a/index.html"]
    assert files["site/b/index.html"] == "<p>b"
    assert f"{BASE}/c/" in files["site/c/index.html"]


def test_a_page_that_fails_ends_it() -> None:
    with pytest.raises(CopyError, match="/ answered 500"):
        copied(home=HttpResponse(status=500))


def test_static_files_and_the_fonts_they_name() -> None:
    seen: list[str] = []

    def lead(address: str) -> str:
        seen.append(address)
        return address

    assert b"font" in b"".join(static_file("/static/site.css", lead))
    assert seen == ["fonts/noto-sans-khmer.woff2"]
    assert Path("static/icon.svg").read_bytes() == b"".join(static_file("/static/icon.svg", lead))
    with pytest.raises(CopyError, match="collectstatic"):
        list(static_file("/static/none.css", lead))
