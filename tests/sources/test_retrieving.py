import gzip
import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest

from sources.fetching import Fault, FetchError, Page, fetch
from sources.retrieving import MAX_BYTES, is_public, retrieve
from tests.sources.servers import Answer, Server, admit, answer, leads_to, serving, stalls, text

Serve = Callable[[Mapping[str, Answer]], Server]


@pytest.fixture
def serve(monkeypatch: pytest.MonkeyPatch) -> Iterator[Serve]:
    """Start a server on this machine that, alone, may be fetched from."""
    with ExitStack() as opened:

        def start(answers: Mapping[str, Answer]) -> Server:
            server = opened.enter_context(serving(answers))
            admit(server.port, monkeypatch.setattr)
            return server

        yield start


def fault_of(url: str) -> Fault:
    with pytest.raises(FetchError) as caught:
        retrieve(url, "Register")
    return caught.value.fault


# --- Where it goes ---


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1", "localhost", "[::1]", "2130706433", "0x7f.1", "0", "[::]", "10.0.0.1",
        "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "100.100.100.200",
        "168.63.129.16", "192.0.0.192", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "198.18.0.1", "[fe80::1]", "[fd00:ec2::254]", "[fec0::1]", "[ff02::1]",
        "[::ffff:127.0.0.1]", "[::ffff:a9fe:a9fe]", "[::127.0.0.1]", "[64:ff9b::7f00:1]",
        "[64:ff9b:1::1]", "[2002:7f00:1::]", "[2001:0:7f00:1::]", "[100::1]", "[2001:db8::1]",
    ],
)  # fmt: skip
def test_no_address_inside_is_reached(host: str) -> None:
    assert fault_of(f"http://{host}/") == Fault.FORBIDDEN
    assert fault_of(f"https://{host}/") == Fault.FORBIDDEN


def test_what_the_library_would_let_pass_is_refused_by_our_own_list() -> None:
    assert is_public("93.184.216.34", 80)
    assert is_public("2606:2800:220:1::1", 443)
    for address in ("127.0.0.1", "0.1.2.3", "168.63.129.16", "::7f00:1", "fec0::1", "::"):
        assert not is_public(address, 443)


@pytest.mark.parametrize("port", [22, 25, 81, 6379, 8000, 8443])
def test_only_the_ports_of_the_web_are_reached(port: int) -> None:
    assert fault_of(f"http://93.184.216.34:{port}/") == Fault.FORBIDDEN


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/passwd", "ftp://news.example/", "gopher://127.0.0.1/", "data:text/plain,x", "",
        "nothing", "http://", "http://[", "http://user:secret@news.example/", "http://*/",
        "http://news.example:99999/", "http:///path", "//news.example/",
    ],
)  # fmt: skip
def test_what_is_no_web_address_is_refused(url: str) -> None:
    assert fault_of(url) == Fault.ADDRESS


def test_a_server_on_this_machine_is_refused_without_the_swap() -> None:
    with serving({"/": text("inside")}) as server:
        assert fault_of(server.at("/")) == Fault.FORBIDDEN
        with pytest.raises(FetchError) as caught:
            fetch(server.at("/"), agent="Register")
        assert caught.value.fault == Fault.FORBIDDEN
        assert not server.asked


