import { expect, test } from "vitest";
import { statementOf } from "./prepared.ts";

const named = (text: string, values: unknown[] = [1]): string | undefined => statementOf(text, values).name;

test("a text gets its name with the third use and keeps it", () => {
  expect([named("select 1 + $1"), named("select 1 + $1")]).toEqual([undefined, undefined]);
  const name = named("select 1 + $1");
  expect(name).toBeDefined();
  expect(named("select 1 + $1")).toBe(name);
  expect([1, 2, 3].map(() => named("select 2 + $1"))[2]).not.toBe(name);
});

test.each(["select * from case_file where id = $1", "insert into a values ($1) returning *"])(
  "%s is planned anew each time: a migration may change what the star means",
  (text) => {
    expect([1, 2, 3, 4].map(() => named(text))).toEqual([undefined, undefined, undefined, undefined]);
  },
);

test("a statement with hundreds of values is not kept", () => {
  const values = Array.from({ length: 201 }, (_, index) => index);
  expect([1, 2, 3, 4].map(() => named("insert into many", values))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});

test("texts that differ each time never fill the memory of names", () => {
  for (let number = 0; number < 20_000; number++) expect(named(`select ${number}`)).toBeUndefined();
});
