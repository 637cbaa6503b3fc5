// The only script of our own. When a list has been swapped it says aloud how many statements it
// holds, leaves the groups of filters as the reader opened and closed them, and lets the head of
// the page name the feed and the data of the list that is shown now.
let groups = [];
let focused = "";
document.addEventListener("htmx:beforeSwap", () => {
  groups = Array.from(document.querySelectorAll("details[id]"), ({ id, open }) => [id, open]);
  focused = document.activeElement?.id;
});
document.addEventListener("htmx:afterSwap", () => {
  for (const [id, open] of groups) {
    const group = document.getElementById(id);
    if (group) group.open = open;
  }
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const count = document.querySelector("#count");
  const live = document.querySelector("#announcement");
  if (count && live) live.textContent = count.textContent.trim();
});
function nameData() {
  for (const { href, type, textContent } of document.querySelectorAll(".take-away a[type]")) {
    const link = document.querySelector(`head link[rel=alternate][type="${type}"]`);
    if (link) Object.assign(link, { href, title: `${document.title} (${textContent})` });
  }
}
document.addEventListener("htmx:afterSettle", nameData);
document.addEventListener("htmx:historyRestore", nameData);
