import re
import struct
from xml.etree import ElementTree as ET

import pytest

from statements import workflow
from statements.cards import drawing
from statements.cards.drawing import picture, png
from statements.models import Role, Statement
from tests import factories

pytestmark = pytest.mark.django_db

KHMER = (
    "យើងខ្ញុំប្តេជ្ញាប្រយុទ្ធប្រឆាំងអំពើជួញដូរមនុស្ស និងប្រើប្រាស់គ្រប់មធ្យោបាយដែលអាចធ្វើទៅបាន "
    "ដើម្បីទប់ស្កាត់បទល្មើសនេះនៅក្នុងប្រទេសកម្ពុជា ព្រមទាំងសកម្មភាពផ្សេងៗទៀតដែលពាក់ព័ន្ធ។ "
)
SVG = "{http://www.w3.org/2000/svg}"


def said(text: str, **fields: object) -> Statement:
    speaker = factories.speaker("Chou Bun Eng")
    role = Role.objects.create(speaker=speaker, title="Secretary of State")
    source = factories.source(outlet=factories.outlet("The Post"))
    draft = factories.draft(text, speaker=speaker, role=role, cite=source, **fields)
    return workflow.publish(record=draft, by=None)


def texts(svg: str) -> list[str]:
    root = ET.fromstring(svg)  # noqa: S314  # our own
    return [one.text or "" for one in root.iter(f"{SVG}text")]


def test_it_tells_words_speaker_role_date_outlet_and_register() -> None:
    assert texts(picture(said("We will act."))) == [
        "On Record", "“We will act.”", "Chou Bun Eng", "Secretary of State, 12 August 2022",
        "The Post",
    ]  # fmt: skip


def test_it_is_a_picture_of_the_usual_size() -> None:
    made = png(picture(said("We will act.")))
    assert made.startswith(b"\x89PNG")
    assert struct.unpack(">II", made[16:24]) == (1200, 630)


def beyond_the_margin(svg: str) -> bytes:
    """What is drawn to the right of the text."""
    return png(
        svg.replace('viewBox="0 0 1200 630"', 'viewBox="1129 20 71 610" preserveAspectRatio="none"')
    )


@pytest.mark.parametrize(
    "text", [KHMER, KHMER * 4, KHMER.replace(" ", "") * 4, "We will act, " * 90, "W" * 400]
)
def test_however_long_it_stays_within_the_margin(text: str) -> None:
    svg = picture(said(text))
    assert len(texts(svg)) <= 14
    nothing = re.sub(r"<text.*?</text>", "", svg)
    assert beyond_the_margin(svg) == beyond_the_margin(nothing)


def test_long_words_end_with_an_ellipsis_between_the_marks() -> None:
    lines = texts(picture(said("We will act, and soon. " * 60)))
    assert lines[1].startswith("“We will act")
    assert lines[-4].endswith("…”")


def test_words_whose_script_the_fonts_lack_give_way_to_the_summary() -> None:
    assert "Promises to act." in texts(picture(said("我们会采取行动", summary="Promises to act.")))


def test_without_a_summary_the_others_stand_alone() -> None:
    assert len(texts(picture(said("我们会采取行动")))) == 4


def test_what_is_only_reported_has_no_marks() -> None:
    statement = said("", kind="reported", summary="Promises to act.")
    assert texts(picture(statement))[1] == "Promises to act."


def test_hostile_words_are_words() -> None:
    words = '</text><script>alert(1)</script>&"\x0b'
    svg = picture(Statement(pk=1, speaker=factories.speaker(words), text=words, said_on=None))
    assert "<script>" not in svg
    assert texts(svg)[1].startswith("“</text><script>")
    assert png(svg)


def test_khmer_behind_latin_words_is_set_by_itself() -> None:
    """The first letters of a text decide how all of it is shaped."""
    parts = texts(picture(said("Mr Hun ម៉ាណែត said so", event=None)))
    assert parts[1:3] == ["“Mr Hun ", "ម៉ាណែត said so”"]


def test_the_same_picture_is_drawn_once() -> None:
    png.cache_clear()
    svg = picture(said("We will act."))
    assert png(svg) is png(svg)
    assert png.cache_info().maxsize == drawing.KEPT
