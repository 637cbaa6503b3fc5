import subprocess
import sys

import pytest

from sources import fetching
from sources.fetching import Fault, FetchError, Page, fetch
from tests.sources.servers import answer, leads_to, serving, stalls


def test_a_page_is_fetched_by_a_child(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MODULE", "tests.sources.admitting")
    with serving({"/": leads_to("/a"), "/a": answer(b"one\ntwo", Content_Type="text/plain")}) as at:
        assert fetch(at.at("/"), agent="R") == (Page(at.at("/a"), "text/plain", ""), b"one\ntwo")


def test_a_server_that_stalls_is_left_when_the_time_is_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetching, "MODULE", "tests.sources.admitting")
    monkeypatch.setattr(fetching, "SECONDS", 1.5)
    with serving({"/": stalls(b"HTTP/1.0 200 OK\r\n")}) as server:
        with pytest.raises(FetchError) as caught:
            fetch(server.at("/"), agent="Register")
        assert caught.value.fault == Fault.TIME
        assert server.asked


def test_what_connects_is_loaded_by_the_child_alone() -> None:
    code = "import sys, sources.fetching; sys.exit('requests' in sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)  # noqa: S603  # our own code
