import pytest
from django.template import Context, Template
from django.test import override_settings
from django.urls import get_script_prefix, set_script_prefix

from statements.templatetags.unchanging import Remembered


def nodes(text: str) -> list[object]:
    return [type(one) for one in Template("{% load static unchanging %}" + text).nodelist[1:]]


def test_what_is_constant_is_looked_up_once(monkeypatch: pytest.MonkeyPatch) -> None:
    made = Template("{% load static unchanging %}{% url 'about' %} {% static 'icon.svg' %}")
    first = made.render(Context())
    assert first.startswith("/about/ /static/icon")
    monkeypatch.setattr("django.template.defaulttags.URLNode.render", None)
    monkeypatch.setattr("django.templatetags.static.StaticNode.render", None)
    assert made.render(Context()) == first


def test_below_a_prefix_addresses_are_others() -> None:
    made, before = Template("{% load unchanging %}{% url 'about' %}"), get_script_prefix()
    assert made.render(Context()) == "/about/"
    set_script_prefix("/register/")
    try:
        assert made.render(Context()) == "/register/about/"
    finally:
        set_script_prefix(before)


def test_another_place_of_static_files_is_asked_for_anew() -> None:
    made = Template("{% load static unchanging %}{% static 'icon.svg' %}")
    plain = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
    with override_settings(STATIC_URL="/files/", STORAGES={"staticfiles": plain}):
        assert made.render(Context()) == "/files/icon.svg"
    assert made.render(Context()).startswith("/static/icon")


@pytest.mark.parametrize(
    "tag",
    ["{% url 'speaker_detail' slug %}", "{% url 'about' as there %}", "{% url name %}",
     "{% static name %}", "{% static 'icon.svg' as there %}", "{% static 'icon.svg'|add:name %}"],
)  # fmt: skip
def test_what_may_change_is_left_to_django(tag: str) -> None:
    assert Remembered not in nodes(tag)


def test_an_unknown_name_is_an_error_as_ever() -> None:
    with pytest.raises(Exception, match="nowhere"):
        Template("{% load unchanging %}{% url 'nowhere' %}").render(Context())
