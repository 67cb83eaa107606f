import { expect, test } from "vitest";
import { FilterBar, formatNumber, ListTabs, Pager } from "./index.ts";
import { pagesToShow } from "./list-page.tsx";

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [4, 12, [1, 0, 3, 4, 5, 0, 12]],
  [2, 12, [1, 2, 3, 0, 12]],
  [12, 12, [1, 0, 11, 12]],
])("page %d of %d shows %j (0 is a gap)", (page, pages, shown) => {
  expect(pagesToShow(page, pages)).toEqual(shown);
});

test("a list of one page has no pager", () => {
  expect(String(<Pager page={1} pages={1} href={(page) => `?seite=${page}`} />)).toBe("");
});

test("the current page is named for screen readers", () => {
  const text = String(<Pager page={2} pages={3} href={(page) => `?seite=${page}`} />);
  expect(text).toContain('<a href="?seite=2" aria-label="Seite 2" aria-current="page">2</a>');
});

test("the count of a tab is grouped like every number, and words stay words", () => {
  const tabs = [20_000, "99+"].map((count) => ({ href: "?", label: "Alle", count, current: false }));
  const text = String(<ListTabs tabs={tabs} />);
  expect(text).toContain(`> ${formatNumber(20_000)}<`);
  expect(text).toContain("> 99+<");
});

test("each active filter is taken away by its own link, and the filter is a GET form", () => {
  const text = String(
    <FilterBar action="/fristen" active={[{ label: "Frist: heute", removeHref: "/fristen?team=1" }]}>
      <input name="az" />
    </FilterBar>,
  );
  expect(text).toContain('method="get" action="/fristen"');
  expect(text).toContain('<a class="aw-chip" href="/fristen?team=1">Frist: heute');
});

test("tabs are links of their own, with the number key that follows them", () => {
  const text = String(<ListTabs tabs={[{ href: "?t=heute", label: "Heute", count: 6, current: true }]} />);
  expect(text).toContain('href="?t=heute" aria-current="page" data-key="1"');
});
