/** Person, family and competence on the case page. Only the compartments that the reader's role may see come back. */
import { formatBirthDate } from "../../kernel/birth-date.ts";
import { Alert, DescriptionList, LinkButton } from "../../ui/index.ts";
import { type Competence, competentAuthorities } from "../authority/index.ts";
import { enforceabilityStates } from "./domain/enforceability-state.ts";
import { familyWithStanding, standingOfFamily } from "./family.ts";
import type { CasePanel } from "./panel.ts";
import { findPerson, findStanding } from "./queries.ts";
import { type Address, findAddress, listAliases, nationalityLabels } from "./queries-person.ts";

const addressLines = (address: Address | undefined): string[] =>
  address
    ? [
        address.facility ?? "",
        [[address.street, address.houseNumber].filter(Boolean).join(" "), address.room ? `Zimmer ${address.room}` : ""]
          .filter(Boolean)
          .join(", "),
        [address.postcode, address.municipality ?? address.place].filter(Boolean).join(" "),
      ].filter(Boolean)
    : [];

const Lines = ({ lines }: { lines: readonly string[] }) =>
  lines.length === 0 ? (
    <>nicht bekannt</>
  ) : (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </>
  );

export const personPanel: CasePanel = {
  slot: "main",
  name: "person",
  title: "Person und Anschrift",
  render: async ({ db, actor }, file) => {
    const person = await findPerson({ db }, file.id);
    if (!person) return <p>Keine Angaben.</p>;
    const mayChange = actor.role === "caseworker";
    const change = (path: string) => (mayChange ? `/faelle/${file.id}/${path}` : undefined);
    const aliases = await listAliases({ db }, file.id);
    return (
      <DescriptionList
        items={[
          { term: "Familienname", value: person.familyName, changeHref: change("person") },
          { term: "Vornamen", value: person.givenNames || "–" },
          ...(person.birthName ? [{ term: "Geburtsname", value: person.birthName }] : []),
          ...(person.originalScript ? [{ term: "Originalschrift", value: person.originalScript }] : []),
          { term: "Geburtsdatum", value: person.birthDate ? formatBirthDate(person.birthDate) : "nicht bekannt" },
          {
            term: "Staatsangehörigkeit",
            value: (await nationalityLabels({ db }, person.nationalities)).join(", ") || "nicht bekannt",
          },
          {
            term: "Weitere Namen",
            value: aliases.map(({ name, source }) => `${name} (${source})`).join("; ") || "keine",
            changeHref: change("namen"),
          },
          { term: "Sprache", value: file.language ?? "nicht bekannt" },
          {
            term: "Anschrift",
            value: <Lines lines={addressLines(await findAddress({ db }, file.id))} />,
            changeHref: change("anschrift"),
          },
          {
            term: "Sachbearbeitung",
            value: file.responsibleOfficer?.name ?? "nicht zugewiesen",
            changeHref: `/faelle/${file.id}/sachbearbeitung`,
          },
        ]}
      />
    );
  },
};

export const familyPanel: CasePanel = {
  slot: "side",
  name: "familie",
  title: "Familie",
  render: async ({ db, today }, file) => {
    const others = await familyWithStanding({ db }, file);
    if (others.length === 0) return <p>Kein Familienverband vermerkt.</p>;
    const own = await findStanding({ db }, file.id);
    const family = standingOfFamily({ caseId: file.id, state: own?.state }, others, today);
    return (
      <>
        {family.standing === "incomplete" ? (
          <Alert kind="warning" title="Familienverband unvollständig">
            <p>
              Nicht alle Angehörigen sind in derselben Lage. Eine Familie wird nicht ohne Entscheidung getrennt (G12).
            </p>
          </Alert>
        ) : null}
        <ul>
          {others.map(({ caseId, label, state }) => (
            <li>
              <a href={`/faelle/${caseId}`}>{label}</a>: {state ? enforceabilityStates[state] : "Stand unbekannt"}
            </li>
          ))}
        </ul>
      </>
    );
  },
};

const CompetenceLine = ({ duty, competence }: { duty: string; competence: Competence | undefined }) => (
  <li>
    {competence ? (
      <>
        {duty}: <strong>{competence.name}</strong>
        <br />
        {competence.reason} <span class="aw-norm">{competence.norm}</span>
      </>
    ) : (
      `${duty}: für diese Gemeinde nicht hinterlegt.`
    )}
  </li>
);

/** Which authorities are competent for the place, each with its reason and norm; the reader sees when it is another one. */
export const competencePanel: CasePanel = {
  slot: "side",
  name: "zustaendigkeit",
  title: "Zuständige Behörden",
  render: async ({ db, actor }, file) => {
    if (!file.municipalityAgs)
      return (
        <>
          <p>Ohne Gemeinde lässt sich keine Zuständigkeit bestimmen.</p>
          {actor.role === "caseworker" ? (
            <LinkButton href={`/faelle/${file.id}/anschrift`}>Gemeinde angeben</LinkButton>
          ) : null}
        </>
      );
    const { immigration, central, police } = await competentAuthorities({ db }, file.municipalityAgs);
    return (
      <>
        {immigration && immigration.authorityId !== file.ownerId ? (
          <Alert kind="warning" title="Andere Ausländerbehörde zuständig">
            <p>{`Nach der Anschrift ist zuständig: ${immigration.name}. Den Fall führt Ihre Behörde. Prüfen Sie die Abgabe.`}</p>
          </Alert>
        ) : null}
        <ul class="aw-plain-list">
          <CompetenceLine duty="Ausländerbehörde" competence={immigration} />
          <CompetenceLine duty="Zentrale Ausländerbehörde" competence={central} />
          <CompetenceLine duty="Polizei" competence={police} />
        </ul>
      </>
    );
  },
};
