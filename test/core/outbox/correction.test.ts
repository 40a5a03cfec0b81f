import { expect, it } from "vitest";
import { changesOf, corrected } from "#core/outbox/correction.ts";
import type { Fact } from "#core/facts/fact.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { firstLine } from "#core/reply/first-line.ts";
import { cellWords, code, heading, paragraph, reply, text, words, type Block } from "#core/reply/reply.ts";
import { brief, statement } from "#core/reply/statement.ts";
import type { View } from "#core/facts/view.ts";
import { render } from "#platforms/terminal/render.ts";
import { cited, say, shipped } from "#test/desk.ts";

const durations = shipped.facts.filter((f) => f.slot === "duration");
const [fact, other] = durations;
if (fact === undefined || other === undefined) throw new Error("the library holds two durations");
const PAPER = { width: 2000, colour: false };

function viewWith(changed: Fact): View {
  return { ...shipped, facts: shipped.facts.map((f) => (f.id === changed.id ? changed : f)) };
}

/** The same fact as a moderator corrected it: what it now says is what the other one says. */
const [claim, ...claims] = fact.claims;
const afterwards: Fact = { ...fact, revision: 7, claims: [{ ...claim, fields: other.claims[0].fields }, ...claims] };
const now = viewWith(afterwards);

const shown = {
  facts: [quoted(fact, shipped), quoted(other, shipped)],
  reply: reply(
    "How long",
    [heading("How long"), ...factBlocks(fact, shipped), ...factBlocks(other, shipped), paragraph(text("Ask on."))],
    [],
  ),
};

it("says nothing of what reads as it did", () => {
  expect(changesOf(shown.facts, shipped)).toEqual([]);
  expect(corrected(shown, shipped, false)).toBeUndefined();
});

it("leads with was and now, and leaves the rest of the message as it was, each statement cited", () => {
  const told = corrected(shown, now, false);
  const [was, is] = [statement(fact, shipped), statement(afterwards, now)];
  expect(told?.plain).toBe(`Corrected: was “${was}”, now “${is}”.`);
  expect(told?.blocks.slice(1, 2)).toEqual([heading("How long")]);
  expect(told?.blocks.at(-1)).toEqual(paragraph(text("Ask on.")));
  const statements = told === undefined ? [] : cited(told);
  expect(statements.map((s) => s.statement)).toEqual([`${is} ${fact.id}`, `${statement(other, now)} ${other.id}`]);
  expect(statements.every((s) => s.sources > 0)).toBe(true);
  expect(told?.facts).toEqual([quoted(afterwards, now), quoted(other, now)]);
});

it("tells the first line of an answer as its facts stand now, and leaves it out where none is left", () => {
  const first = { kind: "heading" as const, text: firstLine([fact], shipped).text, of: [fact.id] };
  const answer = { ...shown, reply: reply("How long", [first, ...factBlocks(fact, shipped)], []) };
  expect(corrected(answer, now, false)?.blocks).toContainEqual({ ...first, text: firstLine([afterwards], now).text });
  const gone = viewWith({ ...fact, standing: "retracted", revision: 8, retracted: "wrong" });
  expect(corrected(answer, gone, false)?.blocks.some((b) => b.kind === "heading")).toBe(false);
});

it("tells how sources differ as they do now, and leaves it out where they no longer do", async () => {
  const { reply: answer } = await say("how-long");
  const told = corrected({ reply: answer, facts: answer.facts }, now, false);
  const lines = (blocks: readonly Block[]) =>
    blocks.flatMap((b) => (b.kind === "paragraph" && b.of !== undefined ? [words(b.text)] : []));
  expect(lines(answer.blocks)).toHaveLength(1);
  expect(lines(told?.blocks ?? [])).not.toEqual(lines(answer.blocks));
  expect(lines(told?.blocks ?? []).join(" ")).not.toContain(brief(fact.claims[0], shipped));
});

it("says why a fact was retracted, and tells it no more", () => {
  const view = viewWith({ ...fact, standing: "retracted", revision: 8, retracted: "the article was withdrawn" });
  const told = corrected(shown, view, false);
  expect(told?.plain).toBe(`Retracted: was “${statement(fact, shipped)}” (the article was withdrawn).`);
  expect(render(told ?? reply("", []), PAPER).split(statement(fact, shipped))).toHaveLength(2);
  expect(told?.facts[0]?.statement).toBe("");
});

it("lets a message be that was written about the retraction, and corrects one when the fact is restored", () => {
  const retracted: Fact = { ...fact, standing: "retracted", revision: 8, retracted: "wrong" };
  const view = viewWith(retracted);
  expect(changesOf([quoted(retracted, view)], view)).toEqual([]);
  const after = corrected({ facts: shown.facts }, view, false);
  expect(after).toBeDefined();
  const restored = viewWith({ ...fact, revision: 9 });
  expect(corrected({ facts: after?.facts ?? [] }, restored, false)?.plain).toMatch(/^Corrected: was retracted, now “/u);
});

it("replies below a message with the correction only", () => {
  const told = corrected(shown, now, true);
  expect(told?.blocks.filter((b) => b.kind === "heading")).toEqual([]);
  expect(told === undefined ? [] : cited(told)).toHaveLength(1);
});

it("puts a corrected fact first where the message had it in other words", () => {
  const asTable = { ...shown, reply: reply("Table", [paragraph(text("all in one line "), code("unknown"))]) };
  const told = corrected(asTable, now, false);
  expect(told === undefined ? [] : cited(told).map((s) => s.statement)).toContain(
    `${statement(afterwards, now)} ${fact.id}`,
  );
});

it("points from a changed fact's row of a table to the correction above", async () => {
  const { reply: timeline } = await say("timeline");
  const told = corrected({ ...shown, reply: timeline }, now, false);
  const rows = told?.blocks.flatMap((b) => (b.kind === "table" ? b.rows.map((row) => row.map(cellWords)) : [])) ?? [];
  const changed = rows.filter((row) => row.at(-1) === "corrected: see above");
  expect(changed.map((row) => row.slice(0, 2))).toEqual([["Second round", "How long"]]);
  expect(rows.length).toBeGreaterThan(5);
});
