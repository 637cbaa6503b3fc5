"""Fetching a page in this very process: the only module that opens a connection to the outside.

It runs as a child of `sources.fetching`; no other process loads what it is made with.
"""

import ipaddress
import json
import sys
from dataclasses import asdict
from email.message import Message
from http.cookiejar import DefaultCookiePolicy
from typing import Any
from urllib.parse import urljoin, urlsplit

import requests
from requests.exceptions import InvalidSchema, InvalidURL, MissingSchema
from requests_hardened import Config, HTTPSession
from requests_hardened.ip_filter import InvalidIPAddress
from requests_hardened.ip_filter_adapter import IPFilterAdapter
from urllib3.exceptions import HTTPError

from sources import confinement
from sources.fetching import Fault, FetchError, Page

PATIENCE = (5.0, 10.0)  # seconds to connect, and between two bytes
MAX_BYTES = 10_000_000  # of the page, unpacked
MAX_REDIRECTS = 5
PORTS = frozenset({80, 443})
TYPES = frozenset({"text/html", "application/xhtml+xml", "application/pdf", "text/plain"})
# Of IPv6 only what is given out to hosts: not the forms that carry an IPv4 address, nor local ones.
ROUTED = ipaddress.ip_network("2000::/3")
# A public number by which each machine of a large cloud reaches that cloud's own controls.
INTERNAL = frozenset({ipaddress.ip_address("168.63.129.16")})


def is_public(address: str, port: int) -> bool:
    """Whether a page may be fetched from here: a routed address of the public net, a web port."""
    ip = ipaddress.ip_address(address)
    if isinstance(ip, ipaddress.IPv6Address) and ip not in ROUTED:
        return False
    special = ip.is_multicast or ip.is_reserved or ip.is_unspecified or ip in INTERNAL
    return port in PORTS and ip.is_global and not special


class PublicAdapter(IPFilterAdapter):
    """Connects to the very address that was looked up and checked, so no second answer counts.

    The library refuses private and local addresses; here the port is checked too, and the address
    once more by a list of what is allowed.
    """

    def build_connection_pool_key_attributes(
        self, request: Any, verify: Any, cert: Any = None
    ) -> Any:
        host, options = super().build_connection_pool_key_attributes(request, verify, cert)
        port = host["port"] or (443 if self._is_https_proto else 80)
        if not is_public(host["host"].strip("[]"), port):
            raise InvalidIPAddress(host["host"])
        return host, options


class PublicSession(HTTPSession):
    """Requests without memory and without the environment's proxies, passwords and certificates."""

    def __init__(self, agent: str) -> None:
        super().__init__(
            Config(
                ip_filter_enable=True,
                ip_filter_allow_loopback_ips=False,
                never_redirect=True,
                default_timeout=PATIENCE,
                user_agent_override=_plain(agent),
            )
        )
        self.adapters.clear()  # so that no other scheme has one
        self.mount("http://", PublicAdapter(is_https_proto=False))
        self.mount("https://", PublicAdapter(is_https_proto=True))
        self.trust_env = False
        self.cookies.set_policy(DefaultCookiePolicy(allowed_domains=()))
        self.headers["Accept"] = ", ".join(sorted(TYPES))
        self.headers["Accept-Encoding"] = "gzip, deflate"

    def get_redirect_target(self, resp: requests.Response) -> None:
        """None, whatever the answer: to prepare for a redirect, requests reads its body whole."""
        return


def _plain(agent: str) -> str:
    """The name as a header can carry it."""
    return " ".join(agent.encode("ascii", "ignore").decode().split())[:200] or "register"


def retrieve(url: str, agent: str) -> tuple[Page, bytes]:
    """Fetch a page in this very process, as the child does. Raises FetchError."""
    try:
        return _followed(url, agent)
    except InvalidIPAddress:
        raise FetchError(Fault.FORBIDDEN) from None
    except (InvalidSchema, InvalidURL, MissingSchema):
        raise FetchError(Fault.ADDRESS) from None
    except (requests.RequestException, HTTPError, OSError) as error:
        raise FetchError(Fault.UNREACHABLE, type(error).__name__) from None
    except ValueError:  # an address that cannot be taken apart, or is in no encoding
        raise FetchError(Fault.ADDRESS) from None


def _followed(url: str, agent: str) -> tuple[Page, bytes]:
    """Go where the redirects lead. Each step is a request of its own, checked like the first."""
    with PublicSession(agent) as session:
        for _ in range(MAX_REDIRECTS + 1):
            if "@" in urlsplit(url).netloc:  # a name and a password are not for passing on
                raise FetchError(Fault.ADDRESS)
            with session.get(url, stream=True) as response:
                target = response.headers.get("Location", "") if response.is_redirect else ""
                if not target:
                    return _page(response), _body(response)
            url = urljoin(url, target.encode("latin-1").decode("utf-8"))  # as browsers read it
    raise FetchError(Fault.REDIRECTS)


def _page(response: requests.Response) -> Page:
    if response.status_code != 200:
        raise FetchError(Fault.STATUS, str(response.status_code))
    header = Message()
    header["Content-Type"] = named = response.headers.get("Content-Type", "")
    kind = named.partition(";")[0].strip().lower()  # Message calls plain text what it cannot read
    if kind not in TYPES:
        raise FetchError(Fault.TYPE, kind[:100])
    return Page(str(response.url), kind, header.get_content_charset("")[:40])


def _body(response: requests.Response) -> bytes:
    """The body, unpacked; no more of it is read than may be kept."""
    announced = response.headers.get("Content-Length", "")
    if announced.isdecimal() and int(announced[:20]) > MAX_BYTES:
        raise FetchError(Fault.SIZE)
    body = bytearray()
    for chunk in response.iter_content(65_536):
        body += chunk
        if len(body) > MAX_BYTES:
            raise FetchError(Fault.SIZE)
    return bytes(body)


def answer(given: bytes) -> bytes:
    """The output of the child: a line of JSON, the page or the fault, then the body."""
    asked = json.loads(given)
    try:
        page, body = retrieve(asked["url"], asked["agent"])
    except FetchError as error:
        return json.dumps({"error": error.fault, "detail": error.detail}).encode()
    return json.dumps(asdict(page)).encode() + b"\n" + body


def main() -> None:
    confinement.confine()
    sys.stdout.buffer.write(answer(sys.stdin.buffer.read()))


if __name__ == "__main__":
    main()
