/**
 * `<amtsweg-combobox data-source="/…">`: search while typing after the ARIA pattern (combobox with list). Without a
 * choice the typed words are sent and the server looks them up; it never guesses a choice for the user.
 */

type Choice = { value: string; label: string; hint?: string };

const isChoice = (item: unknown): item is Choice =>
  typeof item === "object" && item !== null && "value" in item && "label" in item;

const delayMs = 150;

class Combobox extends HTMLElement {
  #choices: Choice[] = [];
  #active = -1;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #request: AbortController | undefined;

  #input(): HTMLInputElement {
    return this.querySelector<HTMLInputElement>("input:not([type=hidden])") ?? document.createElement("input");
  }

  #list(): HTMLElement | null {
    return this.querySelector<HTMLElement>("[role=listbox]");
  }

  connectedCallback(): void {
    const input = this.#input();
    if (this.#list()) return;
    const listId = `${input.id}-liste`;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.setAttribute("aria-controls", listId);
    const anchor = document.createElement("div");
    anchor.className = "aw-combobox__anchor";
    const list = document.createElement("ul");
    list.className = "aw-combobox__list";
    list.id = listId;
    list.hidden = true;
    list.setAttribute("role", "listbox");
    list.setAttribute("aria-label", input.labels?.[0]?.textContent ?? "Vorschläge");
    const status = document.createElement("div");
    status.className = "kern-sr-only";
    status.setAttribute("role", "status");
    anchor.append(list, status);
    input.after(anchor);
    input.addEventListener("input", () => this.#onInput());
    input.addEventListener("keydown", (event) => this.#onKey(event));
    input.addEventListener("blur", () => setTimeout(() => this.#close(), 150));
    list.addEventListener("mousedown", (event) => this.#onPoint(event));
  }

  #onInput(): void {
    this.#setValue("");
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#ask(), delayMs);
  }

  #setValue(value: string): void {
    const hidden = this.querySelector<HTMLInputElement>("[data-combobox-value]");
    if (hidden) hidden.value = value;
  }

  async #ask(): Promise<void> {
    this.#request?.abort();
    const words = this.#input().value.trim();
    const source = this.dataset["source"];
    if (words === "" || !source) return this.#close();
    const request = new AbortController();
    this.#request = request;
    const url = new URL(source, location.href);
    if (url.origin !== location.origin) return;
    url.searchParams.set("q", words);
    try {
      const response = await fetch(url, { signal: request.signal, headers: { accept: "application/json" } });
      const answer: unknown = response.ok ? await response.json() : [];
      this.#show(Array.isArray(answer) ? answer.filter(isChoice) : []);
    } catch {
      if (!request.signal.aborted) this.#close();
    }
  }

  #show(choices: Choice[]): void {
    const list = this.#list();
    if (!list || document.activeElement !== this.#input()) return;
    this.#choices = choices;
    this.#active = -1;
    list.replaceChildren(...choices.map((choice, index) => this.#option(choice, index)));
    list.hidden = choices.length === 0;
    this.#input().setAttribute("aria-expanded", String(choices.length > 0));
    this.#input().removeAttribute("aria-activedescendant");
    const status = this.querySelector("[role=status]");
    if (status)
      status.textContent =
        choices.length === 0 ? "Kein Treffer" : choices.length === 1 ? "1 Treffer" : `${choices.length} Treffer`;
  }

  #option(choice: Choice, index: number): HTMLElement {
    const option = document.createElement("li");
    option.id = `${this.#input().id}-wahl-${index}`;
    option.setAttribute("role", "option");
    option.setAttribute("aria-selected", "false");
    option.textContent = choice.label;
    if (choice.hint) {
      const hint = document.createElement("small");
      hint.textContent = choice.hint;
      option.append(hint);
    }
    return option;
  }

  #close(): void {
    const list = this.#list();
    if (list) list.hidden = true;
    this.#active = -1;
    this.#input().setAttribute("aria-expanded", "false");
    this.#input().removeAttribute("aria-activedescendant");
  }

  #moveTo(index: number): void {
    const options = [...(this.#list()?.children ?? [])];
    this.#active = (index + options.length) % Math.max(options.length, 1);
    options.forEach((option, each) => option.setAttribute("aria-selected", String(each === this.#active)));
    const active = options[this.#active];
    if (!active) return;
    this.#input().setAttribute("aria-activedescendant", active.id);
    active.scrollIntoView({ block: "nearest" });
  }

  #choose(index: number): void {
    const choice = this.#choices[index];
    if (!choice) return;
    this.#input().value = choice.label;
    this.#setValue(choice.value);
    this.#close();
    this.#input().dispatchEvent(new Event("change", { bubbles: true }));
  }

  #onKey(event: KeyboardEvent): void {
    const isOpen = this.#list()?.hidden === false;
    if (event.isComposing) return;
    if (event.key === "ArrowDown" && !isOpen) void this.#ask();
    else if (event.key === "ArrowDown") this.#moveTo(this.#active + 1);
    else if (event.key === "ArrowUp" && isOpen) this.#moveTo(this.#active < 0 ? -1 : this.#active - 1);
    else if (event.key === "Enter" && isOpen && this.#active >= 0) this.#choose(this.#active);
    else if (event.key === "Escape" && isOpen) this.#close();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  #onPoint(event: MouseEvent): void {
    const option = event.target instanceof Element ? event.target.closest("[role=option]") : null;
    event.preventDefault();
    if (option) this.#choose([...(this.#list()?.children ?? [])].indexOf(option));
  }
}

customElements.define("amtsweg-combobox", Combobox);
