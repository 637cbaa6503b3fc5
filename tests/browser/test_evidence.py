"""From a pasted article to the public page, by three people: each step leaves evidence behind."""

import re

from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import LogIn, Open
from tests.browser.desk import choose, press, saved

TITLE = "Kite festival lifts Nowhere Island"
MANET, BUN_ENG = "Hun Manet", "Chou Bun Eng"
SAID = [
    (MANET, "My kite has forty tails and each of them knows the way home"),
    (MANET, "We shall teach every cloud to wait its turn behind the dragon"),
    (BUN_ENG, "The smallest kite of all was folded from a tram ticket"),
    (BUN_ENG, "No string was longer than the patience of the child who held it"),
    (MANET, "Tonight the moon may borrow any kite that it likes"),
]
PUBLISHED, SENT_BACK = SAID[0][1], SAID[2][1]
MISTYPED = PUBLISHED.replace("forty", "fifty")
NOTE = "Say which tram it was."
REASON = "The microphone heard fifty."
OPENING = 25  # letters that every list shows
FROM_THAT_DAY = "said_on_latest__year=2025&said_on_latest__month=3"
NOISE = ["cloud hats", "wind census", "PAPER MOON", "teapot", "millimetre"]
ARTICLE = f"""\
{TITLE}

A dragon kite with forty tails rests above the invented harbour of Nowhere Island. PAPER MOON

Every kite on Nowhere Island flew on Tuesday (March 4) at the Paper Moon Kite Festival, a feast \
that exists in this story alone. Visitors wore what the programme calls "cloud hats", and a \
so-called "wind census" counted the breeze.

Prime Minister Hun Manet opened the festival on the island's only hill. "{SAID[0][1]}," he said.

"{SAID[1][1]}," Hun Manet added.

Chou Bun Eng, permanent vice-chair of the National Committee for Counter Trafficking, judged the \
contest of the smallest kites. "{SAID[2][1]}," she said.

"{SAID[3][1]}," Bun Eng continued.

The premier closed the day beside the lanterns. "{SAID[4][1]}," Hun Manet said.

MOST VIEWED

  • Teapot regatta ends in a draw

    "Our teapot was robbed of the cup," a captain of the regatta said after the last race on the \
painted pond. Hun Manet did not take part in it

  • Snail post delivers its first letter

    The letter took eleven years. "It was worth every millimetre," Chou Bun Eng read on the stamp
"""


def add_source(page: Page, title: str, day: str) -> None:
    page.goto("/admin/sources/source/add/")
    choose(page, "outlet", "fresh", "Fresh News")
    page.get_by_label("Title:").fill(title)
    page.locator("#id_published_on").fill(day)
    press(page, "Save and continue editing")
    saved(page, "was added successfully")


def paste(page: Page, text: str) -> None:
    """Captures a text, from the page of its source."""
    page.get_by_role("link", name="Add a capture").click()
    page.get_by_label("Paste its text").fill(text)
    press(page, "Save")
    expect(page.locator(".capture-words")).to_be_visible()


def row(page: Page, words: str) -> Locator:
    """What is proposed for a quotation of the article."""
    return page.locator(".drafting-row", has=page.locator("blockquote", has_text=words))


def exactly_what_was_said_is_proposed(page: Page) -> None:
    page.get_by_role("link", name="Draft from this article").click()
    expect(page.locator(".drafting-row blockquote")).to_have_text(
        [re.compile(re.escape(words)) for _, words in SAID]
    )
    for speaker, words in SAID:
        expect(row(page, words).get_by_label("Speaker or organisation")).to_have_value(
            re.compile(speaker)
        )
    for noise in NOISE:
        expect(page.locator(".drafting-rows")).not_to_contain_text(noise)


def draft_everything(page: Page) -> None:
    for _, words in SAID:
        row(page, words).locator("legend input").check()
    press(page, "Save the ticked as drafts")
    expect(page.locator(".messagelist li")).to_have_count(len(SAID))
    expect(page.get_by_text("Nothing is left to decide.")).to_be_visible()


def test_an_article_becomes_statements_that_readers_can_check(
    log_in: LogIn, browse_desk: Open
) -> None:
    contributor = log_in("contributor")
    add_source(contributor, TITLE, "2025-03-05")
    paste(contributor, ARTICLE)
    exactly_what_was_said_is_proposed(contributor)
    draft_everything(contributor)
    all_are_verified(contributor)

    editor = log_in("editor")
    submit_all(editor)
    type_with_a_changed_word(editor)

    reviewer = log_in("reviewer")
    every_one_waits(reviewer)
    publish(reviewer)
    send_back(reviewer)
    let_through(reviewer)
    expect(waiting(reviewer)).to_have_count(len(SAID) - 2)
    its_author_reads_the_note(contributor)

    reader = browse_desk()
    readers_see_the_passage(reader)
    readers_see_the_reason(reader)
    the_timeline_tells_them_apart(reader)

    capture_again(reviewer)
    evidence_health_shows_it(editor)


def all_are_verified(page: Page) -> None:
    """On the page of the source, to which the link with its title leads."""
    page.locator(".breadcrumbs").get_by_role("link", name=TITLE).click()
    resting = page.locator(".source-resting li")
    expect(resting).to_have_text([re.compile(r"Draft.*– Word for word\s*$", re.DOTALL)] * len(SAID))


def submit_all(page: Page) -> None:
    page.goto(f"/admin/statements/statement/?status__exact=draft&{FROM_THAT_DAY}")
    expect(page.locator("#result_list tbody tr")).to_have_count(len(SAID))
    page.locator("#action-toggle").check()
    page.get_by_label("Action:").select_option("Submit selected for review")
    press(page, "Go")
    saved(page, f"{len(SAID)} statements are in review")


