import json

from sources.dates import PartialDate
from statements.citing.csl import csl_json, date_parts
from statements.citing.names import Name
from tests.statements.citing.cited import HOSTILE, selection, work

# Variables of CSL 1.0.2 that an item may hold, beside `id` and `type`.
VARIABLES = {
    "accessed", "archive", "author", "event-title", "genre", "issued", "language", "note",
    "number", "original-date", "original-publisher", "original-title", "references", "source",
    "title", "URL", "version",
}  # fmt: skip


def test_the_fields_of_a_statement() -> None:
    (item,) = json.loads(csl_json(work()))
    assert item.keys() - {"id", "type"} <= VARIABLES
    assert item["type"] == "speech"
    assert item["author"] == [{"family": "Chou", "given": "Bun Eng"}]
    assert item["issued"] == {"date-parts": [[2022, 8, 12]]}
    assert item["original-title"] == "Ministry lauds work"
    assert item["original-date"] == {"date-parts": [[2022, 8]]}
    assert (item["version"], item["number"]) == ("3", "statement 17, revision 3")
    assert item["references"].startswith("paragraph 3, https://post.example/a")
    assert item["accessed"] == {"date-parts": [[2026, 11, 22]]}


def test_a_date_says_no_more_than_is_known() -> None:
    assert date_parts(PartialDate.parse("2014-06")) == {"date-parts": [[2014, 6]]}
    assert date_parts(PartialDate.parse("2005")) == {"date-parts": [[2005]]}
    assert date_parts(None) == {}


def test_hostile_words_and_whole_names_stay() -> None:
    (item,) = json.loads(csl_json(work(title=HOSTILE, author=Name("The Ministry"))))
    assert item["title"] == HOSTILE
    assert item["author"] == [{"literal": "The Ministry"}]


def test_a_selection_is_a_dataset() -> None:
    (item,) = json.loads(csl_json(selection()))
    assert (item["type"], item["author"]) == ("dataset", [{"literal": "On Record"}])
    assert "issued" not in item
