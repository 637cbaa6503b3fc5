// The only script of our own: says aloud how many statements a swapped list holds.
document.addEventListener("htmx:afterSwap", () => {
  const count = document.querySelector("#count");
  const live = document.querySelector("#announcement");
  if (count && live) live.textContent = count.textContent.trim();
});
