import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { IntlMessageFormat } from "intl-messageformat";
import { describe, expect, it } from "vitest";
import { FORMS } from "#core/messages/english/forms.ts";
import { TAKES } from "#core/messages/english/takes.ts";
import { ASKS } from "#core/messages/english/asks.ts";
import { DOES } from "#core/messages/english/does.ts";
import { PICKED } from "#core/messages/english/picked.ts";
import { WHYS } from "#core/messages/english/whys.ts";
import { ENGLISH, type MessageId } from "#core/messages/english.ts";
import { tell } from "#core/messages/tell.ts";
import { ROOT } from "#test/desk.ts";

const ALL = Object.entries(ENGLISH) as readonly (readonly [MessageId, string])[];

const anyTold = tell as (at: object, id: MessageId, values: object) => string;

/** A value for each place of a message; what is counted has `n`. */
const valuesOf = (message: string, n: number) =>
  Object.fromEntries(
    Array.from(message.matchAll(/\{(\w+)([,}])/gu), ([, name = "", end]) => [name, end === "," ? n : `<${name}>`]),
  );

describe("an English message", () => {
  it.each([0, 1, 2, 5, 21])("reads as the library reads it, with %i of what it counts", (n) => {
    for (const [id, message] of ALL) {
      const values = valuesOf(message, n);
      const library = new IntlMessageFormat(message, "en", undefined, { ignoreTag: true });
      expect([id, anyTold({}, id, values)]).toEqual([id, library.format(values)]);
    }
  });

  it("is told somewhere", () => {
    const files = globSync(["src/**/*.ts", "commands/**/*.ts"], { cwd: ROOT }).filter(
      (path) => !path.startsWith("src/core/messages/english/"),
    );
    const code = files.map((path) => readFileSync(join(ROOT, path), "utf8")).join("\n");
    // What options take and forms ask is told by its English line: another test holds these to the options.
    const byLine = new Set([TAKES, FORMS, DOES, ASKS, PICKED, WHYS].flatMap((lines) => Object.keys(lines)));
    // A family of messages is told by the part that tells them apart: `slot.${name}`.
    const families = [...new Set(Array.from(code.matchAll(/`([a-z.]+\.)\$\{/gu), ([, family = ""]) => family))];
    const quoted = new Set(Array.from(code.matchAll(/"([\w.-]+)"/gu), ([, id = ""]) => id));
    const unused = ALL.map(([id]) => id).filter(
      (id) => !quoted.has(id) && !byLine.has(id) && !families.some((family) => id.startsWith(family)),
    );
    expect(unused).toEqual([]);
  });
});

it("has the reasons that are kept, as what keeps them says them", () => {
  const files = globSync(["src/**/*.ts", "commands/**/*.ts"], { cwd: ROOT });
  const code = files
    .filter((path) => !path.startsWith("src/core/messages/english/"))
    .map((path) => readFileSync(join(ROOT, path), "utf8"))
    .join("\n");
  expect(Object.values(WHYS).filter((why) => !code.includes(why))).toEqual([]);
});

it("puts a value where it belongs, whatever it says", () => {
  expect(tell({}, "first.disputed", { words: "{who} said {n, plural, one {#} other {#}}" })).toBe(
    "Disputed: {who} said {n, plural, one {#} other {#}}",
  );
});
