import { expect, test } from "vitest";
import { calendarNames } from "../../deadline/domain/calendar-names.ts";
import { laender, memberStates } from "./places-of-calendars.ts";

test.each([...Object.entries(laender), ...Object.entries(memberStates)])(
  "%s can be chosen in an event and is a calendar of the deadlines",
  (code, name) => {
    expect(calendarNames[code]).toBe(name);
  },
);
