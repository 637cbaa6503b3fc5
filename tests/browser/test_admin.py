"""The editors' side by hand: every screen opens in peace, and a statement goes its whole way."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import LogIn, Open
from tests.browser.desk import choose, press, saved

WORDS = "We shall open every door that the law allows us to open."
TITLE = "Council opens its doors"
SPEAKER = "Sokunthea Example"
INLINE = ("<style", " style=", "<script>", " onclick=", "javascript:")  # against the policy


def links_of(page: Page) -> list[str]:
    """Whatever the first page of the admin leads to."""
    links = page.locator("#content-main").get_by_role("link")
    return list(links.evaluate_all("links => [...new Set(links.map(link => link.pathname))]"))


def test_every_list_and_form_opens_in_peace(log_in: LogIn) -> None:
    page = log_in("admin")  # whose links are those of all the others, and more
    for link in links_of(page):
        answer = page.goto(link)
        assert answer is not None
        assert (link, answer.status) == (link, 200)
        expect(page.locator("#content")).to_be_visible()


@pytest.mark.parametrize("name", ["contributor", "editor", "reviewer"])
def test_what_the_first_page_offers_is_open_to_whoever_sees_it(log_in: LogIn, name: str) -> None:
    page, all_links = log_in(name), links_of(log_in("admin"))
    links = links_of(page)
    assert len(links) > 2
    assert set(links) < set(all_links)  # which a browser opens above
    for link in links:
        answer = page.request.get(link, max_redirects=0)
        assert (link, answer.status) == (link, 200)
        text = answer.text()
        assert 'id="content"' in text
        assert [word for word in INLINE if word in text] == [], link


def test_the_four_people_see_what_their_group_is_for(log_in: LogIn) -> None:
    statements = "/admin/statements/statement/"
    for name, statements_open, people_open in (
        ("contributor", True, False),
        ("editor", True, False),
        ("reviewer", True, False),
        ("admin", None, True),
    ):
        page = log_in(name)
        shown = page.locator("#content-main")
        if statements_open:
            expect(shown.locator(f"a[href='{statements}']").first).to_be_visible()
        expect(shown.locator("a[href='/admin/auth/user/']")).to_have_count(2 if people_open else 0)


def add_row(page: Page, prefix: str) -> None:
    page.locator(f"#{prefix}-group .add-row a").click()


def enter_speaker(page: Page) -> None:
    with page.expect_popup() as opened:
        page.locator("#add_id_speaker").click()
    popup = opened.value
    popup.get_by_label("Name:", exact=True).press_sequentially(SPEAKER)
    expect(popup.get_by_label("Slug:")).to_have_value("sokunthea-example")
    with popup.expect_event("close"):
        press(popup, "Save")
    expect(page.locator("#id_speaker + .select2")).to_contain_text(SPEAKER)


def enter_source(page: Page) -> None:
    with page.expect_popup() as opened:
        page.locator("#add_id_citations-0-source").click()
    popup = opened.value
    choose(popup, "outlet", "fresh", "Fresh News")
    popup.get_by_label("Title:").fill(TITLE)
    popup.locator("#id_url").fill("https://example.org/doors")
    with popup.expect_event("close"):
        press(popup, "Save")
    expect(page.locator("#id_citations-0-source + .select2")).to_contain_text(TITLE)


def enter_statement(page: Page) -> None:
    """The whole form: who, words, date, topic, citation, position, figure."""
    page.goto("/admin/statements/statement/add/")
    enter_speaker(page)
    page.locator("#id_kind").select_option("Reported speech")
    page.locator("#id_summary").fill(WORDS)
    page.locator("#id_said_on").fill("2025-03")
    choose(page, "topics", "preven", "Prevention")
    enter_source(page)
    page.locator("#id_citations-0-locator").fill("paragraph 3")
    add_row(page, "evidence_rows")
    choose(page, "evidence_rows-0-placement", "2024 Cambodia", "2024")
    choose(page, "evidence_rows-0-stance", "defends", "Defends efforts")
    add_row(page, "figures")
    choose(page, "figures-0-indicator", "victims", "rescued")
    page.locator("#id_figures-0-value").fill("1204")
    page.locator("#id_figures-0-value_as_printed").fill("1,204 people")


def statement_at(page: Page) -> str:
    """The address of the form of the statement entered above."""
    page.goto(f"/admin/statements/statement/?q={SPEAKER.partition(' ')[0]}")
    link = page.locator("#result_list").get_by_role("link", name=WORDS)
    return str(link.evaluate("link => link.pathname"))


def test_a_statement_is_entered_published_found_guarded_and_withdrawn(
    log_in: LogIn, browse_desk: Open
) -> None:
    editor = log_in("editor")
    enter_statement(editor)
    expect(editor.get_by_role("button", name="Save and publish")).to_have_count(0)
    press(editor, "Save")
    saved(editor, "was added successfully")
    expect(editor.locator("#result_list .state-draft").first).to_have_text("Draft")
    form = statement_at(editor)

    reader = browse_desk("/statements/?q=doors", refused=True)
    expect(reader.locator("#count")).to_have_text("0 statements")

    reviewer = log_in("reviewer")
    reviewer.goto(form)
    reviewer.get_by_role("button", name="Save and publish").click()
    saved(reviewer, "Published")

    published_on_every_page(reader)
    number = form.split("/")[-3]

    contributor = log_in("contributor")
    contributor.goto(form)
    expect(contributor.get_by_text("can be changed by reviewers only")).to_be_visible()
    expect(contributor.get_by_role("button", name=re.compile("Save|Delete"))).to_have_count(0)
    expect(contributor.locator("#content textarea")).to_have_count(0)

    withdraw(reviewer, form)
    answer = reader.goto(f"/s/{number}/")
    assert answer is not None
    assert answer.status == 410
    expect(reader.get_by_role("main")).to_contain_text("It was never said.")
    expect(reader.get_by_role("main")).not_to_contain_text(WORDS)
    reader.goto("/statements/?q=doors")
    expect(reader.locator("#count")).to_have_text("0 statements")


def published_on_every_page(reader: Page) -> None:
    """The statement stands on the timeline, in the search and on its page, with all of it."""
    reader.goto("/statements/?since=2025&until=2025")
    expect(reader.locator("article.statement")).to_contain_text([WORDS])
    reader.goto("/statements/?q=doors+sokunthea")
    expect(reader.locator("#count")).to_have_text("1 statement")
    expect(reader.locator("mark").first).to_be_visible()
    reader.locator(".statement .words a").click()
    expect(reader).to_have_url(re.compile(r"/statements/\d+/sokunthea-example-2025-03/$"))
    main = reader.get_by_role("main")
    for shown in (SPEAKER, "March 2025", WORDS, TITLE, "Prevention", "Defends efforts", "1,204"):
        expect(main).to_contain_text(shown)


def withdraw(reviewer: Page, form: str) -> None:
    reviewer.goto(form)
    reviewer.get_by_role("link", name="Withdraw…").click()
    reviewer.get_by_role("button", name="Withdraw").click()
    expect(reviewer.locator(".errorlist")).to_be_visible()
    reviewer.get_by_label("Reason").fill("It was never said.")
    reviewer.get_by_role("button", name="Withdraw").click()
    saved(reviewer, "It is withdrawn")


def test_a_mistake_is_shown_beside_its_field_and_nothing_is_kept(log_in: LogIn) -> None:
    page = log_in("editor")
    page.goto("/admin/statements/statement/add/")
    choose(page, "speaker", "bun eng", "Chou Bun Eng")
    page.locator("#id_text").fill("Nothing of this is kept.")
    page.locator("#id_said_on").fill("2022-02-30")
    press(page, "Save")
    expect(page.locator(".field-said_on .errorlist")).to_contain_text("Enter a date that exists")
    expect(page.locator("#id_text")).to_have_value("Nothing of this is kept.")
    expect(page.locator("#id_speaker + .select2")).to_contain_text("Chou Bun Eng")
    page.goto("/admin/statements/statement/?q=kept")
    expect(page.locator(".paginator")).to_contain_text("0 statements")


def test_the_history_of_a_record_is_shown(log_in: LogIn) -> None:
    page = log_in("reviewer")
    page.goto("/admin/statements/statement/10/change/")
    page.get_by_role("link", name="History").click()
    expect(page.locator("#change-history tbody tr").first).to_be_visible()


def test_a_wrong_password_is_refused_with_a_sentence(browse_desk: Open) -> None:
    page = browse_desk("/admin/login/")
    page.get_by_label("Username").fill("editor")
    page.get_by_label("Password").fill("wrong")
    page.get_by_role("button", name="Log in").click()
    expect(page.locator(".errornote")).to_contain_text("correct username and password")
