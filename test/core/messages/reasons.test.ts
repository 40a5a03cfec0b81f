import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { whyIn } from "#core/messages/line-in.ts";
import { joinedTo, reasonIn, TWO_PLACES } from "#core/messages/reasons.ts";
import { inBrackets } from "#test/english-left.ts";
import { ROOT } from "#test/desk.ts";

inBrackets();

/** Kept with jobs, which nobody is shown. */
const UNREAD = new Set([
  "the message is not remembered",
  "not to a person",
  "no longer follows anything",
  "the suggestion is not held",
  "it was not posted",
  "it was decided already",
  "They left the server.",
]);

const FILES = ["src/{platforms/*,scheduler,webhooks}/*.ts", "src/core/{digest,outbox}/*.ts"];

it("knows in every language why something was not sent, as whatever sends it keeps it", () => {
  const reasons = globSync(FILES, { cwd: ROOT }).flatMap((path) =>
    Array.from(
      readFileSync(join(ROOT, path), "utf8").matchAll(/\b(?:why|hint): (?:"([^"]* [^"]*)"|`([^`]+)`)/gu),
      ([, plain, template]) => plain ?? template?.replaceAll(/\$\{[^{}]+\}/gu, "1") ?? "",
    ),
  );
  expect(reasons.length).toBeGreaterThan(20);
  const told = reasons
    .filter((reason) => !UNREAD.has(reason))
    .map((reason) => [reason, whyIn({ tongue: "tr" }, reason)]);
  expect(told.filter(([, said = ""]) => /\p{L}{2,}/u.test(said.replace(/⟦[^⟦⟧]*⟧/gu, "")))).toEqual([]);
});

it("tells Talks' own reasons in the reader's language, and a person's as it was typed", () => {
  const at = { tongue: "tr" } as const;
  expect([TWO_PLACES, joinedTo("f12")]).toEqual(["two places", "joined to f12"]);
  expect([reasonIn(at, TWO_PLACES), reasonIn(at, joinedTo("f12")), reasonIn({}, joinedTo("f12"))]).toEqual([
    "⟦two places⟧",
    "⟦joined to f12⟧",
    "joined to f12",
  ]);
  expect(reasonIn(at, "joined to the other one by mistake")).toBe("joined to the other one by mistake");
});
