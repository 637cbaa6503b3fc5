import pytest
from django.http import Http404

from statements.sharing.embedding import answer, number_in, size
from tests import factories

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "path",
    ["/s/17/", "/statements/17/any-slug/", "/statements/17/", "/s/17/embed/", "/s/17/?revision=2"],
)
def test_every_address_of_a_statement_is_known(path: str) -> None:
    assert number_in(f"https://record.example{path}", "record.example") == 17


@pytest.mark.parametrize(
    "url",
    ["https://evil.example/s/17/", "https://record.example/speakers/x/", "/s/17/", "x", "",
     "https://record.example:x/s/17/", "https://[::1/s/17/", "javascript://record.example/s/17/",
     "https://record.example@evil.example/s/17/", "https://record.example/nothing"],
)  # fmt: skip
def test_other_addresses_are_not(url: str) -> None:
    with pytest.raises(Http404):
        number_in(url, "record.example")


def test_a_frame_is_no_larger_than_asked() -> None:
    assert size({}) == ((600, 400), {})
    assert size({"maxwidth": "320", "maxheight": "9999"}) == ((320, 400), {})
    for bad in ("0", "-1", "x", "1.5", "9" * 20, "٣٠٠", "100"):
        assert list(size({"maxwidth": bad})[1]) == ["maxwidth"], bad


def test_the_answer_is_a_frame_without_a_script() -> None:
    statement = factories.published(speaker=factories.speaker('"><script>x</script>'))
    made = answer(statement, "https://record.example", 600, 400)
    assert made["version"] == "1.0"
    assert made["type"] == "rich"
    assert made["html"].startswith(f'<iframe src="https://record.example/s/{statement.pk}/embed/"')
    assert "<script" not in made["html"]
    assert made["thumbnail_url"] == f"https://record.example/s/{statement.pk}.png"
