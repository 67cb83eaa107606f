/** German words for journal events, by kind. An event without a word is shown by its technical name, never hidden. */

type Kind = { label: string; events: Readonly<Record<string, string>> };

const kinds = {
  fall: {
    label: "Fall und Personen",
    events: {
      caseOpened: "Fall angelegt",
      caseRenewed: "Stammdaten geändert",
      personChanged: "Personendaten geändert",
      addressChanged: "Anschrift geändert",
      aliasAdded: "Weiterer Name erfasst",
      caseAssigned: "Sachbearbeitung geändert",
      accessPurposeStated: "Zweck des Zugriffs angegeben",
    },
  },
  recht: {
    label: "Rechtsereignisse und Fristen",
    events: {
      legalEventRecorded: "Rechtsereignis erfasst",
      standingRederived: "Vollziehbarkeit neu abgeleitet",
      deadlinesRecalculated: "Fristen mit neuem Stand von Regeln und Feiertagen gerechnet",
      deadlinesChanged: "Fristen geändert",
      deadlineChangeAcknowledged: "Geänderte Frist zur Kenntnis genommen",
      deadlinesWatched: "Fristen überwacht",
      deadlineAlertRaised: "Fristalarm ausgelöst",
      deadlineAlertAcknowledged: "Fristalarm bestätigt",
    },
  },
  hindernis: {
    label: "Hindernisse",
    events: {
      obstacleOpened: "Hindernis erfasst",
      obstacleClosed: "Hindernis geschlossen",
    },
  },
  ausreise: {
    label: "Freiwillige Ausreise",
    events: {
      returnOffered: "Freiwillige Ausreise angeboten",
      returnCounselled: "Beratung zur freiwilligen Ausreise",
      returnApplied: "Freiwillige Ausreise beantragt",
      returnApproved: "Freiwillige Ausreise bewilligt",
      returnBooked: "Freiwillige Ausreise gebucht",
      returnDeparted: "Freiwillig ausgereist",
      returnDeclined: "Freiwillige Ausreise abgelehnt",
      returnWithdrawn: "Freiwillige Ausreise zurückgenommen",
      returnExpired: "Angebot der freiwilligen Ausreise verfallen",
    },
  },
  massnahme: {
    label: "Maßnahme",
    events: {
      measureOpened: "Maßnahme angelegt",
      planChanged: "Planung geändert",
      gateAnswered: "Prüfpunkt beantwortet",
      gateCheckStarted: "Prüfung begonnen",
      returned: "Zur Überarbeitung zurückgegeben",
      approvalGiven: "Freigegeben",
      bookingDecided: "Über Buchung entschieden",
      bookingRequested: "Buchung angefragt",
      bookingConfirmed: "Buchung bestätigt",
      bookingLost: "Buchung verloren",
      supportArranged: "Unterstützung festgehalten",
      finalCheckStarted: "Schlussprüfung begonnen",
      released: "Zum Vollzug freigegeben",
      executionStarted: "Vollzug begonnen",
      phaseReached: "Abschnitt erreicht",
      aborted: "Abbruch erfasst",
      departed: "Abreise erfasst",
      arrived: "Ankunft erfasst",
      outcomeRecorded: "Ergebnis erfasst",
      notificationsSent: "Mitteilungen versandt",
      closed: "Abgeschlossen",
      refrained: "Begründet abgesehen",
    },
  },
  gefaehrdung: {
    label: "Gefährdungsbewertung",
    events: {
      hazardSourceAnswered: "Gefährdungsbewertung: Quelle beantwortet",
      hazardStatementSaved: "Gefährdungsbewertung: Aussage gespeichert",
      hazardStatementRemoved: "Gefährdungsbewertung: Aussage entfernt",
      hazardAssessmentFinalised: "Gefährdungsbewertung abgeschlossen",
    },
  },
  ersuchen: {
    label: "Ersuchen",
    events: {
      requestDrafted: "Ersuchen entworfen",
      draftSaved: "Entwurf gespeichert",
      sent: "Ersuchen abgesendet",
      received: "Zugang bestätigt",
      firstRead: "Erstmals gelesen",
      reviewStarted: "Prüfung des Ersuchens begonnen",
      questionAsked: "Rückfrage gestellt",
      questionAnswered: "Rückfrage beantwortet",
      accepted: "Ersuchen angenommen",
      acceptedWithConditions: "Ersuchen mit Auflagen angenommen",
      conditionsAgreed: "Auflagen zugestimmt",
      declined: "Ersuchen abgelehnt",
      contested: "Uneinigkeit festgehalten",
      mediationStarted: "Vermittlung begonnen",
      mediationResult: "Ergebnis der Vermittlung festgehalten",
      amended: "Ersuchen geändert",
      stageReached: "Zwischenstand erreicht",
      telephoneNoted: "Telefonat vermerkt",
      executed: "Durchgeführt",
      debriefed: "Nachbereitet",
      withdrawn: "Zurückgezogen",
    },
  },
  stopp: {
    label: "Stopp",
    events: {
      stopIssued: "STOPP ausgelöst",
      stopDelivered: "Stopp zugestellt",
      stopSeen: "Stopp gelesen",
      stopConfirmed: "Stopp bestätigt",
    },
  },
  import: {
    label: "Import",
    events: {
      importUploaded: "Tabelle hochgeladen",
      importColumnsAssigned: "Spalten der Tabelle zugeordnet",
      importRowsJudged: "Zeilen der Tabelle geprüft",
      importJudged: "Prüfung der Tabelle beendet",
      importQuestionAnswered: "Rückfrage zur Tabelle beantwortet",
      importStarted: "Übernahme der Tabelle begonnen",
      importResumed: "Import fortgesetzt",
      importRowsApplied: "Zeilen der Tabelle übernommen",
      importRowRefused: "Zeile der Tabelle abgewiesen",
      importFinished: "Übernahme der Tabelle beendet",
      importDiscarded: "Import verworfen",
    },
  },
  arbeit: {
    label: "Wiedervorlagen und Vertretung",
    events: {
      resubmissionSet: "Wiedervorlage gesetzt",
      resubmissionClosed: "Wiedervorlage erledigt",
      resubmissionReopened: "Wiedervorlage wieder geöffnet",
      deputySet: "Vertretung eingetragen",
      deputyEnded: "Vertretung beendet",
      viewSaved: "Ansicht gespeichert",
      viewDeleted: "Ansicht gelöscht",
    },
  },
  leitung: {
    label: "Berichte und Einstellungen",
    events: {
      reportRun: "Bericht gerechnet",
      reportReleased: "Bericht freigegeben",
      noticeDaysChanged: "Hinweis-Stufen der Fristüberwachung geändert",
      leadTimeChanged: "Vorlaufzeit geändert",
    },
  },
} as const satisfies Record<string, Kind>;

export type JournalKind = keyof typeof kinds;
// The keys of a constant that is not empty.
export const journalKinds = Object.keys(kinds) as [JournalKind, ...JournalKind[]];

export const kindLabel = (kind: JournalKind): string => kinds[kind].label;
export const eventsOf = (kind: JournalKind): string[] => Object.keys(kinds[kind].events);

const eventTexts: Readonly<Record<string, string>> = Object.assign(
  {},
  ...Object.values(kinds).map(({ events }) => events),
);

export const eventText = (event: string): string => eventTexts[event] ?? event;
