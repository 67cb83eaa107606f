/**
 * The derivation of one deadline, line by line, as a lawyer checks it: event, rule and version, start, length, raw end, roll,
 * result. Text only: every day in it was computed elsewhere.
 */
import type { Calendar } from "./calendar.ts";
import { recordedFrom } from "./catalogue-dates.ts";
import { nextWorkingDay, type RuleSet, ruleSets } from "./counting.ts";
import type { DeadlineInput, Step } from "./deadline.ts";
import { addMonths, civil, type DayNumber, dayOf, weekday } from "./day-number.ts";
import { germanDay, shortDay } from "./german-day.ts";
import { lengthText } from "./length.ts";
import { type Reckoning, rollsFor, type Terms } from "./reckon.ts";
import type { Rule } from "./rule.ts";

const courtNorms = {
  start: "§ 57 Abs. 2 VwGO, § 222 Abs. 1 ZPO, § 187 Abs. 1 BGB",
  end: "§ 57 Abs. 2 VwGO, § 222 Abs. 1 ZPO, § 188 BGB",
  roll: "§ 57 Abs. 2 VwGO, § 222 Abs. 2 ZPO",
};

/** Alles, was ein Rechenweg nennt (§ 39 Abs. 1 VwVfG). */
export type Explained = {
  rule: Rule;
  input: DeadlineInput;
  terms: Terms;
  reckoning: Reckoning;
  lengthAssumed: boolean;
};

export function explain(explained: Explained): Step[] {
  const { rule } = explained;
  const set = ruleSets[rule.set];
  const norms = rule.before === "court" ? courtNorms : set.norms;
  return [
    { text: `Auslösendes Ereignis: ${rule.starts.text}.`, day: dayOf(explained.terms.start) },
    ruleStep(explained),
    ...startSteps(explained, set, norms),
    ...lengthSteps(explained),
    rawStep(explained, norms),
    ...adjustmentSteps(explained),
    ...rollSteps(explained, set, norms),
    ...resultSteps(explained),
  ];
}

function ruleStep({ rule }: Explained): Step {
  const source = rule.evidence === "M" ? " Aus dem Gedächtnis aufgenommen: im Einzelfall am Gesetzestext prüfen." : "";
  const transition = rule.selectedBy === "regime" ? ` ${rule.transition}` : "";
  return { text: `Regel ${rule.id}: ${rule.title}, ${versionText(rule)}.${transition}${source}`, norm: rule.norm };
}

function versionText({ version, validFrom, validTo, selectedBy }: Rule): string {
  const read = `Fassung ${shortDay(dayText(version))}`;
  if (selectedBy === "regime") return read;
  if (validTo !== undefined) return `${read}, für Ereignisse bis ${shortDay(dayText(validTo))}`;
  return validFrom <= recordedFrom ? read : `${read}, für Ereignisse ab ${shortDay(dayText(validFrom))}`;
}

const dayText = (iso: string): DayNumber => {
  const [year = 0, month = 1, dayOfMonth = 1] = iso.split("-").map(Number);
  return Date.UTC(year, month - 1, dayOfMonth) / 86_400_000;
};

type Norms = RuleSet["norms"];

function startSteps({ rule, terms, reckoning }: Explained, set: RuleSet, norms: Norms): Step[] {
  const steps: Step[] = [];
  if (reckoning.from !== terms.start) {
    steps.push({
      text: `Die Zeit beginnt mit dem Ende des Kalendervierteljahrs, ${germanDay(reckoning.from)}.`,
      norm: rule.norm,
      day: dayOf(reckoning.from),
    });
  }
  if (rule.endsAt === "sameHour") return steps;
  if (rule.endsAt === "endOfDay") {
    steps.push({ text: "Maßgeblich ist der Tag nach dem Ergreifen, nicht eine Zahl von Stunden.", norm: rule.norm });
  } else if (rule.backwards) {
    steps.push({ text: "Gerechnet wird rückwärts; der Tag des Ereignisses zählt nicht mit.", norm: norms.start });
  } else if (set.firstDayCounts) {
    steps.push({
      text: `Der erste Tag, ${germanDay(reckoning.from)}, zählt mit.`,
      norm: norms.start,
      day: dayOf(reckoning.from),
    });
  } else {
    const first = reckoning.from + 1;
    steps.push({
      text: `Der Tag des Ereignisses zählt nicht mit; erster Tag ist ${germanDay(first)}.`,
      norm: norms.start,
      day: dayOf(first),
    });
  }
  return steps;
}

function lengthSteps({ rule, terms, lengthAssumed }: Explained): Step[] {
  const assumed = lengthAssumed
    ? " Eine Länge war nicht angegeben; gerechnet ist mit der üblichen oder längsten, die die Norm erlaubt."
    : "";
  return [{ text: `Dauer: ${lengthText(terms.length.iso)}.${assumed}`, norm: rule.norm }];
}

function rawStep({ rule, terms, reckoning }: Explained, norms: Norms): Step {
  const { from, unreduced } = reckoning;
  const { months } = terms.length;
  const sign = rule.backwards ? -1 : 1;
  const clamped = months > 0 && civil(addMonths(from, sign * months)).dayOfMonth !== civil(from).dayOfMonth;
  const why = clamped ? " Der entsprechende Tag fehlt in diesem Monat; es gilt der letzte Tag des Monats." : "";
  const special =
    rule.endsAt === "endOfYear"
      ? " Es zählt das Ende des folgenden Kalenderjahrs."
      : rule.endsAt === "endOfQuarter"
        ? " Es zählt das Ende des Kalendervierteljahrs."
        : "";
  return {
    text: `Rechnerisches Ende: ${germanDay(unreduced)}.${why}${special}`,
    norm: rule.endsAt ? rule.norm : norms.end,
    day: dayOf(unreduced),
  };
}

