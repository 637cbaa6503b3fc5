"""What hostile clients send, and what the answer to it must be."""

from collections.abc import Iterator
from urllib.parse import unquote

from django.http import HttpResponse
from django.test import Client
from django.urls import Resolver404, resolve

from tests import register
from tests.register import Register

STATEMENT = 'class="statement"'  # what begins each statement in a list
WORDS = "q"  # the parameter that may hold almost anything

# Percent-encoded, as they travel; no parameter but a search can read any of them.
UNREADABLE = [
    "%00", "a%00b", "%ff%fe", "%c0%af", "%ed%a0%80", "%f4%90%80%80", "%e2%82", "%80", "%EF%BF%BD",
    "x" * 7_000, "x" * 70_000, "%E1%9E%80" * 700, "1" * 4_500,
    str(10**20), str(-(10**20)), "1e309", "NaN", "Infinity", "0x1F", "%D9%A1%D9%A2%D9%A3", "1_0",
    "1.5",     "0000", "0000-01-01", "99999", "99999-01-01", "2022-02-30", "2022-13", "2022-00",
    "2022-8-1",
    "22-08-12", "2022-08-12T00:00", "12/08/2022", "2022--08", "-2022", "2022-08-12-01", "today",
    "__", "a_b_c", "_", "2022-08-12_2022-08-12_", "2022-08-12_2022-08-12_-1",
    "2022-08-12_2022-08-12_9223372036854775808", "2022-08-12_2022-08-12_" + "9" * 5_000,
    "0000-00-00_0000-00-00_0", "99999-01-01_99999-01-01_1", "2022-02-30_2022-02-30_1",
    "2022-08-12_2022-08-12_1_1", "2022-08-12_2022-08-12_%D9%A1", "2022-08-12%202022-08-12%201",
    "%E2%80%AEgnitsil", "%E2%80%8B", "%F0%9F%92%A3", "e%CC%81", "%EF%BC%87",
    "'%20OR%201=1--", "1;DROP%20TABLE%20statements_statement", "%27%22%60", "1)%20OR%20(1=1",
    "%25",
    "_%25",     "%3Cscript%3Ealert(1)%3C/script%3E", "%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E",
    "javascript:alert(1)",     "{{573*7}}", "{%25%20debug%20%25}", "${7*7}", "%25s%25n",
    "{0.__class__}",
    "{{settings.SECRET_KEY}}",     "__proto__", "constructor", "__class__", "[]", "[0]", "{}",
    "null", "None", "undefined", "true",
    "../../../../etc/passwd", "..%5C..%5C", "%2e%2e%2f", "%252e%252e%252f", "/", "//evil.example",
    "\\",     "%0d%0aSet-Cookie:%20a=b", "a%0ab", "%1b[31m", "%7f", "%07",
    "word%20" * 33, "%22unbalanced", "%22%22%22", "-", "--", "-%22", "!!!", "?,.;:", "()",
    "%E2%80%9C",     "NEAR(", "NEAR(a%20b,%205)", "*", "a*", "tokens:a", "a%20AND%20OR%20NOT",
    "^a", "a%20NOT",
    "%7Btokens%7D:a",     "a%26b", "%26", "a%7C%7Cb", "!a", "a%3C-%3Eb", "a:*", "%5C", "a%5C",
    "':A'", "%3A%3Atsquery",
]  # fmt: skip
BLANK = ["", "%20", "%09", "%0a", "%20%20%20", "+"]
# Readable, though nobody would ask for them.
EXTREME = {
    "since": ["1000", "9999-12-31", "9999-12", "9999", "%E1%9F%A2%E1%9F%A0%E1%9F%A2%E1%9F%A2"],
    "until": ["1000", "1000-01", "9999-12-31", "%2B2022"],
    "edition": ["1000", "9999", "0001"],
    "language": ["xx", "zz-Zz"],
    "after": ["0001-01-01_0001-01-01_0", "9999-12-31_9999-12-31_9223372036854775807"],
    "before": ["0001-01-01_0001-01-01_0", "9999-12-31_9999-12-31_9223372036854775807"],
    "q": ["-1", "-a%20-b", "%22We%20will%22", "k17a0", "x0", "%EF%BC%A1" * 100, "a%20" * 32],
}
LONG = 300  # bytes of a value that does not fit into an address for each parameter


def ask(client: Client, path: str, query: str, method: str = "GET", **extra: str) -> HttpResponse:
    """Sends the query string as it is, past all encoding by the client."""
    # A server hands over bytes, each as one character; so does this.
    raw = query.encode().decode("latin-1")
    return client.generic(method, path, **{"QUERY_STRING": raw, **extra})  # type: ignore[return-value, arg-type]


def filtered(value: str) -> bool:
    """Whether the value gets as far as the filter, which names all parameters that it refuses."""
    return len(value) < LONG and not {"\0", "\ufffd"} & set(unquote(value))


def refused(answer: HttpResponse, *names: str) -> bool:
    """Whether the answer is a 400 that names one of the parameters, or the length, and shows no
    statement."""
    text = answer.content.decode()
    named = [f"<code>{name}</code>" for name in names] + [f"“{name}”" for name in names]
    said = any(one in text for one in named) or "The address is too long." in text
    return answer.status_code == 400 and said and STATEMENT not in text


def acceptable(answer: HttpResponse, name: str, value: str) -> bool:
    """A refusal; or, for a search, what it finds: nothing, but for one that only leaves out."""
    found = STATEMENT in answer.content.decode() and not value.startswith("-")
    searched = name == WORDS and answer.status_code == 200
    return refused(answer, name) or (searched and not found)


def hostile_paths(public: Register) -> Iterator[tuple[str, str]]:
    """Every address that takes a value, with each hostile value in the place of each of its own."""
    for path in register.pages(public).values():
        parts = path.strip("/").split("/")
        for place in range(1, len(parts)):
            for value in [*UNREADABLE, *BLANK, "0", "-1", "9" * 18, "9" * 19, "007"]:
                yield value, "/" + "/".join([*parts[:place], value, *parts[place + 1 :]]) + "/"
    for value in [*UNREADABLE, "0", "9" * 18, "9" * 19]:
        yield from ((value, f"/s/{value}/"), (value, f"/statements/{value}/"), (value, f"/{value}"))


def telling(paths: Iterator[tuple[str, str]]) -> Iterator[str]:
    """Those that lead to a view; of those that lead nowhere one or two for each value.

    What leads nowhere is answered by the same page, before anything is made of the value.
    """
    nowhere: set[tuple[str, bool]] = set()
    for value, path in dict.fromkeys(paths):
        try:
            resolve(unquote(path))
        except Resolver404:
            kind = (value, path.endswith("/"))
            if kind in nowhere:
                continue
            nowhere.add(kind)
        yield path
