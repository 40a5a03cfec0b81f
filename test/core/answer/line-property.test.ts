import fc from "fast-check";
import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Read } from "#core/request/refusal.ts";
import { FIELD_NAMES } from "#core/slots/index.ts";
import { readLine, readWords } from "#core/answer/line.ts";
import { anyText } from "#test/any-text.ts";

const piece = fc.oneof(
  anyText(12),
  fc.constantFrom(
    ...commands.all.map((c) => c.path[1]),
    ...'/talks side: talks: public:yes --public --side= " “ « : :: :// __proto__:x constructor: toString'.split(" "),
  ),
);

function wrongIn(read: Read<RawCall>): readonly string[] {
  if (!read.ok) return /type|ask|mean|takes|:/iu.test(read.refusal.hint) ? [] : [`no hint: ${read.refusal.message}`];
  const command = commands.find(read.value.path);
  const known = (name: string): boolean =>
    Object.hasOwn(command?.options ?? {}, name) || (command?.form?.fields !== undefined && FIELD_NAMES.has(name));
  return Object.keys(read.value.values).filter((name) => !known(name));
}

it("reads any line as a call to a command that there is, or refuses it and says what to type", () => {
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.constantFrom(" ", "", "\n"), (pieces, between) => {
      expect(wrongIn(readLine(pieces.join(between), commands))).toEqual([]);
      expect(wrongIn(readWords(pieces, commands))).toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

// A value may hold anything that a line can say: one line, cleaned, without the marks that quote it.
const value = fc
  .string({ unit: fc.constantFrom(..."abcXYZ 0:-—'ş/?.,=".split("")), minLength: 1, maxLength: 20 })
  .map((v) => v.trim())
  .filter((v) => v !== "");

const call = fc
  .constantFrom(...commands.group("talks").filter((c) => Object.keys(c.options).length > 0))
  .chain((command) =>
    fc.tuple(
      fc.constant(command),
      fc
        .subarray(Object.keys(command.options), { minLength: 1 })
        .chain((names) => fc.tuple(...names.map((name) => fc.tuple(fc.constant(name), value)))),
    ),
  );

it("reads a call that was written as a line back as the same call", () => {
  fc.assert(
    fc.property(call, ([command, values]) => {
      const line = `/${command.path.join(" ")} ${values.map(([name, v]) => `${name}:"${v}"`).join(" ")}`;
      const read = readLine(line, commands);
      expect(read).toMatchObject({ ok: true, value: { path: command.path, values: Object.fromEntries(values) } });
    }),
    { numRuns: 1000 },
  );
});
