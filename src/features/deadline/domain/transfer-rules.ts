/** Which rule of which regime serves each clock of a transfer to another state. Data only. */

/** Geltendes Recht einer Überstellung, festgestellt (Art. 83, 84 VO (EU) 2024/1351). */
export type Regime = "DublinIII" | "AMMR";

/** Fristregeln eines Regimes (Art. 39–46 VO (EU) 2024/1351; Art. 21–29 VO (EU) Nr. 604/2013). */
export type TransferRules = {
  request: string;
  requestOnHit: string;
  takeBack: string | undefined;
  takeBackOnHit: string;
  answer: string;
  answerOnHit: string;
  answerUrgent: string;
  confirmation: string;
  confirmationOnHit: string;
  decision: string | undefined;
  transfer: string;
  imprisoned: string;
  absconded: string;
  /** Dublin III counts the extension from the acceptance, the AMM regulation from telling the other state. */
  abscondedFrom: "acceptance" | "informed";
  availableAgain: string | undefined;
  detainedRequest: string;
  detainedAnswer: string;
  detainedTransfer: string;
};

export const transferRules: Readonly<Record<Regime, TransferRules>> = {
  AMMR: {
    request: "D30",
    requestOnHit: "D30.hit",
    takeBack: undefined,
    takeBackOnHit: "D32.notify",
    answer: "D31",
    answerOnHit: "D31.hit",
    answerUrgent: "D31",
    confirmation: "D32.confirm",
    confirmationOnHit: "D32.confirm",
    decision: "D33",
    transfer: "D35",
    imprisoned: "D36.imprisoned",
    absconded: "D36.absconded",
    abscondedFrom: "informed",
    availableAgain: "D37",
    detainedRequest: "D29.request.detained",
    detainedAnswer: "D29.answer",
    detainedTransfer: "D29.transfer",
  },
  DublinIII: {
    request: "D40.request",
    requestOnHit: "D40.request.hit",
    takeBack: "D40.takeBack",
    takeBackOnHit: "D40.takeBack.hit",
    answer: "D40.answer",
    answerOnHit: "D40.answer",
    answerUrgent: "D40.answer.urgent",
    confirmation: "D40.answer.takeBack",
    confirmationOnHit: "D40.answer.hit",
    decision: undefined,
    transfer: "D40.transfer",
    imprisoned: "D40.imprisoned",
    absconded: "D40.absconded",
    abscondedFrom: "acceptance",
    availableAgain: undefined,
    detainedRequest: "D40.detained.request",
    detainedAnswer: "D40.detained.answer",
    detainedTransfer: "D40.detained.transfer",
  },
};
