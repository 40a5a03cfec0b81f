import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { readLine } from "#core/answer/line.ts";
import type { Request, Setting } from "#core/chat/frame.ts";
import { Stash } from "#core/chat/stash.ts";
import { LABEL_MAX } from "#core/request/call.ts";
import { filled } from "#core/request/example.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Reply } from "#core/reply/reply.ts";
import { replyPage } from "#platforms/discord/compose.ts";
import { DIALECT as DISCORD } from "#platforms/discord/dialect.ts";
import { replyMessage } from "#platforms/slack/compose.ts";
import { DIALECT as SLACK } from "#platforms/slack/dialect.ts";
import { shipped } from "#test/desk.ts";
import { hosted, type Hosted } from "#test/hosted.ts";
import { asker } from "#test/moderation.ts";
import { DISCORD_LINES, HEADS, SLACK_LINES } from "./lines.ts";

/** Every command with and without its example, and what readers ask in other words. */
const LINES = [
  ...commands.all.flatMap(({ path, example }) => [path.join(" "), `${path.join(" ")} ${filled(example, shipped)}`]),
  ...commands.all.map(({ path }) => `help ${path.join(" ")}`),
  "sources ln24SA",
  "sources TASS",
  "ask how long did they meet",
  "ask who is darchiev",
  "list second",
  "who coulter",
  "timeline second",
  "compare second first",
  "properties seattle",
  "fact apr-venue",
];

interface Place {
  readonly ids: { readonly person: string; readonly channel: string; readonly role: string };
  readonly dialect: typeof DISCORD;
  /** A platform's own number, where a reader would see it: not in what the platform shows by name. */
  readonly bare: RegExp;
  /** The lines of each page as they are read, footers left out; a heading or a label begins with `HEADS`. */
  readonly pages: (shown: Reply, around: Setting) => Promise<readonly (readonly string[])[]>;
}

const PLACES: Readonly<Record<string, Place>> = {
  Discord: {
    ids: { person: "223456789012345678", channel: "323456789012345678", role: "423456789012345678" },
    dialect: DISCORD,
    bare: /(?<!<[@#]&?|<t:)\b\d{15,20}\b/u,
    pages: DISCORD_LINES(replyPage),
  },
  Slack: {
    ids: { person: "U0123456789", channel: "C0123456789", role: "S0123456789" },
    dialect: SLACK,
    bare: /\b[UWCGSTD]0[A-Z0-9]{8,}\b/u,
    pages: SLACK_LINES(replyMessage),
  },
};

describe.each(Object.entries(PLACES))("in %s", (name, { ids, dialect, bare, pages }) => {
  const key = { platform: name.toLowerCase(), id: ids.channel };
  let host: Hosted;

  async function asked(line: string, tier: "reader" | "moderator" | "admin"): Promise<Reply | undefined> {
    const desk = await host.host.desk(key);
    const digests = host.host.digests(key, { mayPost: async () => ({ ok: true }) });
    const read = readLine(line, commands);
    const by = { ...asker(ids.person, "Ada", tier, key.platform), channel: ids.channel };
    const { webhooks: _, ...around } = host.host;
    const given = read.ok
      ? await answer(read.value, by, { ...around, desk, digests, dialect })
      : ({ kind: "refusal", refusal: read.refusal } as const);
    if (given.kind === "form") return undefined;
    return given.kind === "reply" ? given.reply : refusalReply(given.refusal);
  }

  function around(line: string, tier: "reader" | "moderator"): Setting {
    const read = readLine(line, commands);
    const call = read.ok ? read.value : { path: ["talks", "ask"], values: {} };
    const request: Request = { call, asker: asker(ids.person, "Ada", tier, key.platform), everyone: false };
    return { workspace: key, commands, stash: new Stash(host.host), request };
  }

  beforeAll(async () => {
    host = await hosted();
    const channel = name === "Slack" ? `<#${ids.channel}|news>` : `<#${ids.channel}>`;
    const role = name === "Slack" ? `<!subteam^${ids.role}|@editors>` : `<@&${ids.role}>`;
    for (const line of [
      'facts add note remark:"a hotline" source:"new: The Gazette" paragraph:1 address:https://gazette.example/1',
      `facts roles add ${role}`,
      `facts roles add <@${ids.person}>`,
      `digest subscribe every:daily time:09:00 timezone:Europe/Istanbul channel:${channel}`,
      "talks follow how long",
      "ask who paid for the coffee",
    ])
      await asked(line, "admin");
  });

  it.each(["reader", "moderator"] as const)("reads well, whatever a %s asks", async (tier) => {
    const found: string[] = [];
    for (const line of LINES) {
      const told = await asked(line, tier);
      if (told === undefined) continue;
      const shown = await pages(told, around(line, tier));
      const [first = ""] = shown[0] ?? [];
      if (first.length > 140) found.push(`${line}: a first line of ${first.length}: ${first}`);
      for (const [at, page] of shown.entries()) {
        const words = page.join("\n");
        if (bare.test(words)) found.push(`${line}: a number: ${bare.exec(words)?.[0] ?? ""}`);
        if (at < shown.length - 1 && page.at(-1)?.startsWith(HEADS) === true)
          found.push(`${line}: page ${at + 1} ends with ${page.at(-1) ?? ""}`);
        if (at > 0 && page.length < 2) found.push(`${line}: page ${at + 1} has one line: ${words}`);
        const long = told.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : [])).map(({ label }) => label);
        for (const label of long) if (label.length > LABEL_MAX) found.push(`${line}: a long button: ${label}`);
        const known = tier === "reader" && !line.startsWith("fact ") ? told.facts : [];
        for (const { id } of known) if (words.includes(id)) found.push(`${line}: an id: ${id}`);
      }
    }
    expect(found).toEqual([]);
  });
});
