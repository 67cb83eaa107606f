/**
 * `<amtsweg-form>`: warns before unsaved input is lost, sends once, Strg+S saves. Strg+Enter sends only on a check page;
 * Strg+S never presses a button that does more than save.
 */
import { isDirty } from "./dirty.ts";

class FormGuard extends HTMLElement {
  #sent = false;

  #form(): HTMLFormElement | null {
    return this.querySelector("form");
  }

  connectedCallback(): void {
    addEventListener("beforeunload", this.#onLeave);
    addEventListener("pageshow", this.#onShow);
    document.addEventListener("keydown", this.#onKey);
    this.addEventListener("submit", this.#onSubmit);
  }

  disconnectedCallback(): void {
    removeEventListener("beforeunload", this.#onLeave);
    removeEventListener("pageshow", this.#onShow);
    document.removeEventListener("keydown", this.#onKey);
  }

  #onLeave = (event: BeforeUnloadEvent): void => {
    const form = this.#form();
    if (form && !this.#sent && isDirty(form)) event.preventDefault();
  };

  #onShow = (): void => {
    this.#sent = false;
  };

  /** A double click does not send twice. */
  #onSubmit = (event: Event): void => {
    if (this.#sent) return event.preventDefault();
    this.#sent = true;
    // A form that answers with a file leaves the page open; it must work again.
    setTimeout(() => (this.#sent = false), 5_000);
  };

  #saveButton(): HTMLButtonElement | undefined {
    return [...this.querySelectorAll<HTMLButtonElement>("button[type=submit]")].find((button) =>
      (button.textContent ?? "").trim().startsWith("Speichern"),
    );
  }

  #onKey = (event: KeyboardEvent): void => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.repeat) return;
    const isMine = this.contains(document.activeElement) || document.querySelectorAll("amtsweg-form").length === 1;
    if (!isMine) return;
    if (event.key === "s") this.#press(event, this.#saveButton());
    if (event.key === "Enter" && "checkPage" in this.dataset)
      this.#press(event, this.querySelector<HTMLButtonElement>("button[type=submit]") ?? undefined);
  };

  #press(event: KeyboardEvent, button: HTMLButtonElement | undefined): void {
    if (!button) return;
    event.preventDefault();
    this.#form()?.requestSubmit(button);
  }
}

customElements.define("amtsweg-form", FormGuard);
