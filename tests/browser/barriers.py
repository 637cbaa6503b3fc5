"""What axe finds on a page, in light and in the dark."""

from collections.abc import Sequence
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page

WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
#: No rule of these reads what axe would gather from style sheets.
ONLY_VIOLATIONS = {"resultTypes": ["violations"], "preload": {"assets": ["media"]}}
ALL_RULES = {"runOnly": {"type": "tag", "values": WCAG}, **ONLY_VIOLATIONS}
COLOURS = {
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
    **ONLY_VIOLATIONS,
}
STILL = "* { transition: none !important }"  # else colours are measured in mid-change

#: The contrast of each word takes axe a millisecond, and many are alike: of all elements with the
#: same looks, in surroundings with the same looks, it is asked about the first. What is out of the
#: flow may lie on anything: neither it and all within it, nor what it touches, is like another.
MARK_ONE_OF_EACH_LOOK = """() => {
    const properties = [
        "display", "visibility", "color", "backgroundColor", "backgroundImage", "opacity",
        "fontSize", "fontWeight", "fontStyle", "fontFamily", "textDecorationLine", "textShadow",
        "filter", "mixBlendMode", "borderBottomWidth", "borderBottomColor", "clipPath",
    ];
    const flows = style => ["static", "relative"].includes(style.position)
        && style.float === "none" && style.transform === "none"
        && /^(auto|0px| )*$/.test(style.inset)
        && style.gridRowStart === "auto" && style.gridColumnStart === "auto"
        && !style.margin.includes("-");
    const looks = new Map([[document.documentElement, ""]]), loose = [], seen = new Set();
    for (const element of document.querySelectorAll("body, body *")) {
        const style = getComputedStyle(element);
        const inFlow = flows(style) && !(element instanceof SVGElement);
        if (!inFlow) loose.push([element, element.getBoundingClientRect()]);
        const own = inFlow ? properties.map(name => style[name]).join() : `only ${looks.size}`;
        looks.set(element, `${looks.get(element.parentElement)} / ${own}`);
    }
    const touched = (element, box) => loose.some(([other, its]) => !other.contains(element)
        && its.left < box.right && box.left < its.right
        && its.top < box.bottom && box.top < its.bottom);
    for (const [element, look] of looks) {
        const whole = `${element.localName} ${look}`;
        const first = !seen.has(whole) || touched(element, element.getBoundingClientRect());
        element.toggleAttribute("data-look", first);
        seen.add(whole);
    }
    axe.configure({rules: [
        {id: "color-contrast", selector: "[data-look]"},
        {id: "link-in-text-block", selector: "a[href][data-look]"},
    ]});
}"""


def violations(page: Page, path: str, leave_out: Sequence[str] = ()) -> list[str]:
    """What axe finds in light, and of the colours in the dark: element and reason."""
    page.emulate_media(color_scheme="light")
    page.goto(path)
    page.add_style_tag(content=STILL)
    found = barriers(page, leave_out)
    page.emulate_media(color_scheme="dark")
    return found + pale(page, leave_out)


def barriers(page: Page, leave_out: Sequence[str] = ()) -> list[str]:
    """All that is found on a page as it is; to be asked before `pale`."""
    return axe(page, ALL_RULES, leave_out)


def pale(page: Page, leave_out: Sequence[str] = ()) -> list[str]:
    """What can hardly be told from its ground, or from the words about it."""
    bring_axe(page)
    page.evaluate(MARK_ONE_OF_EACH_LOOK)
    return axe(page, COLOURS, leave_out)


def axe(page: Page, options: dict[str, Any], leave_out: Sequence[str]) -> list[str]:
    bring_axe(page)
    found = page.evaluate(
        "([context, options]) => axe.run(context, options).then(({violations}) => violations)",
        [{"exclude": [[one] for one in leave_out]}, options],
    )
    first = [(violation["id"], violation["nodes"][0]) for violation in found]
    return [f"{name}: {node['html'][:200]}\n{node['failureSummary']}" for name, node in first]


def bring_axe(page: Page) -> None:
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE_SCRIPT)
