/** Swaps the content of a region and leaves the user where he was: focus, opened parts, scroll positions. */

const openParts = (region: Element): string[] =>
  [...region.querySelectorAll("details[open] > summary")].map((summary) => summary.textContent ?? "");

/** Finds the same control again: by id, otherwise by what it does. */
function selectorOf(element: Element): string | undefined {
  if (element.id) return `#${CSS.escape(element.id)}`;
  for (const name of ["href", "name", "value"]) {
    const value = element.getAttribute(name);
    if (value) return `${element.localName}[${name}="${CSS.escape(value)}"]`;
  }
  return undefined;
}

export function swapContent(region: HTMLElement, fresh: Element): void {
  const active = document.activeElement;
  const place = active && region.contains(active) ? selectorOf(active) : undefined;
  const opened = openParts(region);
  const scrolled = [...region.querySelectorAll(".aw-table-scroll")].map((each) => each.scrollLeft);
  for (const each of fresh.querySelectorAll("[autofocus]")) each.removeAttribute("autofocus");
  region.replaceChildren(...[...fresh.childNodes].map((node) => document.importNode(node, true)));
  for (const summary of region.querySelectorAll("details > summary"))
    if (opened.includes(summary.textContent ?? "")) summary.parentElement?.setAttribute("open", "");
  region.querySelectorAll(".aw-table-scroll").forEach((each, index) => (each.scrollLeft = scrolled[index] ?? 0));
  if (!place) return;
  const again = region.querySelector<HTMLElement>(place) ?? document.querySelector<HTMLElement>("h1");
  again?.focus({ preventScroll: true });
}
