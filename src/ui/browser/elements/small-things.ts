/** Two small comforts: the officer menu closes by Esc or a click beside it, and paper says when it was printed. */

function closeMenus(except?: Element | null): void {
  for (const menu of document.querySelectorAll("details.aw-officer[open]"))
    if (menu !== except) menu.removeAttribute("open");
}

export function closeMenusOutside(): void {
  document.addEventListener("click", (event) => {
    closeMenus(event.target instanceof Element ? event.target.closest("details.aw-officer") : null);
  });
  document.addEventListener("keydown", (event) => {
    const menu = event.key === "Escape" ? document.querySelector("details.aw-officer[open]") : null;
    if (!menu) return;
    if (menu.contains(document.activeElement)) menu.querySelector("summary")?.focus();
    closeMenus();
  });
}

const stamp = new Intl.DateTimeFormat("de-DE", { timeZone: "Europe/Berlin", dateStyle: "medium", timeStyle: "short" });

export function stampPrints(): void {
  addEventListener("beforeprint", () => {
    const place = document.querySelector("[data-printed-at]");
    if (place) place.textContent = `${stamp.format(new Date())} Uhr`;
  });
}
