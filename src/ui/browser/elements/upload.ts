/** `<amtsweg-upload data-max-bytes>`: says before sending that a file is too big or of the wrong kind, and that it is on its way. */
import { problemOf } from "./accepts.ts";

class Upload extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener("change", () => this.#check());
    this.closest("form")?.addEventListener("submit", (event) => {
      if (!event.defaultPrevented && this.#chosen().length > 0) this.#say("Datei wird übertragen …", true);
    });
  }

  #input(): HTMLInputElement | null {
    return this.querySelector("input[type=file]");
  }

  #chosen(): File[] {
    return [...(this.#input()?.files ?? [])];
  }

  /** A file that cannot be taken is put back at once, so that nobody sends it and waits in vain. */
  #check(): void {
    const input = this.#input();
    if (!input) return;
    const max = Number(this.dataset["maxBytes"] ?? 0);
    const problem = this.#chosen()
      .map((file) => problemOf(file, input.accept, max))
      .find(Boolean);
    if (problem) input.value = "";
    this.#say(problem ?? "", false);
  }

  #say(text: string, busy: boolean): void {
    let line = this.querySelector<HTMLElement>(".aw-upload__message");
    if (!line) {
      line = document.createElement("div");
      line.className = "aw-upload__message";
      line.setAttribute("role", "alert");
      this.append(line);
    }
    line.textContent = text;
    if (!busy) return;
    const progress = document.createElement("progress");
    progress.setAttribute("aria-label", text);
    line.append(progress);
  }
}

customElements.define("amtsweg-upload", Upload);
