"""What an editor does again and again in the admin."""

from playwright.sync_api import Page, expect


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
