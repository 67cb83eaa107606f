/** A status is a sign and a word; colour only underlines it. Never a traffic light for a person. */

export type StatusKind = "neutral" | "info" | "success" | "warning" | "danger";
export type StatusProps = { sign: string; text: string; kind: StatusKind };

export const Status = ({ sign, text, kind }: StatusProps) => (
  <span class={`aw-status aw-status--${kind}`}>
    <span class="aw-sign" aria-hidden="true">
      {sign}
    </span>
    {text}
  </span>
);

/** The six states of a check (Prüfpunkt), German vocabulary of the check sheets. More signs are not allowed. */
export const checkSigns = {
  notStarted: { sign: "○", text: "nicht begonnen", kind: "neutral" },
  seen: { sign: "◔", text: "angesehen", kind: "neutral" },
  incomplete: { sign: "◑", text: "unvollständig", kind: "warning" },
  done: { sign: "✚", text: "erledigt", kind: "success" },
  notApplicable: { sign: "–", text: "entfällt", kind: "neutral" },
  blocked: { sign: "■", text: "blockiert", kind: "danger" },
} as const satisfies Record<string, StatusProps>;
