"""A real server with the demo register, and a headless browser that hears every complaint."""

import fcntl
import os
import secrets
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, Request, expect, sync_playwright

from tests.browser.contexts import PATIENCE, Contexts, first_page
from tests.browser.desk import give_password

ROOT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium-headless-shell")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--renderer-process-limit=1",  # a page of a context that is there starts no process
]
REFUSAL = "the server responded with a status of 4"  # Chromium's words
# What htmx says when a choice overtakes the one before, whose answer nobody waits for any more.
REPLACED = ("htmx:sendAbort", "htmx:afterRequest")
expect.set_options(timeout=PATIENCE)

Open = Callable[..., Page]
LogIn = Callable[..., Page]


def environment(folder: Path, port: int) -> dict[str, str]:
    """What the server may know: nothing of the caller's settings."""
    kept = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    return kept | {
        "DATABASE_URL": f"sqlite:///{folder / 'register.sqlite3'}",
        "SECRET_KEY": secrets.token_urlsafe(48),
        "PORT": str(port),
        "WEB_CONCURRENCY": "2",
    }


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def manage(env: dict[str, str], *words: str) -> None:
    command = [sys.executable, "manage.py", *words]
    done = subprocess.run(  # noqa: S603  # the project's own commands
        command, cwd=ROOT, env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"manage.py {' '.join(words)}: {done.stdout}{done.stderr}"


@pytest.fixture(scope="package")
def register(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """A folder with the demo register, for each server to copy; static files are in their place.

    Whichever process comes first makes it for all of them.
    """
    own = tmp_path_factory.getbasetemp()
    folder = (own if worker_id == "master" else own.parent) / "register"
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            made = tmp_path_factory.mktemp("register")
            for words in (["migrate"], ["load_demo"], ["collectstatic", "--noinput"]):
                manage(environment(made, 0), *words, "--verbosity", "0")
            made.rename(folder)
    return folder


def serve(folder: Path) -> Iterator[str]:
    """The address of a server on the register in this folder, as long as it is wanted."""
    env = environment(folder, free_port())
    command = [sys.executable, "-m", "gunicorn", "--config", "config/gunicorn.py", "config.wsgi"]
    with (
        (folder / "server.log").open("wb") as log,
        subprocess.Popen(  # noqa: S603  # our own server
            command, cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=log
        ) as server,
    ):
        try:
            assert server.stdout is not None
            assert server.stdout.readline(), (folder / "server.log").read_text()  # it is ready
            yield f"http://127.0.0.1:{env['PORT']}"
        finally:
            server.terminate()


@pytest.fixture(scope="package")
def site(register: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A register that no test changes."""
    yield from serve(copytree(register, tmp_path_factory.mktemp("site") / "register"))


@pytest.fixture(scope="module")
def desk(register: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A register of their own for tests that write, since what they publish changes every count."""
    yield from serve(copytree(register, tmp_path_factory.mktemp("desk") / "register"))


@pytest.fixture(scope="package")
def chromium() -> Iterator[Browser]:
    if not CHROMIUM.exists():
        missing = "chromium-headless-shell libatomic1"
        pytest.fail(f"{CHROMIUM} is missing. Please run: sudo apt-get install {missing}")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


class Witness:
    """Hears what the pages of one test complain about, and what they ask of others."""

    def __init__(self, base_url: str) -> None:
        self.base_url = base_url
        self.refusals_expected = False  # of pages; a missing static file is never expected
        self.complaints: list[str] = []

    def attend(self, page: Page) -> None:
        page.on("console", self.hear)
        page.on("pageerror", lambda error: self.complaints.append(f"{page.url}: {error}"))
        page.on("request", self.see)

    def hear(self, message: ConsoleMessage) -> None:
        url = message.location["url"]
        page_refused = REFUSAL in message.text and not url.startswith(f"{self.base_url}/static/")
        expected = (self.refusals_expected and page_refused) or message.text.startswith(REPLACED)
        if message.type in {"error", "warning"} and not expected:
            self.complaints.append(f"{url}: {message.text}")

    def see(self, request: Request) -> None:
        if not request.url.startswith((f"{self.base_url}/", "data:", "about:", "blob:")):
            self.complaints.append(f"asked of another origin: {request.url}")


@pytest.fixture(scope="package")
def contexts(chromium: Browser) -> Contexts:
    return Contexts(chromium)


def browsing(contexts: Contexts, base_url: str) -> Iterator[Open]:
    """Opens pages of new visitors; at the end no page may have complained of anything."""
    witness, lent = Witness(base_url), []

    def open_page(
        path: str = "",
        *,
        refused: bool = False,
        storage_state: dict[str, Any] | None = None,
        **options: Any,
    ) -> Page:
        options["base_url"] = base_url
        context = contexts.lend(**options)
        lent.append((context, options))
        page = first_page(context, base_url, storage_state)
        witness.attend(page)
        context.on("page", witness.attend)  # pop-ups too
        witness.refusals_expected |= refused
        if path:
            page.goto(path)
        return page

    yield open_page
    for context, options in lent:
        context.remove_listener("page", witness.attend)
        contexts.take_back(context, **options)
    assert not witness.complaints, "\n".join(witness.complaints)


@pytest.fixture
def browse(contexts: Contexts, site: str) -> Iterator[Open]:
    """Reads the register that no test changes."""
    yield from browsing(contexts, site)


@pytest.fixture
def browse_desk(contexts: Contexts, desk: str) -> Iterator[Open]:
    """Reads and writes the register of the tests that write."""
    yield from browsing(contexts, desk)


@pytest.fixture(scope="module")
def sessions() -> dict[str, Any]:
    """The cookies of whoever has logged in to that register already, by user name."""
    return {}


@pytest.fixture
def log_in(browse_desk: Open, sessions: dict[str, Any]) -> LogIn:
    """Gives the browser of one of the demo's people, on the first page of the admin."""

    def logged_in(name: str, **options: Any) -> Page:
        page = browse_desk("/admin/", storage_state=sessions.get(name), **options)
        if name not in sessions:
            give_password(page, name)
        expect(page.locator("#user-tools")).to_contain_text(name, ignore_case=True)
        sessions[name] = page.context.storage_state()
        return page

    return logged_in
