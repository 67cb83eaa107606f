/**
 * An open page as the browser script holds it (ui/browser/elements/live.ts): an event stream; at a stop the bands alone,
 * and a little later the whole page; at a change of the measure that is open its page at once.
 */
import { Agent, type ClientRequest, get, type IncomingMessage } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Instants of one stop: heard of, and shown; `settled`: also the rest of the page has been asked for. */
export type Seen = { heard: number; shown: number; settled: Promise<unknown> };
export type Screen = { next: () => Promise<Seen>; close: () => void };

/** `waitsFor`: the event that matters here; `shownBy`: what is asked for then; `words`: what it says once it knows. */
export type ScreenOf = {
  url: string;
  token: string;
  topics: readonly string[];
  waitsFor: "event: stop" | "event: change";
  shownBy: () => string;
  words: string;
  page: () => string;
};

const opened = (request: ClientRequest): Promise<IncomingMessage> =>
  new Promise((done, failed) => request.once("response", done).once("error", failed));

export async function openScreen(screen: ScreenOf): Promise<Screen> {
  const { url, token, topics, waitsFor, shownBy, words, page } = screen;
  // A line for each: an idle one may be closed by the server in the moment it is used.
  const agent = new Agent();
  const headers = { cookie: `amtsweg=${token}`, accept: "text/html" };
  const stream = get(`${url}/live?topics=${topics.join(",")}`, { headers, agent });
  const events = await opened(stream);
  if (events.statusCode !== 200) throw new Error(`/live: ${events.statusCode}`);
  events.on("error", () => undefined);
  let heardOf: (at: number) => void = () => undefined;
  events.setEncoding("utf8").on("data", (text: string) => {
    if (text.includes(waitsFor)) heardOf(performance.now());
  });
  const ask = async (path: string): Promise<string> => {
    const answer = await opened(get(`${url}${path}`, { headers, agent }));
    let html = "";
    for await (const chunk of answer.setEncoding("utf8")) html += String(chunk);
    if (answer.statusCode !== 200) throw new Error(`${path}: ${answer.statusCode}`);
    return html;
  };
  const restOfPage = async (): Promise<void> => {
    await pause(300 + Math.random() * 1200);
    await ask(page());
  };
  return {
    next: async () => {
      const heard = await new Promise<number>((done) => (heardOf = done));
      const html = await ask(shownBy());
      if (!html.includes(words)) throw new Error(`${shownBy()}: no stop on it`);
      return { heard, shown: performance.now(), settled: restOfPage() };
    },
    close: () => {
      stream.destroy();
      agent.destroy();
    },
  };
}
