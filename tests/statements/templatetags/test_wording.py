import pytest
from django.conf import settings
from django.template import Context, Template
from django.utils import translation


def rendered(text: str, **values: object) -> list[str]:
    """What a template makes of the tag, in two languages, twice."""
    made = Template("{% load i18n wording %}" + text)
    found: list[str] = []
    for language in ("en", "de") * 2:
        with translation.override(language):
            found.append(made.render(Context(values)))
    assert found[:2] == found[2:]
    return found[:2]


def test_a_constant_is_told_in_each_language() -> None:
    assert rendered('{% translate "Monday" %}') == ["Monday", "Montag"]


@pytest.mark.parametrize(
    "text",
    ['{% translate "<b>%</b> & so" %}', '{% translate "Monday"|lower %}',
     '{% translate "May" context "abbrev. month" %}', '{% translate "Monday" noop %}',
     '{% translate day %}', '{% translate "Monday" as named %}{{ named|upper }}'],
)  # fmt: skip
def test_it_says_what_the_tag_of_django_says(text: str) -> None:
    theirs = Template("{% load i18n %}" + text)
    for language, ours in zip(("en", "de"), rendered(text, day="Monday"), strict=True):
        with translation.override(language):
            assert theirs.render(Context({"day": "Monday"})) == ours


def test_what_is_not_constant_is_looked_up_each_time() -> None:
    made = Template("{% load i18n wording %}{% translate day %}")
    with translation.override("de"):
        shown = [made.render(Context({"day": day})) for day in ("Monday", "Sunday")]
    assert shown == ["Montag", "Sonntag"]


def test_no_template_changes_the_language_amid_a_page() -> None:
    """A page asks once which language is in force."""
    templates = (settings.BASE_DIR / "templates").rglob("*.html")
    assert [one.name for one in templates if "{% language " in one.read_text()] == []
