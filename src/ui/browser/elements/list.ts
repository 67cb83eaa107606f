/**
 * `<amtsweg-list>`: moves through the rows of a table by key. The focus sits on the link of the row, so the table stays
 * an ordinary table for screen readers. Never opens, sends or changes anything by a single key; x only ticks a box.
 */
import { isTyping } from "./dirty.ts";

const placeKey = (): string => `aw-row ${location.pathname}${location.search}`;

class List extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("keydown", this.#onKey);
    this.addEventListener("change", this.#onChange);
    this.addEventListener("click", this.#onClick);
    this.#returnToRow();
  }

  #rows(): HTMLElement[] {
    return [...this.querySelectorAll<HTMLElement>("tr.aw-row")];
  }

  #target(row: HTMLElement): HTMLElement {
    const target = row.querySelector<HTMLElement>("th a") ?? row.querySelector<HTMLElement>("a, button, input");
    if (target) return target;
    row.tabIndex = -1;
    return row;
  }

  #current(): HTMLElement | undefined {
    const active = document.activeElement;
    const row = active?.closest<HTMLElement>("tr.aw-row");
    if (row && this.contains(row)) return row;
    const preview = active?.closest("tr.aw-preview")?.previousElementSibling;
    return preview instanceof HTMLElement ? preview : undefined;
  }

  #move(step: number, extend: boolean): void {
    const rows = this.#rows();
    const current = this.#current();
    if (extend && current) this.#tick(current, true);
    const next = rows[current ? rows.indexOf(current) + step : 0];
    if (!next) return;
    if (extend) this.#tick(next, true);
    const target = this.#target(next);
    target.focus();
    target.scrollIntoView({ block: "nearest" });
  }

  #tick(row: HTMLElement, on?: boolean): void {
    const box = row.querySelector<HTMLInputElement>("input.aw-box");
    if (!box) return;
    box.checked = on ?? !box.checked;
    box.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #preview(row: HTMLElement, open?: boolean): boolean {
    const preview = row.nextElementSibling;
    if (!(preview instanceof HTMLElement) || !preview.classList.contains("aw-preview")) return false;
    preview.hidden = open === undefined ? !preview.hidden : !open;
    return true;
  }

  /** „Warum hier?“ of a row opens and closes like a preview. */
  #reason(row: HTMLElement): boolean {
    const reason = row.querySelector("details");
    if (reason) reason.open = !reason.open;
    return reason !== null;
  }

  /** Acts on what is ticked, or on the row with the focus. They lead to a page that asks, so a key may press them. */
  #act(key: string, row: HTMLElement): boolean {
    const button = document.querySelector<HTMLButtonElement>(`button[data-list-key="${CSS.escape(key)}"]`);
    if (!button?.form) return false;
    if (!this.querySelector("input.aw-box:checked")) this.#tick(row, true);
    button.form.requestSubmit(button);
    return true;
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || isTyping(event.target)) return;
    const mayUseLetters = document.documentElement.dataset["singleKeys"] !== "off";
    if (this.#handle(event.key, event, mayUseLetters)) event.preventDefault();
  };

  /** True when the key meant something here. */
  #handle(key: string, event: KeyboardEvent, letters: boolean): boolean {
    const row = this.#current();
    const onControl = event.target instanceof HTMLInputElement || event.target instanceof HTMLButtonElement;
    const step = stepOf(key, letters);
    if (step !== 0) this.#move(step, event.shiftKey);
    else if (key === "Escape" && row) this.#preview(row, false);
    else if (key === " " && row && !onControl) return this.#preview(row) || this.#reason(row);
    else if (letters && key === "x" && row) this.#tick(row);
    else if (letters && (key === "s" || key === "/")) return focusFilter();
    else return letters && row !== undefined && this.#act(key, row);
    return true;
  }

  #onChange = (): void => {
    const ticked = this.querySelectorAll("input.aw-box:checked").length;
    let line = this.querySelector<HTMLElement>(".aw-selected");
    if (!line) {
      line = document.createElement("p");
      line.className = "aw-selected";
      line.setAttribute("role", "status");
      this.append(line);
    }
    line.textContent = ticked === 0 ? "" : `${ticked} ausgewählt`;
  };

  #onClick = (event: MouseEvent): void => {
    const link = event.target instanceof Element ? event.target.closest("tr.aw-row a") : null;
    if (link) sessionStorage.setItem(placeKey(), link.getAttribute("href") ?? "");
  };

  /** Back from an opened item the focus stands on its row again. */
  #returnToRow(): void {
    const href = sessionStorage.getItem(placeKey());
    if (!href) return;
    const [entry] = performance.getEntriesByType("navigation");
    const cameBack = entry instanceof PerformanceNavigationTiming && entry.type === "back_forward";
    if (cameBack) this.querySelector<HTMLElement>(`tr.aw-row a[href="${CSS.escape(href)}"]`)?.focus();
    sessionStorage.removeItem(placeKey());
  }
}

function stepOf(key: string, letters: boolean): number {
  const name = letters ? key.toLowerCase() : key;
  if (key === "ArrowDown" || name === "j") return 1;
  return key === "ArrowUp" || name === "k" ? -1 : 0;
}

function focusFilter(): boolean {
  const field = document.querySelector<HTMLElement>("form[data-filter] :is(input, select)");
  field?.focus();
  return field !== null;
}

customElements.define("amtsweg-list", List);
