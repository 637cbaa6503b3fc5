"""Two people at one statement, and a change of what readers know already."""

from playwright.sync_api import expect

from tests.browser.conftest import LogIn, Open
from tests.browser.desk import choose, press, saved


def test_a_stale_save_shows_both_texts(log_in: LogIn) -> None:
    first, second = log_in("editor"), log_in("contributor", refused=True)
    first.goto("/admin/statements/statement/add/")
    choose(first, "speaker", "manet", "Hun Manet")
    first.locator("#id_text").fill("The snail is never late.")
    press(first, "Save and continue editing")
    second.goto(first.url)
    first.locator("#id_text").fill("The snail is seldom late.")
    press(first, "Save and continue editing")
    saved(first, "was changed successfully")

    second.locator("#id_text").fill("The snail is always late.")
    with second.expect_response(lambda answer: answer.request.method == "POST") as answer:
        press(second, "Save")
    assert answer.value.status == 409
    expect(second.locator(".beside .text")).to_have_text(
        ["The snail is seldom late.", "The snail is always late."]
    )
    expect(second.locator(".words del")).to_have_text("seldom")
    expect(second.locator(".words ins")).to_have_text("always")

    second.get_by_label("As saved now").check()
    press(second, "Save what is chosen")
    saved(second, "was changed successfully")
    first.reload()
    expect(first.locator("#id_text")).to_have_value("The snail is seldom late.")


def test_a_correction_is_told_to_readers(log_in: LogIn, browse_desk: Open) -> None:
    reviewer = log_in("reviewer")
    reviewer.goto("/admin/statements/statement/10/change/")
    reviewer.locator("#id_context").fill("It was said under a paper moon.")
    press(reviewer, "Save")
    expect(reviewer.locator(".field-correction_note .errorlist")).to_be_visible()

    reader = browse_desk("/s/10/")
    expect(reader.get_by_role("main")).not_to_contain_text("paper moon")

    reviewer.get_by_label("What did you correct, and why?").fill("The paper moon was forgotten.")
    press(reviewer, "Save")
    saved(reviewer, "was changed successfully")
    reader.reload()
    expect(reader.get_by_role("main")).to_contain_text("It was said under a paper moon.")
    corrections = reader.locator("#corrections + ol li")
    expect(corrections.last).to_contain_text(
        "Correction (version 2): The paper moon was forgotten."
    )
