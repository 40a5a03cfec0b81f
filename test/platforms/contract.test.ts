import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { Stash } from "#core/chat/stash.ts";
import { readBy, type Setting } from "#core/chat/frame.ts";
import { DIALECT as DISCORD } from "#platforms/discord/dialect.ts";
import { DIALECT as SLACK } from "#platforms/slack/dialect.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import {
  buttons,
  code,
  heading,
  instant,
  list,
  paragraph,
  reply,
  strong,
  text,
  type Block,
  type Picture,
  type Reply,
} from "#core/reply/reply.ts";
import { unfolded } from "#core/reply/readable.ts";
import { readLine } from "#core/answer/line.ts";
import { replyPage } from "#platforms/discord/compose.ts";
import { paged as discordPaged } from "#platforms/discord/pages.ts";
import { replyMessage } from "#platforms/slack/compose.ts";
import { picturesIn, withPictures } from "#platforms/slack/illustrate.ts";
import { paged as slackPaged } from "#platforms/slack/pages.ts";
import { render as terminal } from "#platforms/terminal/render.ts";
import { hosted, type Hosted } from "#test/hosted.ts";
import { asker } from "#test/moderation.ts";
import { Complaints } from "#test/standins/discord/limits/complaints.ts";
import { checkComponents } from "#test/standins/discord/limits/components.ts";
import { blockComplaints } from "#test/standins/slack/block-kit/blocks.ts";
import { shown as slackWords } from "./slack/talks.ts";

const ada = asker("U1", "Ada", "admin");
let host: Hosted;
beforeAll(async () => {
  host = await hosted();
});

function setting(line: string): Setting {
  const read = readLine(line, commands);
  const call = read.ok ? read.value : { path: [], values: {} };
  const workspace = { platform: "test", id: "one" };
  return { workspace, commands, stash: new Stash(host.host), request: { call, asker: ada, everyone: false } };
}

/** A reply as each platform is sent it, page by page, in words. */
async function rendered(shown: Reply, line: string) {
  const around = setting(line);
  const discord: string[] = [];
  for (let page = 0; page < discordPaged(shown).length; page += 1) {
    const { components } = await replyPage(shown, around, page);
    const complaints = new Complaints();
    expect(checkComponents(complaints, "components", components, true).unprocessable).toBe(false);
    expect(complaints.all).toEqual([]);
    discord.push(JSON.stringify(components));
  }
  const slack: string[] = [];
  for (let page = 0; page < slackPaged(shown).length; page += 1) {
    const message = await replyMessage(shown, around, page);
    expect(blockComplaints(message.blocks, "message")).toEqual([]);
    slack.push(slackWords(message));
  }
  return {
    discord: discord.join("\n"),
    slack: slack.join("\n"),
    terminal: terminal(shown, { width: 5000, colour: false }),
  };
}

/** Which paragraphs and notes are cited, in order: what a reader can check. */
const citations = (words: string): readonly string[] => words.match(/(?:¶|note )\d+/gu) ?? [];

const LINES = commands.all.flatMap(({ path, example }) => [`${path.join(" ")} ${example}`, path.join(" ")]);

describe.each([...LINES, "ask how long did they meet", "who darchyev", "sources ln24SA"])("%s", (line) => {
  it("gives the same facts and citations in the same order on every platform", async () => {
    const read = readLine(line, commands);
    const desk = await host.host.desk({ platform: "test", id: "one" });
    const { webhooks: _, ...around } = host.host;
    const session = { ...around, desk, digests: host.host.digests({ platform: "test", id: "one" }) };
    const answered = read.ok
      ? await answer(read.value, ada, session)
      : { kind: "refusal" as const, refusal: read.refusal };
    if (answered.kind === "form") return;
    const shown = answered.kind === "reply" ? unfolded(answered.reply) : refusalReply(answered.refusal);
    const words = await rendered(shown, line);
    expect(citations(words.discord)).toEqual(citations(words.terminal));
    expect(citations(words.slack)).toEqual(citations(words.terminal));
    for (const { id } of shown.facts.filter((f) => words.terminal.includes(f.id))) {
      expect(words.discord).toContain(id);
      expect(words.slack).toContain(id);
    }
  });
});

