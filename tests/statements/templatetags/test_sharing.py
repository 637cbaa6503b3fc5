import json
import re

import pytest
from django.template import Context, Template
from django.test import Client, RequestFactory
from django.utils.timezone import localdate

from statements import workflow
from statements.templatetags.sharing import Linked, plain
from tests import factories, register
from tests.statements.views.reading import page

pytestmark = pytest.mark.django_db

HOSTILE = '</script><script>alert("1")</script><!-- & ]]>'
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def blocks(text: str) -> list[dict[str, object]]:
    return [json.loads(one) for one in BLOCK.findall(text)]


def tags(text: str) -> dict[str, str]:
    """What programs that manage references read."""
    return dict(re.findall(r'<meta name="((?:citation_|z:)\w+)" content="([^"]*)">', text))


def test_hostile_words_cannot_close_the_block(client: Client) -> None:
    statement = factories.published(HOSTILE, speaker=factories.speaker(HOSTILE))
    text = page(client, statement.get_absolute_url())
    assert "<script>" not in text
    (made,) = blocks(text)
    assert made["text"] == HOSTILE
    assert text.lower().count("<script") == text.lower().count("</script")


def test_linked_data_survive_their_escapes() -> None:
    written = Linked({"x": HOSTILE}).__html__()
    assert not set("<>&") & set(written)
    assert json.loads(written) == {"x": HOSTILE}


def test_a_list_is_a_dataset_of_what_is_filtered(client: Client) -> None:
    public = register.make()
    (made,) = blocks(page(client, f"/statements/?topic={public.topic.slug}"))
    assert made["@type"] == "Dataset"
    assert made["name"] == f"Statements; Topic: {public.topic}"
    distribution = made["distribution"]
    assert isinstance(distribution, list)
    assert distribution[0]["contentUrl"].endswith(f"/statements.csv?topic={public.topic.slug}")


def test_the_page_of_a_speaker_is_about_a_person_too(client: Client) -> None:
    public = register.make()
    (made,) = blocks(page(client, public.speaker.get_absolute_url()))
    graph = made["@graph"]
    assert isinstance(graph, list)
    assert [one["@type"] for one in graph] == ["Person", "Dataset"]


def test_a_selection_that_cannot_be_read_is_neither_described_nor_cited(client: Client) -> None:
    text = page(client, "/statements/?since=never", 400)
    assert not blocks(text)
    assert "Cite this selection" not in text


@pytest.mark.parametrize(
    "path", ["/statements/?since=2000", "/positions/?since=2000", "/figures/?since=2000"]
)
def test_every_filtered_list_can_be_cited(client: Client, path: str) -> None:
    register.make()
    text = page(client, path)
    assert "Cite this selection" in text
    assert f"http://testserver{path}" in text
    for part in ("; Since: 2000", "{{cite web", "@misc{", "TY  - DATA", "Accessed"):
        assert part in text, part


def test_a_statement_can_be_cited_in_every_form(client: Client) -> None:
    public = register.make()
    text = page(client, public.statement.get_absolute_url())
    number = public.statement.pk
    for part in ("{{cite news", "@misc{", "TY  - GEN", "date-parts", f"/s/{number}/?revision=1"):
        assert part in text, part
    for extension in ("bib", "ris", "csl.json"):
        assert f'href="/s/{number}.{extension}" download' in text


def test_zotero_finds_its_tags(client: Client) -> None:
    speaker = factories.speaker("Chou Bun Eng")
    statement = factories.published('We "will" act.', speaker=speaker, said_on="2014-06")
    text = page(client, statement.get_absolute_url())
    found = tags(text)
    assert found["z:itemType"] == "webpage"  # else it is taken for an article of a journal
    assert found["z:websiteType"] == "Quotation"
    assert '<meta property="og:site_name" content="On Record">' in text  # the title of the website
    assert found["citation_title"] == "“We &quot;will&quot; act.”"
    assert found["citation_author"] == "Chou, Bun Eng"
    assert found["citation_date"] == "2014-06"
    assert found["citation_public_url"].endswith(f"/s/{statement.pk}/?revision=1")
    assert f"statement {statement.pk}, revision 1" in found["citation_abstract"]


def test_zotero_takes_no_organisation_apart(client: Client) -> None:
    body = factories.organisation("National Committee")
    statement = factories.published(speaker=None, organisation=body)
    found = tags(page(client, statement.get_absolute_url()))
    assert found["citation_author"] == "National Committee,"


def test_zotero_finds_the_tags_of_a_version(client: Client) -> None:
    statement = factories.published("", kind="reported", summary="Promises to act.")
    own = statement.get_absolute_url()
    newest = tags(page(client, own))
    statement.summary = "Promises nothing."
    statement.save()
    workflow.edited(record=statement, by=factories.staff("Reviewer"), note="A slip.")
    assert tags(page(client, f"{own}?revision=1")) == newest
    assert tags(page(client, own))["citation_title"] == "Promises nothing."


@pytest.mark.parametrize("path", ["statements", "positions", "figures"])
def test_zotero_finds_a_list_as_it_is_cited(client: Client, path: str) -> None:
    register.make()
    found = tags(page(client, f"/{path}/?since=2000"))
    assert found["z:itemType"] == "dataset"
    assert found["citation_title"] == f"{path.capitalize()}; Since: 2000"
    assert found["citation_author"] == "On Record,"
    # Of the list, and not the first that happens to stand in it.
    assert found["citation_date"] == localdate().isoformat()
    assert found["citation_public_url"] == f"http://testserver/{path}/?since=2000"


def test_zotero_finds_no_list_that_cannot_be_read_or_cited(client: Client) -> None:
    register.make()
    for path, status in (("/statements/?since=never", 400), ("/topics/", 200)):
        assert "citation_title" not in tags(page(client, path, status)), path


def test_every_page_tells_its_title_and_address_to_who_shares_it(client: Client) -> None:
    public = register.make()
    for name in ("home", "about", "speaker_list", "statement_detail", "data"):
        text = page(client, register.pages(public)[name])
        title = re.search(r"<title>(.*?)</title>", text)
        assert title, name
        assert f'<meta property="og:title" content="{title[1]}">' in text, name
        assert '<meta property="og:url" content="http://testserver/' in text, name
        assert text.count('<meta name="description"') == 1, name
        assert text.count('name="twitter:card"') == 1, name


def test_an_address_that_leads_nowhere_is_not_told(client: Client) -> None:
    for path, status in (("/speakers/nobody/", 404), ("/speakers/?page=99", 400)):
        assert "og:url" not in page(client, path, status), path


def test_the_card_of_a_statement_is_its_picture(client: Client) -> None:
    statement = factories.published()
    text = page(client, statement.get_absolute_url())
    assert f'property="og:image" content="http://testserver/s/{statement.pk}.png"' in text
    assert "summary_large_image" in text


def test_a_title_is_escaped_once_quotation_marks_as_well() -> None:
    template = Template(
        '{% load sharing %}{% page_title %}{{ name }} "x"{% endpage_title %}'
        "{% page_description %}{{ name }}{% endpage_description %}"
    )
    made = template.render(Context({"name": '<b>"&'}))
    assert 'content="&lt;b&gt;&quot;&amp; &quot;x&quot;"' in made
    assert "&amp;amp;" not in made
    assert plain(" a\n &lt;b ") == "a <b"


def test_a_page_asked_for_under_a_foreign_name_has_no_address() -> None:
    template = Template("{% load sharing %}{% page_address %}")
    foreign = RequestFactory().get("/", headers={"host": "evil.example"})
    assert template.render(Context({"request": foreign})) == ""
    assert template.render(Context({})) == ""
