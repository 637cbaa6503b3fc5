"""What an editor does again and again in the admin."""

from playwright.sync_api import Page, expect

PASSWORD = "on-record-demo"


def give_password(page: Page, name: str) -> None:
    """Logs in one of the demo's people."""
    page.get_by_label("Username").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Log in").click()
    expect(page.locator("#user-tools")).to_contain_text(name, ignore_case=True)


def press(page: Page, name: str) -> None:
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, field: str, term: str, option: str) -> None:
    """Picks from the choices that typing brings up."""
    box = page.locator(f"#id_{field} + .select2")
    box.click()
    search = page.locator(".select2-container--open .select2-search__field").last
    search.fill(term)
    page.locator(".select2-results__option", has_text=option).first.click()
    expect(box).to_contain_text(option)


def saved(page: Page, message: str) -> None:
    expect(page.locator(".messagelist")).to_contain_text(message)
