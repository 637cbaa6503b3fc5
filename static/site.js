// The only script of our own. When a list has been swapped it says aloud how many statements it
// holds, and leaves the groups of filters as the reader opened and closed them.
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