function adjustmentSteps({ terms, reckoning }: Explained): Step[] {
  const steps: Step[] = [];
  if (reckoning.suspendedDays > 0) {
    const stays = terms.suspended.map(({ from, to }) => `${shortDay(from)} bis ${shortDay(to)}`).join(", ");
    steps.push({
      text: `Gehemmt während des unerlaubten Aufenthalts (${stays}): ${reckoning.suspendedDays} Tage kommen hinzu.`,
      norm: "§ 11 Abs. 9 AufenthG",
      day: dayOf(reckoning.unreduced + reckoning.suspendedDays),
    });
  }
  if (terms.creditedDays > 0) {
    steps.push({
      text: `Frühere Freiheitsentziehung wird angerechnet: ${terms.creditedDays} Tage gehen ab.`,
      norm: "§ 62 Abs. 4 AufenthG",
      day: dayOf(reckoning.raw),
    });
  }
  return steps;
}

function rollSteps({ rule, terms, reckoning }: Explained, set: RuleSet, norms: Norms): Step[] {
  const { raw, legalEnd } = reckoning;
  const { calendar } = terms;
  if (!rollsFor(rule, set))
    return [{ text: unmovedText(rule, set), norm: rule.isDuration || rule.backwards ? rule.norm : norms.roll }];
  const steps: Step[] = [];
  const rolled = nextWorkingDay(raw, calendar);
  for (let day = raw; day < rolled; day += 1) {
    steps.push({
      text: `${germanDay(day)} ist ${freeDayText(day, calendar)}: Das Ende verschiebt sich.`,
      norm: norms.roll,
      day: dayOf(day),
    });
  }
  if (rolled === raw) {
    steps.push({
      text: `${germanDay(raw)} ist ein Werktag (Kalender ${calendar.name}): keine Verschiebung.`,
      norm: norms.roll,
      day: dayOf(raw),
    });
  }
  if (legalEnd !== rolled) {
    const text = `In der Frist liegen noch keine zwei Arbeitstage: Ende erst ${germanDay(legalEnd)}.`;
    steps.push({ text, norm: "Art. 3 Abs. 5 VO (EWG, Euratom) Nr. 1182/71", day: dayOf(legalEnd) });
  }
  return steps;
}

function unmovedText(rule: Rule, set: RuleSet): string {
  if (rule.backwards) return "Rückwärts gerechnete Fristen verschieben sich nicht.";
  if (set.name === "CUSTODY") return "Freiheitsentziehung verlängert sich nicht über Wochenende oder Feiertag.";
  if (set.name === "SUSPEND") return "Die Dauer endet mit dem letzten Tag, auch an Wochenende oder Feiertag.";
  if (set.name === "DIII42") return "Die Dublin-III-Verordnung kennt keine Verschiebung auf den nächsten Arbeitstag.";
  if (rule.rollDisputed) return "Ob der Tag der Bekanntgabe sich auf einen Werktag verschiebt, ist umstritten.";
  return "Es ist eine Dauer, keine Frist für eine Handlung: Wochenende und Feiertag verschieben nichts.";
}

/** "Samstag und Tag der Deutschen Einheit (Kalender Nordrhein-Westfalen)". */
function freeDayText(day: DayNumber, calendar: Calendar): string {
  const weekend = weekday(day) === 6 ? "Samstag" : weekday(day) === 7 ? "Sonntag" : undefined;
  const holiday = calendar.holiday(day);
  const names = [weekend, holiday && `Feiertag: ${holiday} (Kalender ${calendar.name})`].filter(Boolean);
  return names.join(" und ");
}

function resultSteps({ rule, terms, reckoning }: Explained): Step[] {
  const { raw, legalEnd, operationalEnd, rolled } = reckoning;
  const steps: Step[] = [{ text: `Ende: ${germanDay(legalEnd)}, 24:00 Uhr.`, norm: rule.norm, day: dayOf(legalEnd) }];
  if (rolled !== undefined) {
    const text = `Andere Lesart, mit Verschiebung (Kalender ${terms.calendar.name}): ${germanDay(rolled)}. Sie schützt die Person und wird für Folgefristen verwendet.`;
    steps.push({ text, norm: "§ 31 Abs. 3 VwVfG", day: dayOf(rolled) });
  }
  if (rule.silence) {
    const text = `${rule.silence} Umstritten, ob mit Ablauf des ${shortDay(legalEnd)} (VG Regensburg, RN 8 E 18.50731) oder erst am Tag danach (Praxis des Bundesamts): geplant wird mit dem früheren Tag.`;
    steps.push({ text, day: dayOf(legalEnd) });
  }
  if (operationalEnd !== undefined) {
    const why = operationalEnd === raw ? "" : ", dem letzten Werktag davor";
    steps.push({ text: `Planen bis ${germanDay(operationalEnd)}${why}.`, day: dayOf(operationalEnd) });
  }
  if (rule.opensAfterEnd) {
    steps.push({
      text: `Frühestens zulässig danach: ab ${germanDay(legalEnd + 1)}.`,
      norm: rule.norm,
      day: dayOf(legalEnd + 1),
    });
  }
  return steps;
}