def test_a_name_is_looked_up_once_and_that_address_is_connected_to(
    serve: Serve, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = serve({"/": text("once")})
    asked: list[str] = []
    look_up = socket.getaddrinfo

    def rebinding(host: str, *rest: Any, **options: Any) -> Any:
        if host != "rebinding.example":
            return look_up(host, *rest, **options)
        asked.append(host)
        return look_up("127.0.0.1" if len(asked) == 1 else "169.254.169.254", *rest, **options)

    monkeypatch.setattr(socket, "getaddrinfo", rebinding)
    _, body = retrieve(f"http://rebinding.example:{server.port}/", "Register")
    assert (body, len(asked)) == (b"once", 1)
    assert server.asked[0][1]["Host"] == f"rebinding.example:{server.port}"


def test_a_name_without_an_address_is_unreachable(monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*rest: Any, **options: Any) -> Any:
        raise socket.gaierror

    monkeypatch.setattr(socket, "getaddrinfo", unknown)
    assert fault_of("http://news.example/") == Fault.UNREACHABLE


def test_what_speaks_no_tls_is_unreachable_by_https(serve: Serve) -> None:
    url = serve({"/": text("open")}).at("/")
    assert fault_of(url.replace("http:", "https:")) == Fault.UNREACHABLE


# --- Redirects ---


def chain(length: int) -> dict[str, Answer]:
    steps: dict[str, Answer] = {f"/{n}": leads_to(f"{n + 1}") for n in range(length)}
    return {**steps, f"/{length}": text("the end")}


def test_five_redirects_are_followed_and_not_one_more(serve: Serve) -> None:
    server = serve(chain(6))
    page, body = retrieve(server.at("/1"), "Register")
    assert (page.url, body) == (server.at("/6"), b"the end")
    assert fault_of(server.at("/0")) == Fault.REDIRECTS


@pytest.mark.parametrize(
    ("target", "fault"),
    [
        ("http://169.254.169.254/latest/meta-data/", Fault.FORBIDDEN),
        ("http://[::ffff:10.0.0.1]/", Fault.FORBIDDEN), ("//localhost/", Fault.FORBIDDEN),
        ("http://93.184.216.34:22/", Fault.FORBIDDEN), ("file:///etc/passwd", Fault.ADDRESS),
        ("http://user@127.0.0.1/", Fault.ADDRESS), ("http://[", Fault.ADDRESS),
        ("javascript:alert(1)", Fault.ADDRESS), ("/\xff", Fault.ADDRESS),
    ],
)  # fmt: skip
def test_a_redirect_is_checked_like_the_first_address(
    serve: Serve, target: str, fault: Fault
) -> None:
    assert fault_of(serve({"/": leads_to(target)}).at("/")) == fault


def test_a_redirect_to_another_server_on_this_machine_is_refused(serve: Serve) -> None:
    with serving({"/": text("inside")}) as inner:
        assert fault_of(serve({"/": leads_to(inner.at("/"))}).at("/")) == Fault.FORBIDDEN
        assert not inner.asked


def test_the_body_of_a_redirect_is_not_waited_for(serve: Serve) -> None:
    head = b"HTTP/1.0 302 Found\r\nLocation: /there\r\nContent-Length: 1000000000\r\n\r\n"
    server = serve({"/": stalls(head), "/there": text("arrived")})
    assert retrieve(server.at("/"), "Register")[1] == b"arrived"


# --- What is sent ---


def test_nothing_of_the_environment_and_no_cookie_is_sent(
    serve: Serve, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "netrc").write_text("machine 127.0.0.1 login me password secret")
    (tmp_path / "netrc").chmod(0o600)
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    server = serve({"/": leads_to("/there", Set_Cookie="a=b"), "/there": text("arrived")})
    retrieve(server.at("/"), "On Record – ក")
    headers = server.asked[-1][1]
    assert headers["User-Agent"] == "On Record"
    assert not {"Cookie", "Authorization", "Referer", "Proxy-Authorization"} & set(headers)


# --- What is taken ---


def test_a_page_comes_with_its_address_type_and_encoding(serve: Serve) -> None:
    server = serve({"/a": answer(b"\xe9", Content_Type="Text/HTML; charset=ISO-8859-1")})
    page, body = retrieve(server.at("/a"), "Register")
    assert page == Page(server.at("/a"), "text/html", "iso-8859-1")
    assert body == b"\xe9"


@pytest.mark.parametrize("kind", ["image/png", "application/json", "text/css", "", "nonsense"])
def test_other_types_are_refused(serve: Serve, kind: str) -> None:
    assert fault_of(serve({"/": answer(b"x", Content_Type=kind)}).at("/")) == Fault.TYPE


def test_a_page_without_a_type_is_refused(serve: Serve) -> None:
    assert fault_of(serve({"/": answer(b"x")}).at("/")) == Fault.TYPE


@pytest.mark.parametrize("status", [204, 304, 401, 403, 404, 500])
def test_an_answer_that_is_no_page_is_refused(serve: Serve, status: int) -> None:
    url = serve({"/": text("", status=status)}).at("/")
    with pytest.raises(FetchError) as caught:
        retrieve(url, "Register")
    assert (caught.value.fault, caught.value.detail) == (Fault.STATUS, str(status))


def test_a_page_that_announces_too_much_is_not_read(serve: Serve) -> None:
    url = serve({"/": text("x", Content_Length=str(MAX_BYTES + 1))}).at("/")
    assert fault_of(url) == Fault.SIZE


def test_a_page_that_does_not_end_is_cut_off(serve: Serve) -> None:
    page = b"x" * (MAX_BYTES + 1)
    assert fault_of(serve({"/": answer(page, Content_Type="text/plain")}).at("/")) == Fault.SIZE


def test_a_small_page_that_unpacks_to_too_much_is_cut_off(serve: Serve) -> None:
    packed = gzip.compress(b"\0" * (3 * MAX_BYTES))
    assert len(packed) < 100_000
    page = answer(packed, Content_Type="text/html", Content_Encoding="gzip")
    assert fault_of(serve({"/": page}).at("/")) == Fault.SIZE


def test_a_page_that_is_not_packed_as_it_says_is_unreachable(serve: Serve) -> None:
    page = text("plain", Content_Encoding="gzip")
    assert fault_of(serve({"/": page}).at("/")) == Fault.UNREACHABLE


@pytest.mark.parametrize(
    "said",
    [
        b"", b"nonsense\r\n\r\n", b"HTTP/1.0 200\r\n" + b"a: b\r\n" * 200 + b"\r\n",
        b"HTTP/1.0 200 OK\r\na: " + b"x" * 70_000 + b"\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\nContent-Length: 10\r\n\r\nx",
    ],
)  # fmt: skip
def test_a_server_that_breaks_the_rules_is_unreachable(serve: Serve, said: bytes) -> None:
    url = serve({"/": lambda handler: void(handler.wfile.write(said))}).at("/")
    assert fault_of(url) == Fault.UNREACHABLE


def void(_: object) -> None:
    """Drop a value that is of no use."""
