/**
 * Bars for counts, drawn on the server, readable in black and white. They stand below the table that has the same numbers;
 * where they would be too small to read, the table stands alone.
 */
import { formatNumber } from "./format-number.ts";

export type Bar = {
  label: string;
  value: number;
  /** The number is too small to be shown without pointing at single persons. */
  suppressed?: boolean | undefined;
};

type BarChartProps = { title: string; data: readonly Bar[]; unit: string };

const rowHeight = 28;
const barHeight = 18;
const labelWidth = 350;
const plotWidth = 260;
const valueWidth = 60;
const width = labelWidth + plotWidth + valueWidth;

/** A step of 1, 2 or 5 times a power of ten that gives at most five grid lines. */
export function niceStep(max: number): number {
  const rough = Math.max(max, 1) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((each) => each >= rough) ?? rough;
  return Math.max(1, step);
}

const shown = (bar: Bar): string => (bar.suppressed ? "geheim" : formatNumber(bar.value));

const shortened = (label: string): string => (label.length > 54 ? `${label.slice(0, 53)}…` : label);

function describe(title: string, data: readonly Bar[], unit: string): string {
  const known = data.filter((bar) => !bar.suppressed);
  const highest = known.reduce<Bar | undefined>(
    (best, bar) => (best && best.value >= bar.value ? best : bar),
    undefined,
  );
  const top = highest ? ` Höchster Wert: ${highest.label} mit ${formatNumber(highest.value)} ${unit}.` : "";
  return `${title}: Balken für ${data.length} Angaben.${top} Alle Werte stehen in der Tabelle darüber.`;
}

const Gridlines = ({ step, end, height }: { step: number; end: number; height: number }) => (
  <g class="aw-chart__grid">
    {Array.from({ length: Math.round(end / step) + 1 }, (_, index) => {
      const x = labelWidth + (index * step * plotWidth) / end;
      return (
        <>
          <line x1={x} x2={x} y1={0} y2={height} />
          <text x={x} y={height + 16} text-anchor="middle">
            {formatNumber(index * step)}
          </text>
        </>
      );
    })}
  </g>
);

const Bars = ({ data, end }: { data: readonly Bar[]; end: number }) => (
  <>
    {data.map((bar, index) => {
      const y = index * rowHeight;
      const length = bar.suppressed ? 0 : (bar.value * plotWidth) / end;
      return (
        <g>
          <text x={labelWidth - 8} y={y + 18} text-anchor="end">
            {shortened(bar.label)}
          </text>
          <rect class="aw-chart__bar" x={labelWidth} y={y + 5} width={length} height={barHeight} />
          <text class="aw-chart__value" x={labelWidth + length + 6} y={y + 18}>
            {shown(bar)}
          </text>
        </g>
      );
    })}
  </>
);

export const BarChart = ({ title, data, unit }: BarChartProps) => {
  const step = niceStep(Math.max(0, ...data.map((bar) => (bar.suppressed ? 0 : bar.value))));
  const end = Math.max(
    step,
    Math.ceil(Math.max(0, ...data.map((bar) => (bar.suppressed ? 0 : bar.value))) / step) * step,
  );
  const height = data.length * rowHeight;
  return (
    <figure class="aw-chart">
      <figcaption>
        {title} ({unit})
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height + 22}`} role="img" aria-label={describe(title, data, unit)}>
        <Gridlines step={step} end={end} height={height} />
        <Bars data={data} end={end} />
      </svg>
    </figure>
  );
};
