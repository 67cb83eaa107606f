/**
 * Keys of the whole page. Single keys obey the officer's setting (WCAG 2.1.4) and only ever follow links: they press
 * the element that carries `data-key` (or `data-key-also`, a second one), and only links carry it.
 */
import { isTyping } from "./dirty.ts";
import { toggleHelp } from "./key-help.ts";

const sequenceMs = 1_500;

let prefix = "";
let timer: ReturnType<typeof setTimeout> | undefined;

function setPrefix(key: string): void {
  clearTimeout(timer);
  prefix = key;
  if (key) timer = setTimeout(() => (prefix = ""), sequenceMs);
}

function mayUseSingleKeys(target: EventTarget | null): boolean {
  const setting = document.documentElement.dataset["singleKeys"];
  if (setting === "everywhere") return true;
  return setting === "lists" && target instanceof Element && target.closest("amtsweg-list") !== null;
}

function follow(key: string): boolean {
  const name = CSS.escape(key);
  const link = document.querySelector<HTMLAnchorElement>(`a[data-key="${name}"], a[data-key-also="${name}"]`);
  link?.click();
  return link !== null;
}

function single(key: string): boolean {
  if (prefix) {
    const full = `${prefix} ${key}`;
    setPrefix("");
    return follow(full);
  }
  if (key === "g") setPrefix("g");
  else if (key === "?") toggleHelp();
  else return follow(key);
  return true;
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("#suche");
  search?.focus();
  search?.select();
  return search !== null;
}

function onKey(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing) return;
  const control = event.ctrlKey || event.metaKey;
  let used = event.key === "F1";
  if (used) toggleHelp();
  else if (control && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k") used = focusSearch();
  else if (!control && !event.altKey && event.key.length === 1 && !isTyping(event.target))
    used = mayUseSingleKeys(event.target) && single(event.key);
  if (used) event.preventDefault();
}

export const listenToKeys = (): void => document.addEventListener("keydown", onKey);
