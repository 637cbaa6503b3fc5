import json

import pytest

from statements.exports.refusals import data_format, refused

ERRORS = {"since": ["No date.", "Give this once."], "": ["The address is too long."]}


@pytest.mark.parametrize(
    ("path", "extension"),
    [
        ("/statements.csv", "csv"),
        ("/speakers/a.atom", "atom"),
        ("/statements/", ""),
        ("/x.exe", ""),
    ],
)
def test_a_path_tells_the_format(path: str, extension: str) -> None:
    assert data_format(path) == extension


def test_json_is_told_in_json() -> None:
    for extension in ("json", "jsonl"):
        answer = refused(ERRORS, extension)
        assert answer.status_code == 400
        assert json.loads(answer.content) == {"errors": ERRORS}


def test_the_others_are_told_in_plain_text() -> None:
    for extension in ("csv", "atom"):
        answer = refused(ERRORS, extension)
        assert answer["Content-Type"] == "text/plain; charset=utf-8"
        told = "since: No date.\nsince: Give this once.\nThe address is too long.\n"
        assert answer.content.decode() == told
