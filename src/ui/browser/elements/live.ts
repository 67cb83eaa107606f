/**
 * `<amtsweg-live topics="request:ID">`: asks for the current page again when one of its topics changed, and shows new
 * stop signals at once. Never throws away what the user has typed.
 */
import { connected, disconnected } from "./connection.ts";
import { holdsInput } from "./dirty.ts";
import { fetchFreshPage, type FreshPage } from "./fresh-page.ts";
import { swapContent } from "./keep-place.ts";
import { announce, hideMessage, showMessage } from "./messages.ts";
import { updateBands } from "./stop-bands.ts";

/** The server sends a beat every 15 s; two missed ones mean a lost line. */
const silenceMs = 40_000;
/** Browsers allow few connections at a time: a tab nobody sees gives its own back. */
const hiddenMs = 5_000;
/** What changes every half second, such as an import, is not said every half second. */
const quietMs = 10_000;
/** Kinds of topics that the server adds for the own authority. */
const alwaysTold = new Set(["inbox", "alerts"]);

class Live extends HTMLElement {
  #source: EventSource | undefined;
  #silence: ReturnType<typeof setTimeout> | undefined;
  #hidden: ReturnType<typeof setTimeout> | undefined;
  #retryMs = 2_000;
  #lost = false;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #wholeSoon = false;
  #shown = "";
  #saidAt = -quietMs;
  /** Turns of asking for the page: of two answers the older one may come last, and is not shown; frame and region apart. */
  #asked = 0;
  #frameShown = 0;
  #regionShown = 0;

