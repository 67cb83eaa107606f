/**
 * Clocks that run out, drawn on the server: a bar from today to the last day, a mark for a single day, hatched where it is
 * over. Shapes and words carry the meaning, colour only underlines it; the page shows the same as a table.
 */
import { compareDays, type Day, isAfter, isBefore } from "../kernel/day.ts";
import { formatDay } from "./format.ts";
import { earliest, latest, scale, ticksBetween } from "./time-scale.ts";

/** `clock` holds until its day; `answer` is awaited until then; `day` is one day on which something is due. */
export type TimeRow = { label: string; kind: "clock" | "answer" | "day"; until: Day };

type TimeChartProps = {
  title: string;
  rows: readonly TimeRow[];
  today: Day;
  /** A day that everything has to fit to, for example the planned begin. */
  goal?: { day: Day; label: string } | undefined;
};

type Frame = { from: Day; to: Day; x: (day: Day) => number; width: number; today: Day; hatch: string };

const rowHeight = 46;
const top = 40;
const margin = 12;
/** Further than this from today a bar only shows that it goes on. */
const farDays = 200;
const longAgoDays = 180;

function describe({ title, rows, today, goal }: TimeChartProps): string {
  const over = rows.filter(({ until }) => isBefore(until, today)).length;
  const next = rows.filter(({ until }) => !isBefore(until, today)).toSorted((a, b) => compareDays(a.until, b.until))[0];
  return [
    `${title}: ${rows.length} Zeilen.`,
    next ? `Als Nächstes endet: ${next.label} am ${formatDay(next.until)}.` : "",
    over > 0 ? `${over} sind abgelaufen.` : "",
    goal ? `${goal.label}: ${formatDay(goal.day)}.` : "",
    "Alle Angaben stehen in der Tabelle darunter.",
  ]
    .filter(Boolean)
    .join(" ");
}

function frameOf({ rows, today, goal }: TimeChartProps, width: number): Frame {
  const longAgo = today.subtract({ days: longAgoDays });
  const far = today.add({ days: farDays });
  const days = [
    ...rows.map(({ until }) => (isAfter(until, far) ? far : isBefore(until, longAgo) ? longAgo : until)),
    today,
    ...(goal ? [goal.day] : []),
  ];
  const from = (earliest(days) ?? today).subtract({ days: 3 });
  const to = (latest(days) ?? today).add({ days: 7 });
  return { from, to, x: scale(from, to, margin, width - margin), width, today, hatch: `aw-time-hatch-${width}` };
}

const Axis = ({ frame, height }: { frame: Frame; height: number }) => (
  <g class="aw-time__axis">
    {ticksBetween(frame.from, frame.to, frame.width > 500 ? 9 : 4).map(({ day, label }) => (
      <>
        <line x1={frame.x(day)} x2={frame.x(day)} y1={top - 12} y2={height} />
        <text x={frame.x(day)} y={top - 18} text-anchor={frame.x(day) > frame.width - 40 ? "end" : "middle"}>
          {label}
        </text>
      </>
    ))}
  </g>
);

const Bar = ({ row, y, frame }: { row: TimeRow; y: number; frame: Frame }) => {
  const end = frame.x(row.until);
  const now = frame.x(frame.today);
  const over = isBefore(row.until, frame.today);
  if (row.kind === "day") return <path class="aw-time__mark" d={`M${end - 7} ${y} h14 l-7 12 z`} />;
  const [left, right] = over ? [end, now] : [now, end];
  return (
    <>
      <rect
        class={over ? "aw-time__over" : `aw-time__bar aw-time__bar--${row.kind}`}
        fill={over ? `url(#${frame.hatch})` : undefined}
        x={left}
        y={y}
        width={Math.max(2, right - left)}
        height={12}
      />
      {isAfter(row.until, frame.to) ? (
        <path class="aw-time__far" d={`M${right} ${y - 3} l9 9 l-9 9 z`} />
      ) : (
        <line class="aw-time__end" x1={end} x2={end} y1={y - 4} y2={y + 16} />
      )}
    </>
  );
};

/** A drawn line of text does not wrap; the table has it whole. */
function shortened(label: string, width: number): string {
  const room = Math.floor((width - 2 * margin) / 7.4) - 18;
  return label.length > room ? `${label.slice(0, room - 1)}…` : label;
}

const Row = ({ row, index, frame }: { row: TimeRow; index: number; frame: Frame }) => {
  const y = top + index * rowHeight;
  const over = isBefore(row.until, frame.today);
  return (
    <g>
      <text class="aw-time__label" x={margin} y={y + 12}>
        <tspan class="aw-time__day">{formatDay(row.until)}</tspan>
        {over ? " vorbei" : ""} {shortened(row.label, frame.width)}
      </text>
      <Bar row={row} y={y + 20} frame={frame} />
    </g>
  );
};

const Upright = ({
  at,
  label,
  kind,
  height,
}: {
  at: number;
  label: string;
  kind: "today" | "goal";
  height: number;
}) => (
  <g class={`aw-time__${kind}`}>
    <line x1={at} x2={at} y1={top - 12} y2={height} />
    <text x={at} y={height + 14} text-anchor={at < 60 ? "start" : "middle"}>
      {label}
    </text>
  </g>
);

const Drawing = ({ chart, width, name }: { chart: TimeChartProps; width: number; name: "wide" | "narrow" }) => {
  const frame = frameOf(chart, width);
  const height = top + chart.rows.length * rowHeight;
  const goal = chart.goal;
  // Two uprights close to each other get two lines of text.
  const near = goal && Math.abs(frame.x(goal.day) - frame.x(chart.today)) < 130;
  return (
    <svg class={`aw-time__${name}`} viewBox={`0 0 ${width} ${height + 36}`} role="img" aria-label={describe(chart)}>
      <defs>
        <pattern id={frame.hatch} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line class="aw-time__hatch" x1="0" x2="0" y1="0" y2="6" />
        </pattern>
      </defs>
      <Axis frame={frame} height={height} />
      <Upright at={frame.x(chart.today)} label="heute" kind="today" height={height} />
      {goal ? (
        <Upright at={frame.x(goal.day)} label={goal.label} kind="goal" height={near ? height + 16 : height} />
      ) : null}
      {chart.rows.map((row, index) => (
        <Row row={row} index={index} frame={frame} />
      ))}
    </svg>
  );
};

/** Drawn twice, for a wide page and for a phone; styles show one of them. */
export const TimeChart = (chart: TimeChartProps) => (
  <figure class="aw-time">
    <figcaption>{chart.title}</figcaption>
    <Drawing chart={chart} width={760} name="wide" />
    <Drawing chart={chart} width={340} name="narrow" />
  </figure>
);
