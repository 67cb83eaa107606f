/** The result of a search. Nothing found and nothing allowed look the same. */
import { emptyForm } from "../../../kernel/form-state.ts";
import type { Frame } from "../../../kernel/frame.ts";
import { DataTable, EmptyState, Page, TextField } from "../../../ui/index.ts";
import type { ShownHit } from "./hits.ts";

type SearchProps = { query: string; hits: readonly ShownHit[] | undefined; frame: Frame | undefined };

const most = 100;

const SearchForm = ({ query }: { query: string }) => (
  <search class="aw-filter">
    <form class="aw-filter__form" method="post" action="/suche">
      <TextField
        name="q"
        id="suchtext"
        label="Name, Az. oder Ort"
        required
        form={emptyForm}
        fallback={query}
        type="search"
        spellcheck={false}
      />
      <button type="submit" class="kern-btn kern-btn--primary">
        <span class="kern-label">Suchen</span>
      </button>
    </form>
  </search>
);

const countText = (count: number): string =>
  count === most ? `Die ersten ${most} Treffer. Suchen Sie genauer.` : count === 1 ? "1 Treffer" : `${count} Treffer`;

export const SearchPage = ({ query, hits, frame }: SearchProps) => (
  <Page title="Suche" frame={frame}>
    <SearchForm query={query} />
    {hits === undefined ? (
      <p>
        Jedes Wort muss mit einem Namen, dem Ort oder dem Aktenzeichen beginnen. Sonderzeichen sind nicht nötig: „Duric“
        findet „Đurić“.
      </p>
    ) : (
      <>
        {hits.length > 0 ? <p>{countText(hits.length)}</p> : null}
        <DataTable
          caption="Treffer"
          captionHidden
          columns={[
            { key: "name", label: "Name", cell: ({ name }) => name },
            { key: "az", label: "Aktenzeichen", cell: ({ fileNumber }) => fileNumber },
            { key: "treffer", label: "Gefunden über", cell: ({ matched }) => matched.join("; ") },
          ]}
          rows={hits}
          rowHref={({ href }) => href}
          empty={
            <EmptyState title="Kein Treffer.">
              <p>Prüfen Sie die Schreibweise, oder suchen Sie mit weniger Wörtern. Mindestens zwei Zeichen je Wort.</p>
            </EmptyState>
          }
        />
      </>
    )}
  </Page>
);
