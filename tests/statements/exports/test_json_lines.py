import datetime
import json

from django.utils.translation import gettext_lazy

from statements.exports.fields import Field
from statements.exports.json_lines import json_lines, json_lines_response, json_response

FIELDS = [Field("id", lambda row: row[0], ""), Field("text", lambda row: row[1], "")]
NASTY = ["=1+1", "a\0b", "two\nlines", "\x85\u2028\u2029", 'quo"te', "\\", "ខ្មែរ", "'=1", None]


def test_nothing_is_lost_or_changed() -> None:
    records = list(enumerate(NASTY))
    text = json_lines_response(name="x", fields=FIELDS, records=records).getvalue().decode()
    lines = text.splitlines()
    assert len(lines) == len(NASTY)  # for every reader's idea of a line
    assert [json.loads(line)["text"] for line in lines] == NASTY


def test_each_line_is_made_when_it_is_asked_for() -> None:
    lines = json_lines(FIELDS, iter([(1, "a")]))
    assert next(lines) == '{"id": 1, "text": "a"}\n'


def test_what_json_does_not_know_is_text() -> None:
    records = [(1, datetime.date(2022, 8, 12)), (2, gettext_lazy("Yes"))]
    values = [json.loads(line)["text"] for line in json_lines(FIELDS, records)]
    assert values == ["2022-08-12", "Yes"]


def test_a_page_tells_how_many_there_are_and_where_it_goes_on() -> None:
    response = json_response(
        name="x", fields=FIELDS, records=[(7, "ខ")], count=2, following="https://x.example/?page=2"
    )
    assert json.loads(response.content) == {
        "count": 2,
        "next": "https://x.example/?page=2",
        "results": [{"id": 7, "text": "ខ"}],
    }