describe.each([
  ["Discord", DISCORD],
  ["Slack", SLACK],
] as const)("in %s", (name, dialect) => {
  const helps = commands.all.map(({ path }) => `help ${path.join(" ")}`);
  const asked = async (line: string, tier: "reader" | "admin"): Promise<Reply | undefined> => {
    const desk = await host.host.desk({ platform: "test", id: "one" });
    const digests = host.host.digests({ platform: "test", id: "one" });
    const read = readLine(line, commands);
    if (!read.ok) return undefined;
    const { webhooks: _, ...around } = host.host;
    const given = await answer(read.value, asker("U1", "Ada", tier), { ...around, desk, digests, dialect });
    if (given.kind === "form") return undefined;
    return given.kind === "reply" ? given.reply : refusalReply(given.refusal);
  };

  it("begins every reply with at most 140 characters, and names no command that it does not have", async () => {
    const found: string[] = [];
    for (const line of [...LINES, ...helps]) {
      const told = await asked(line, "admin");
      if (told === undefined) continue;
      const [first] = told.blocks;
      const words = first?.kind === "heading" ? first.text : told.plain;
      if (words.length > 140) found.push(`${line}: ${words}`);
      const all = slackWords(await replyMessage(told, setting(line)));
      const foreign = name === "Slack" ? (all.match(/(?<![\w/.])\/(?:facts|desk|digest)\b.{0,30}/gu) ?? []) : [];
      found.push(...foreign.map((words) => `${line}: ${words}`));
    }
    expect(found).toEqual([]);
  });

  it("shows no id to those who only read, but in details and buttons", async () => {
    for (const line of LINES.filter((l) => l.startsWith("talks "))) {
      const told = await asked(line, "reader");
      if (told === undefined || told.facts.length === 0) continue;
      const shown = readBy(told, {
        call: { path: ["talks", "ask"], values: {} },
        asker: asker("U2", "Rea", "reader"),
        everyone: false,
      });
      const words = JSON.stringify(
        shown.blocks
          .map((b) => (b.kind === "table" ? { ...b, tells: [] } : b))
          .filter((b) => !["buttons", "heading", "quote", "sources"].includes(b.kind)),
      );
      const ids = told.facts.flatMap(({ id }) => (words.includes(id) ? [id] : []));
      expect([line, ids]).toEqual([line, []]);
    }
  });
});

const PICTURE: Picture = {
  form: "columns",
  title: "T",
  head: ["a", "b"],
  rows: [[[{ text: "one" }], [{ text: "two" }]]],
};

const BLOCKS: readonly (readonly [string, Block, string])[] = [
  ["heading", heading("Who led"), "Who led"],
  ["paragraph", paragraph(text("plain "), strong("strong "), code("f12")), "f12"],
  ["link", paragraph({ kind: "link", text: "https://tass.com/a", href: "https://tass.com/a" }), "tass.com"],
  ["instant", paragraph(instant(Temporal.Instant.from("2026-11-23T12:00:00Z"))), "1795435200"],
  ["quote", { kind: "quote", text: "exact words", by: "Somebody" }, "exact words"],
  ["list", list([text("first item")], [text("second item")]), "second item"],
  ["table", { kind: "table", caption: "Caption", head: ["a", "b"], rows: [["one", "two"]] }, "two"],
  [
    "sources",
    { kind: "sources", note: "Source", sources: [{ article: "a", outlet: "TASS", place: "note 1" }] },
    "TASS, note 1",
  ],
  ["picture", { kind: "picture", name: "p", alt: "Words of it", picture: PICTURE }, "Words of it"],
  ["file", { kind: "file", name: "facts.csv", media: "text/csv", text: "a,b" }, "facts.csv"],
  ["buttons", buttons({ label: "Press me", call: { path: ["talks", "help"], values: {} } }), "Press me"],
];

it.each(BLOCKS)("draws a %s on both chat platforms and the terminal", async (_, block, expected) => {
  const shown = reply("x", [block]);
  const around = { ...setting("help"), paint: async () => new Uint8Array([1]) };
  expect(JSON.stringify((await replyPage(shown, around)).components)).toContain(expected);
  const message = await replyMessage(shown, around);
  // Slack shows a picture once it has the file; the terminal shows none.
  const pictures = picturesIn(shown);
  const sent = withPictures(
    message,
    pictures.map(({ alt }) => ({ alt, id: "F00000001" })),
  );
  expect(JSON.stringify(sent.blocks)).toContain(expected);
  expect(terminal(shown, { width: 200, colour: false }) === "").toBe(pictures.length > 0);
});
