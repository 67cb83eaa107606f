/** The help dialog: lists the keys that work on this page, and nothing that does not. */

type Key = [keys: string, action: string];

const settingText: Record<string, string> = {
  off: "Einzeltasten sind ausgeschaltet.",
  lists: "Einzeltasten gelten, solange der Fokus in einer Liste steht.",
  everywhere: "Einzeltasten gelten überall außer in Eingabefeldern.",
};

function keysOfPage(): Key[] {
  const keys: Key[] = [
    ["F1", "Tastenhilfe"],
    ["Strg+K", "Suche"],
  ];
  if (document.querySelector("amtsweg-list"))
    keys.push(
      ["j / k oder ↓ / ↑", "nächste / vorherige Zeile"],
      ["Enter", "Zeile öffnen"],
      ["s oder /", "in die Filterzeile"],
    );
  if (document.querySelector("amtsweg-list .aw-box"))
    keys.push(["x", "Zeile auswählen"], ["Umschalt+j / k", "Auswahl erweitern"]);
  if (document.querySelector(".aw-preview")) keys.push(["Leertaste", "Vorschau ein und aus"]);
  if (document.querySelector("amtsweg-list details")) keys.push(["Leertaste", "„Warum hier?“ ein und aus"]);
  for (const button of document.querySelectorAll<HTMLButtonElement>("button[data-list-key]"))
    keys.push([button.dataset["listKey"] ?? "", `${(button.textContent ?? "").trim()}: angehakte oder aktuelle Zeile`]);
  if (document.querySelector("amtsweg-form")) keys.push(["Strg+S", "Speichern, wo die Seite das anbietet"]);
  if (document.querySelector("amtsweg-form[data-check-page]")) keys.push(["Strg+Enter", "Absenden"]);
  for (const link of document.querySelectorAll<HTMLAnchorElement>("a[data-key]"))
    keys.push([
      [(link.dataset["key"] ?? "").replace(" ", ", dann "), link.dataset["keyAlso"]].filter(Boolean).join(" oder "),
      (link.dataset["keyLabel"] ?? link.textContent ?? "").trim(),
    ]);
  return keys;
}

function element(name: string, text: string, className = ""): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  if (className) made.className = className;
  return made;
}

function build(): HTMLDialogElement {
  const dialog = document.createElement("dialog");
  dialog.className = "aw-dialog";
  dialog.setAttribute("aria-labelledby", "tastenhilfe");
  const body = element("div", "", "aw-dialog__body");
  const head = element("div", "", "aw-dialog__head");
  const title = element("h2", "Tastenhilfe");
  title.id = "tastenhilfe";
  const close = element("button", "", "kern-btn kern-btn--secondary");
  close.append(element("span", "Schließen", "kern-label"));
  close.setAttribute("type", "button");
  close.addEventListener("click", () => dialog.close());
  head.append(title, close);
  const list = element("dl", "", "aw-keys");
  for (const [keys, action] of keysOfPage()) {
    const term = element("dt", "");
    term.append(element("kbd", keys));
    list.append(term, element("dd", action));
  }
  const setting = document.documentElement.dataset["singleKeys"] ?? "lists";
  const settings = element("a", "Einstellungen ändern");
  settings.setAttribute("href", "/einstellungen");
  const note = element("p", `${settingText[setting] ?? ""} `);
  note.append(settings);
  body.append(head, note, list);
  dialog.append(body);
  dialog.addEventListener("close", () => dialog.remove());
  return dialog;
}

export function toggleHelp(): void {
  const open = document.querySelector<HTMLDialogElement>("dialog.aw-dialog");
  if (open) return open.close();
  const dialog = build();
  document.body.append(dialog);
  dialog.showModal();
}
