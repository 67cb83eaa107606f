/** The door of the look: every component and format a feature may use. */
export { type Assets, type AssetResponse, assetResponse, assetUrl, loadAssets } from "./assets.ts";
export { type Bar, BarChart } from "./chart.tsx";
export { Checkbox, CheckboxGroup, type Option, RadioGroup, SelectField } from "./choice-fields.tsx";
export { ComboboxField, comboboxTextName } from "./combobox-field.tsx";
export {
  Alert,
  Card,
  Columns,
  DescriptionList,
  Disclosure,
  EmptyState,
  Heading,
  IdentityBar,
  Money,
  Num,
  Panel,
} from "./content.tsx";
export { ButtonRow, ErrorSummary, Form, LinkButton, SubmitButton } from "./form.tsx";
export { formatMoney, formatNumber, formatShare, formatSize, germanList } from "./format-number.ts";
export { formatDay, formatInstant, formatLongDay, formatNight, formatTime, formatWeekday } from "./format.ts";
export type { Frame, NavItem, Settings, SingleKeys } from "./frame.ts";
export { ExportLinks, FilterBar, ListTabs, Pager } from "./list-page.tsx";
export { Page, type PageProps } from "./page.tsx";
export { remaining } from "./remaining.ts";
export { Derivation, type DerivationStep, Steps, TaskList, Timeline } from "./sequence.tsx";
export { checkSigns, Status, type StatusKind, type StatusProps } from "./status.tsx";
export { type Column, DataTable, type DataTableProps, type Sort } from "./table.tsx";
export { DateField, FileField, HiddenField, NumberField, TextArea, TextField, TimeField } from "./text-fields.tsx";
