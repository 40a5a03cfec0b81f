import { expect, it } from "vitest";
import { asTyped } from "#core/answer/as-typed.ts";
import { answered, refused } from "#core/answer/command.ts";
import { code, heading, paragraph, reply, text } from "#core/reply/reply.ts";
import { refuse } from "#core/request/refusal.ts";
import { DIALECT as DISCORD } from "#platforms/discord/dialect.ts";
import { DIALECT as SLACK } from "#platforms/slack/dialect.ts";
import { DIALECT as TERMINAL } from "#platforms/terminal/dialect.ts";

const HINT = "Type /desk talks-add, /facts undo or /talks who-led.";
const asked = refused(refuse("held", "See https://example.com/facts add.", HINT));

it.each([
  ["the terminal", TERMINAL, "Type desk talks-add, facts undo or who-led."],
  ["Slack", SLACK, "Type /talks desk talks-add, /talks facts undo or /talks who-led."],
  ["Discord", DISCORD, "Type /desk add, /facts undo or /talks who-led."],
  ["any other", {}, HINT],
])("tells a command as one types it: on %s", (_, dialect, hint) => {
  expect(asTyped(asked, dialect)).toMatchObject({ refusal: { message: "See https://example.com/facts add.", hint } });
});

it("writes the commands of a reply, and leaves what a source says", () => {
  const quote = { kind: "quote", text: "Type /facts add.", by: "Gazette" } as const;
  const given = reply("Use /facts add.", [heading("Added"), paragraph(text("Or "), code("/facts undo")), quote]);
  expect(asTyped(answered(given), TERMINAL)).toMatchObject({
    reply: { plain: "Use facts add.", blocks: [heading("Added"), paragraph(text("Or "), code("facts undo")), quote] },
  });
});

it("leaves the path of a file as it is", () => {
  const hint = "Import a file, as in: /facts import file:./facts.yaml or ../facts/april.csv.";
  const typed = hint.replace("/facts import", "facts import");
  expect(asTyped(refused(refuse("usage", "No file.", hint)), TERMINAL)).toMatchObject({ refusal: { hint: typed } });
});
