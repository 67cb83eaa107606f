/** Asks the server for a page again. What the officer may see is decided there, each time anew. */

/** `refused`: the address answers with an error or leads elsewhere (sign-in, a page that only answers a form). */
export type FreshPage = Document | "unreachable" | "refused";

export async function fetchFreshPage(address: string = location.href): Promise<FreshPage> {
  try {
    const response = await fetch(address, {
      headers: { "X-Amtsweg-Fragment": "1", accept: "text/html" },
      cache: "no-store",
    });
    if (!response.ok || response.redirected) return "refused";
    const fresh = new DOMParser().parseFromString(await response.text(), "text/html");
    const ends = fresh.documentElement.dataset["sessionEnds"];
    if (ends) document.documentElement.dataset["sessionEnds"] = ends;
    return fresh;
  } catch {
    return "unreachable";
  }
}
