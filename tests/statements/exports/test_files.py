import pytest
from django.http import HttpResponse

from statements.exports.files import PART, as_download, file_name, parts, streamed


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("statements_since-2022", "statements_since-2022.csv"),
        ("already.csv", "already.csv"),
        ('a"; filename="evil.exe', "a-filenameevilexe.csv"),
        ("../../etc/passwd\r\nX: y", "etcpasswd-x-y.csv"),
        ("ជួប ប៊ុនអេង", "data.csv"),
        ("x" * 300, "x" * 100 + ".csv"),
    ],
)
def test_a_name_is_safe_in_a_header_and_on_a_disk(name: str, expected: str) -> None:
    assert file_name(name, "csv") == expected


def test_an_answer_is_saved_under_its_name_and_taken_for_nothing_else() -> None:
    response = streamed(["ក", "b"], name="x", extension="csv", content_type="text/csv")
    assert response.getvalue().decode() == "កb"
    assert response["Content-Type"] == "text/csv; charset=utf-8"
    assert response["Content-Disposition"] == 'attachment; filename="x.csv"'
    assert response["X-Content-Type-Options"] == "nosniff"


def test_an_answer_may_be_shown_instead() -> None:
    response = HttpResponse()
    as_download(response, name="x", extension="json", inline=True)
    assert response["Content-Disposition"] == 'inline; filename="x.json"'


def test_lines_are_sent_many_at_a_time() -> None:
    lines = ["ក" * 1_000 + "\n"] * 160
    sent = list(parts(lines))
    assert b"".join(sent).decode() == "".join(lines)
    assert 1 < len(sent) <= 4
    assert all(len(part.decode()) <= PART + 1_001 for part in sent)
    assert list(parts([])) == []
