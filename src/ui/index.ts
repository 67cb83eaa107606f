/** The door of the look: every component and format a feature may use. */
export { assetResponse, assetUrl, loadAssets } from "./assets.ts";
export { BarChart } from "./chart.tsx";
export { Checkbox, CheckboxGroup, RadioGroup, SelectField } from "./choice-fields.tsx";
export { ComboboxField } from "./combobox-field.tsx";
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
export type { Frame, Settings } from "./frame.ts";
export { ExportLinks, FilterBar, ListTabs, Pager } from "./list-page.tsx";
export { Page } from "./page.tsx";
export { StopBands } from "./page-frame.tsx";
export { remaining } from "./remaining.ts";
export { Derivation, Steps, TaskList, Timeline } from "./sequence.tsx";
export { checkSigns, Status, type StatusKind, type StatusProps } from "./status.tsx";
export { type Column, DataTable, type Sort } from "./table.tsx";
export { TimeChart, type TimeRow } from "./time-chart.tsx";
export { DateField, FileField, HiddenField, NumberField, TextArea, TextField, TimeField } from "./text-fields.tsx";