def type_with_a_changed_word(page: Page) -> None:
    """A sixth statement by hand, whose form shows in which word the source differs."""
    page.goto("/admin/statements/statement/add/")
    choose(page, "speaker", "manet", MANET)
    page.locator("#id_text").fill(MISTYPED)
    page.locator("#id_said_on").fill("2025-03-04")
    choose(page, "citations-0-source", "kite", TITLE)
    press(page, "Save and submit for review")
    saved(page, "Submitted for review")
    page.locator("#result_list").get_by_role("link", name=MISTYPED[:OPENING]).click()
    differs(page.locator("#citations-group"))


def differs(shown: Locator) -> None:
    expect(shown.locator(".rung-differs").first).to_have_text("Differs from the source")
    expect(shown.locator(".words del").first).to_have_text("forty")
    expect(shown.locator(".words ins").first).to_have_text("fifty")


def waiting(page: Page) -> Locator:
    """The rows of the review queue."""
    page.goto("/admin/")
    page.get_by_role("link", name="Review queue").click()
    return page.locator("table.queue tbody tr")


def every_one_waits(page: Page) -> None:
    expect(waiting(page)).to_have_count(len(SAID) + 1)
    views = page.get_by_role("navigation", name="What to show")
    expect(views.get_by_role("link", name="All")).to_have_text(f"All {len(SAID) + 1}")
    expect(views.get_by_role("link", name="Not verified")).to_have_text("Not verified 1")
    expect(page.locator("table.queue .rung-exact")).to_have_count(len(SAID))


def review(page: Page, words: str) -> None:
    waiting(page).filter(has_text=words[:OPENING]).get_by_role("link").click()
    expect(page.get_by_role("heading", name="The source")).to_be_visible()


def publish(page: Page) -> None:
    """After reading passage and entry side by side."""
    review(page, PUBLISHED)
    source, entry = page.locator(".beside").first.locator("> section").all()
    expect(source.locator(".passage mark")).to_contain_text(PUBLISHED)
    expect(source.locator(".passage")).to_contain_text("on the island's only hill")
    expect(entry).to_contain_text(PUBLISHED)
    left, right = source.bounding_box(), entry.bounding_box()
    assert left is not None
    assert right is not None
    assert left["x"] + left["width"] <= right["x"]
    assert left["y"] == right["y"]
    press(page, "Publish")
    saved(page, "Published")


def send_back(page: Page) -> None:
    review(page, SENT_BACK)
    press(page, "Send back")
    expect(page.locator(".errorlist")).to_contain_text("Say what is to be done")
    page.get_by_label("What is to be done").fill(NOTE)
    press(page, "Send back")
    saved(page, "Sent back")


def let_through(page: Page) -> None:
    """What differs cannot simply be published."""
    review(page, MISTYPED)
    differs(page.locator(".cited"))
    expect(page.get_by_role("button", name="Publish", exact=True)).to_have_count(0)
    page.get_by_label("Why publish it unverified").fill(REASON)
    press(page, "Let through and publish")
    saved(page, "Published unverified")


def its_author_reads_the_note(page: Page) -> None:
    page.goto(f"/admin/statements/statement/?status__exact=draft&{FROM_THAT_DAY}")
    page.locator("#result_list").get_by_role("link", name=SENT_BACK[:OPENING]).click()
    expect(page.locator(".review-note")).to_have_text(f"Sent back: {NOTE}")


def found(page: Page, query: str) -> Locator:
    page.goto(f"/statements/?{query}")
    return page.locator("article.statement")


def readers_see_the_passage(page: Page) -> None:
    found(page, "q=knows+the+way&verification=exact").locator(".words a").click()
    expect(page.locator("blockquote.words")).to_contain_text(PUBLISHED)
    expect(page.locator(".rung-exact")).to_have_text("Word for word")
    expect(page.locator(".passage mark")).to_contain_text(PUBLISHED)
    expect(page.locator(".passage")).to_contain_text("on the island's only hill")
    expect(page.get_by_role("main")).not_to_contain_text("The reviewer’s reason")


def readers_see_the_reason(page: Page) -> None:
    found(page, "q=fifty+tails").locator(".words a").click()
    expect(page.locator(".rung-differs")).to_have_text("Differs from the source")
    expect(page.get_by_role("main")).to_contain_text(f"The reviewer’s reason: {REASON}")


def the_timeline_tells_them_apart(page: Page) -> None:
    expect(found(page, "q=knows+the+way")).to_have_count(2)
    expect(found(page, "q=knows+the+way&verification=exact")).to_have_count(1)
    expect(page.locator("article.statement")).to_contain_text(PUBLISHED)
    for words in (SENT_BACK, "borrow any kite"):  # neither a draft nor what waits is public
        expect(found(page, f"q={words.replace(' ', '+')}")).to_have_count(0)


def capture_again(page: Page) -> None:
    """The newspaper changed a word; the first text stays what the statement rests on."""
    page.goto("/admin/sources/source/?q=kite")
    page.locator("#result_list").get_by_role("link", name=TITLE).click()
    paste(page, ARTICLE.replace(PUBLISHED, PUBLISHED.replace("forty", "ninety")))
    expect(page.locator(".capture-changes del")).to_have_text("forty")
    expect(page.locator(".capture-changes ins")).to_have_text("ninety")


def evidence_health_shows_it(page: Page) -> None:
    page.goto("/admin/")
    page.get_by_role("link", name="Evidence health").click()
    broken = "Sources whose newest text broke a quotation"
    page.get_by_role("link", name=f"{broken}: 1").click()
    expect(page.locator("#result_list tbody tr")).to_have_count(1)
    expect(page.locator("#result_list")).to_contain_text(TITLE)
