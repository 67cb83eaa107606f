/** The one table of the product. Sorts by links, never by script; the caller decides which columns may be sorted. */
import type { Child } from "hono/jsx";

export type Column<Row> = {
  key: string;
  label: string;
  numeric?: boolean | undefined;
  /** The one column with sentences; the others keep their words together. */
  wide?: boolean | undefined;
  sortable?: boolean | undefined;
  /** Holds a control that names itself: where a row becomes a block, the label would say the same word again. */
  action?: boolean | undefined;
  cell: (row: Row) => Child;
};

export type Sort = { key: string; direction: "asc" | "desc" };

export type DataTableProps<Row> = {
  /** Says what the rows are; also names the scroll area. Two tables of one page need different captions. */
  caption: string;
  /** The first column is the head of the row and carries the link. */
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  sort?: Sort | undefined;
  sortHref?: ((key: string) => string) | undefined;
  rowHref?: ((row: Row) => string) | undefined;
  /** Boxes for bulk actions; `form` is the id of the form they belong to. */
  selectable?: { name: string; value: (row: Row) => string; label: (row: Row) => string; form: string } | undefined;
  /** Shown with the space key, in the words of the row. */
  preview?: ((row: Row) => Child) | undefined;
  /** Row that needs the eye first, for example overdue; the words must say it too. */
  mark?: ((row: Row) => boolean) | undefined;
  captionHidden?: boolean | undefined;
  empty: Child;
};

const slug = (text: string): string => text.toLowerCase().replaceAll(/[^\p{L}\p{N}]+/gu, "-");

const direction = (sort: Sort | undefined, key: string) =>
  sort?.key !== key ? undefined : sort.direction === "asc" ? "ascending" : "descending";

const widthOf = <Row,>({ numeric, wide }: Column<Row>) =>
  numeric ? "aw-table__numeric" : wide ? "aw-table__wide" : undefined;

function HeadCell<Row>({ column, table }: { column: Column<Row>; table: DataTableProps<Row> }) {
  const sorted = direction(table.sort, column.key);
  const canSort = column.sortable && table.sortHref;
  return (
    <th scope="col" class={widthOf(column)} aria-sort={sorted}>
      {canSort && table.sortHref ? (
        <a class="aw-table__sort" href={table.sortHref(column.key)}>
          {column.label}
          <span class="aw-table__arrow" aria-hidden="true">
            {sorted === undefined ? "↕" : sorted === "ascending" ? "▲" : "▼"}
          </span>
          <span class="kern-sr-only">, sortieren</span>
        </a>
      ) : (
        column.label
      )}
    </th>
  );
}

function BodyRow<Row>({ row, table }: { row: Row; table: DataTableProps<Row> }) {
  const { selectable, preview } = table;
  return (
    <>
      <tr class={table.mark?.(row) ? "aw-row aw-row--marked" : "aw-row"}>
        {selectable ? (
          <td class="aw-table__select">
            <input
              type="checkbox"
              class="aw-box"
              name={selectable.name}
              value={selectable.value(row)}
              form={selectable.form}
              aria-label={`Auswählen: ${selectable.label(row)}`}
            />
          </td>
        ) : null}
        {table.columns.map((column, index) => {
          const content = column.cell(row);
          if (index > 0)
            return (
              <td
                class={column.numeric ? "aw-table__numeric" : undefined}
                data-label={column.action ? undefined : column.label}
              >
                {content}
              </td>
            );
          return (
            <th scope="row" data-label={column.label}>
              {table.rowHref ? <a href={table.rowHref(row)}>{content}</a> : content}
            </th>
          );
        })}
      </tr>
      {preview ? (
        <tr class="aw-preview" hidden>
          <td colspan={table.columns.length + (selectable ? 1 : 0)}>{preview(row)}</td>
        </tr>
      ) : null}
    </>
  );
}

export function DataTable<Row>(table: DataTableProps<Row>) {
  if (table.rows.length === 0) return <div class="aw-empty-list">{table.empty}</div>;
  const captionId = `tabelle-${slug(table.caption)}`;
  return (
    <amtsweg-list>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- the keyboard must be able to scroll a wide table */}
      <section class="aw-table-scroll" aria-labelledby={captionId} tabindex={0}>
        <table class="aw-table">
          <caption id={captionId} class={table.captionHidden ? "kern-sr-only" : undefined}>
            {table.caption}
          </caption>
          <thead>
            <tr>
              {table.selectable ? (
                <th scope="col" class="aw-table__select">
                  <span class="kern-sr-only">Auswahl</span>
                </th>
              ) : null}
              {table.columns.map((column) => (
                <HeadCell column={column} table={table} />
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <BodyRow row={row} table={table} />
            ))}
          </tbody>
        </table>
      </section>
    </amtsweg-list>
  );
}