  connectedCallback(): void {
    this.#shown = this.innerHTML;
    document.addEventListener("visibilitychange", this.#onVisibility);
    if (document.visibilityState === "visible") this.#open();
  }

  disconnectedCallback(): void {
    document.removeEventListener("visibilitychange", this.#onVisibility);
    this.#close();
  }

  #topics(): string[] {
    return (this.getAttribute("topics") ?? "").split(",").filter(Boolean);
  }

  #onVisibility = (): void => {
    clearTimeout(this.#hidden);
    if (document.visibilityState === "hidden") {
      this.#hidden = setTimeout(() => this.#close(), hiddenMs);
    } else if (!this.#source) {
      this.#open();
      void this.#refresh();
    }
  };

  #open(): void {
    this.#close();
    const asked = this.#topics().filter((topic) => !alwaysTold.has(topic));
    const source = new EventSource(`/live?topics=${encodeURIComponent(asked.join(","))}`);
    this.#source = source;
    source.addEventListener("open", () => this.#heard());
    source.addEventListener("beat", () => this.#heard());
    source.addEventListener("change", (event) => this.#changed(String(event.data)));
    source.addEventListener("stop", () => void this.#stopped());
    source.addEventListener("moved", () => this.#move());
    source.addEventListener("error", () => this.#failed(source));
  }

  #close(): void {
    clearTimeout(this.#silence);
    this.#source?.close();
    this.#source = undefined;
  }

  #heard(): void {
    clearTimeout(this.#silence);
    this.#silence = setTimeout(() => this.#lose(), silenceMs);
    this.#retryMs = 2_000;
    connected();
    if (this.#lost) void this.#refresh();
    this.#lost = false;
  }

  /** This process ends and another one goes on; not all pages knock there at the same moment. */
  #move(): void {
    this.#close();
    this.#lost = true;
    setTimeout(() => this.#openIfSeen(), 200 + Math.random() * 800);
  }

  #openIfSeen(): void {
    if (this.isConnected && document.visibilityState === "visible") this.#open();
  }

  #lose(): void {
    this.#lost = true;
    disconnected();
  }

  /** The browser tries again by itself unless the server refused; then we do, more and more slowly. */
  #failed(source: EventSource): void {
    this.#lose();
    if (source.readyState !== EventSource.CLOSED || source !== this.#source) return;
    this.#close();
    setTimeout(() => this.#openIfSeen(), this.#retryMs);
    this.#retryMs = Math.min(this.#retryMs * 2, 60_000);
  }

  #changed(topic: string): void {
    this.#heard();
    const kind = topic.split(":", 1)[0] ?? "";
    if (topic === "*" || this.#topics().includes(topic) || this.#topics().includes(kind)) void this.#refresh();
    else if (alwaysTold.has(kind)) this.#refreshSoon(false);
  }

  /** What every page of an authority is told, every page would ask for in the same moment: so each waits a little. */
  #refreshSoon(whole: boolean): void {
    this.#wholeSoon ||= whole;
    if (this.#soon) return;
    this.#soon = setTimeout(
      () => {
        const all = this.#wholeSoon;
        this.#soon = undefined;
        this.#wholeSoon = false;
        void (all ? this.#refresh() : this.#refreshFrame());
      },
      300 + Math.random() * 1200,
    );
  }

  /** Bands, counts of the navigation; the region only where it is asked for. */
  async #refreshFrame(turn = ++this.#asked): Promise<FreshPage> {
    const fresh = await fetchFreshPage();
    if (!(fresh instanceof Document) || turn < this.#frameShown) return fresh;
    this.#frameShown = turn;
    updateFrame(fresh);
    return fresh;
  }

  async #refresh(): Promise<void> {
    const turn = ++this.#asked;
    const fresh = await this.#refreshFrame(turn);
    if (!(fresh instanceof Document)) {
      if (fresh === "refused") this.#offer(() => location.assign(location.href));
      return;
    }
    if (turn < this.#regionShown) return;
    this.#regionShown = turn;
    const region = fresh.querySelector("amtsweg-live");
    if (!region || region.innerHTML === this.#shown) return;
    if (this.dataset["keepsPlace"] !== undefined && changesRows(this, region)) this.#offerRows(region);
    else if (holdsInput(this) || this.querySelector("dialog[open]")) this.#offer(() => this.#show(region));
    else this.#show(region);
  }

  /** The bands first and alone, also on a page that only answers a form; what else the stop changed comes after. */
  async #stopped(): Promise<void> {
    this.#heard();
    const bands = await fetchFreshPage("/stopp/baender");
    if (bands instanceof Document) updateBands(bands);
    this.#refreshSoon(true);
  }

  #show(region: Element): void {
    hideMessage("fresh");
    this.#shown = region.innerHTML;
    swapContent(this, region);
    if (performance.now() - this.#saidAt < quietMs) return;
    this.#saidAt = performance.now();
    announce("Angaben aktualisiert");
  }

  /** A list in which somebody works does not jump: what came is said, and shown when wanted. */
  #offerRows(region: Element): void {
    const added = newRows(this, region);
    const text =
      added === 0 ? "Die Liste hat sich geändert." : added === 1 ? "1 neuer Eintrag." : `${added} neue Einträge.`;
    showMessage("fresh", text, { button: { label: "Einblenden", onClick: () => this.#show(region) } });
  }

  #offer(show: () => void): void {
    const loss = holdsInput(this) ? " Beim Anzeigen gehen nicht gespeicherte Eingaben verloren." : "";
    showMessage("fresh", `Neue Angaben liegen vor.${loss}`, {
      button: { label: "Neue Angaben anzeigen", onClick: show },
    });
  }
}

const rowsOf = (region: Element): string[] =>
  [...region.querySelectorAll("tr.aw-row")].map((row) => row.querySelector("a")?.getAttribute("href") ?? "");

function newRows(shown: Element, fresh: Element): number {
  const known = rowsOf(shown);
  return rowsOf(fresh).filter((row) => !known.includes(row)).length;
}

const changesRows = (shown: Element, fresh: Element): boolean => rowsOf(shown).join(" ") !== rowsOf(fresh).join(" ");

function updateFrame(fresh: Document): void {
  updateBands(fresh);
  const shown = document.querySelector("#navigation ul");
  const counts = fresh.querySelector("#navigation ul");
  if (!shown || !counts || shown.contains(document.activeElement)) return;
  for (const link of counts.querySelectorAll("a")) {
    const same = shown.querySelector(`a[href="${CSS.escape(link.getAttribute("href") ?? "")}"]`);
    same?.replaceChildren(...[...link.childNodes].map((node) => document.importNode(node, true)));
  }
}

customElements.define("amtsweg-live", Live);
