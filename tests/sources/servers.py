"""Servers on this machine for the tests of fetching, and the check that admits one of them."""

import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from requests_hardened import ip_filter_adapter

from sources import retrieving

Answer = Callable[["Handler"], None]


class Handler(BaseHTTPRequestHandler):
    """Answers by the path; what no path has is 404."""

    server: "Server"

    def do_GET(self) -> None:
        self.server.asked.append((self.path, dict(self.headers)))
        self.server.answers.get(self.path, text("no such page", status=404))(self)

    def log_message(self, *args: Any) -> None:
        pass


class Server(ThreadingHTTPServer):
    """`asked` holds the path and headers of each request; `over` is set when the test is."""

    daemon_threads = True
    block_on_close = False

    def __init__(self, answers: Mapping[str, Answer]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answers = answers
        self.asked: list[tuple[str, dict[str, str]]] = []
        self.over = threading.Event()

    def handle_error(self, *args: Any) -> None:
        """The client hung up, as it should when it has had enough."""

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    def at(self, path: str) -> str:
        return f"http://127.0.0.1:{self.port}{path}"


@contextmanager
def serving(answers: Mapping[str, Answer]) -> Iterator[Server]:
    with Server(answers) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield server
        finally:
            server.over.set()
            server.shutdown()
            thread.join()


def answer(body: bytes, *, status: int = 200, **headers: str) -> Answer:
    """An answer with a body and headers; in their names `_` stands for a hyphen."""

    def send(handler: Handler) -> None:
        handler.send_response(status)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(body)

    return send


def text(words: str, *, status: int = 200, **headers: str) -> Answer:
    return answer(words.encode(), status=status, **{"Content_Type": "text/plain", **headers})


def leads_to(url: str, **headers: str) -> Answer:
    return answer(b"", status=302, Location=url, **headers)


def stalls(first: bytes) -> Answer:
    """Sends some bytes and then nothing more, without hanging up, until the test is over."""

    def send(handler: Handler) -> None:
        handler.wfile.write(first)
        handler.wfile.flush()
        handler.server.over.wait()

    return send


def admit(port: int, put: Callable[[Any, str, Any], None]) -> None:
    """Swap the check of addresses for one that admits, beside the public net, this one server."""
    checked, public = ip_filter_adapter.filter_host, retrieving.is_public

    def filter_host(host: str, at: int, *, allow_loopback: bool) -> str:
        return str(checked(host, at, allow_loopback=at == port))

    def is_public(address: str, at: int) -> bool:
        return (address, at) == ("127.0.0.1", port) or public(address, at)

    put(ip_filter_adapter, "filter_host", filter_host)
    put(retrieving, "is_public", is_public)
