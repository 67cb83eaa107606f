/** German words of the watch: what happened, how late it was noticed, what a person has to look at now. */
import { type StatusProps } from "../../ui/index.ts";
import type { AlertCause, NoticeDaysRefusal } from "./domain/watch-rules.ts";
import type { Notice } from "./queries.ts";

const days = (count: number): string => (count === 1 ? "1 Tag" : `${count} Tage`);

/** „3 Tage verspätet: die Überwachung lief nicht“; nothing where it was noticed on its day. */
export function lateText({ lateDays }: Notice): string | undefined {
  if (lateDays === undefined) return "Frist kam später in die Akte";
  return lateDays === 0 ? undefined : `${days(lateDays)} verspätet, die Überwachung lief nicht`;
}

export const stepText = ({ daysBefore }: Notice): string =>
  daysBefore === undefined
    ? "abgelaufen"
    : daysBefore === 0
      ? "endet heute"
      : `${days(daysBefore)} vor dem Planungstag`;

export function standOf(notice: Notice): StatusProps {
  if (!notice.isAlert) return { sign: "●", text: stepText(notice), kind: "info" };
  return notice.acknowledged
    ? { sign: "✓", text: "bestätigt", kind: "success" }
    : { sign: "■", text: "nicht bestätigt", kind: "danger" };
}

/** What has to be looked at. Questions, never an instruction to act against a person. */
export const questionsOf: Readonly<Record<AlertCause, readonly string[]>> = {
  custody: [
    "Ist die Person entlassen? Ohne richterliche Entscheidung endet die Freiheitsentziehung (Art. 104 Abs. 2 GG).",
    "Gibt es einen Beschluss, der noch nicht in der Akte steht?",
    "Erfassen Sie Entlassung, Verlegung oder Beschluss als Ereignis. Dann rechnet das Programm die Fristen neu.",
  ],
  transferPeriod: [
    "Ist die Überstellung erfolgt und nur noch nicht erfasst?",
    "Hat ein Rechtsbehelf mit aufschiebender Wirkung ihren Beginn verschoben? Ist sie verlängert und der andere Staat vor ihrem Ende unterrichtet?",
    "Sonst ist nach der genannten Norm Deutschland zuständig. Das stellt das Bundesamt fest, nicht das Programm.",
  ],
};

export const noticeDaysRefusals: Readonly<Record<NoticeDaysRefusal, string>> = {
  notNumbers: "Geben Sie ganze Tage an, getrennt durch Komma, zum Beispiel 14, 7, 1.",
  tooMany: "Geben Sie höchstens zehn Stufen an.",
  tooFar: "Eine Stufe darf höchstens 400 Tage vor dem Ende liegen.",
};
