"""The archive, unpacked and read from its files, without a server and without a connection."""

import subprocess
import zipfile
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.conftest import environment, manage


@pytest.fixture(scope="module")
def unpacked(register: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with all that was in the archive of the demo register."""
    folder = copytree(register, tmp_path_factory.mktemp("archive") / "register")
    out = folder / "archive.zip"
    manage(environment(folder, 0), "archive", str(out), "--address", "http://localhost")
    with zipfile.ZipFile(out) as file:
        file.extractall(folder / "unpacked")
    return folder / "unpacked"


def test_sha256sum_finds_nothing_wrong(unpacked: Path) -> None:
    command = ["sha256sum", "--check", "--strict", "--quiet", "SHA256SUMS"]
    done = subprocess.run(  # noqa: S603  # a tool of the system
        command, cwd=unpacked, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


@pytest.mark.parametrize("width", [320, 1280])
def test_it_is_read_offline_in_a_browser(unpacked: Path, chromium: Browser, width: int) -> None:
    context = chromium.new_context(offline=True, viewport={"width": width, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("requestfailed", lambda request: complaints.append(request.url))
    page.goto((unpacked / "site" / "index.html").as_uri())
    expect(page.locator(".copy")).to_contain_text("A copy of http://localhost")
    page.get_by_role("navigation", name="Main").get_by_role("link", name="Statements").click()
    expect(page.get_by_role("heading", name="Statements", level=1)).to_be_visible()
    page.get_by_role("link", name="Next").click()
    expect(page.get_by_role("link", name="Previous")).to_be_visible()
    page.locator(".timeline a").first.click()
    expect(page.locator("main h1")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("document.fonts.size") >= 1
    font = page.locator("body").evaluate("body => getComputedStyle(body).color")
    assert font != "rgb(0, 0, 0)", "the style sheet was not found"
    page.locator("header .wordmark").click()
    assert page.url == (unpacked / "site" / "index.html").as_uri()
    assert not complaints
    context.close()
