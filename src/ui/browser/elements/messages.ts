/** Messages at the foot of the window. Polite: they are read out after what the user is doing; stop bands are not sent here. */

type MessageOptions = { button?: { label: string; onClick: () => void }; kind?: "info" | "warning" };
export type Message = { remove: () => void };

function area(): HTMLElement {
  const existing = document.querySelector<HTMLElement>(".aw-messages");
  if (existing) return existing;
  const made = document.createElement("div");
  made.className = "aw-messages";
  made.setAttribute("role", "status");
  document.body.append(made);
  return made;
}

const shown = new Map<string, Message>();

/** Shows the text once; the same key replaces the older message. */
export function showMessage(key: string, text: string, { button, kind = "info" }: MessageOptions = {}): Message {
  hideMessage(key);
  const box = document.createElement("div");
  box.className = `aw-message aw-message--${kind}`;
  const words = document.createElement("span");
  words.textContent = text;
  box.append(words);
  if (button) {
    const control = document.createElement("button");
    control.type = "button";
    control.textContent = button.label;
    control.addEventListener("click", () => {
      hideMessage(key);
      button.onClick();
    });
    box.append(control);
  }
  area().append(box);
  const message = { remove: () => box.remove() };
  shown.set(key, message);
  return message;
}

export function hideMessage(key: string): void {
  shown.get(key)?.remove();
  shown.delete(key);
}

/** Said to screen readers only. */
export function announce(text: string): void {
  const words = document.createElement("span");
  words.className = "kern-sr-only";
  words.textContent = text;
  area().append(words);
  setTimeout(() => words.remove(), 5000);
}
