import { beforeAll, describe, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import type { Command } from "#core/answer/command.ts";
import { readLine } from "#core/answer/line.ts";
import { take, type Port } from "#core/chat/conversation.ts";
import type { Setting } from "#core/chat/frame.ts";
import { asking } from "#core/chat/input.ts";
import type { Outcome } from "#core/chat/outcome.ts";
import { sessionOf } from "#core/chat/session.ts";
import { Stash } from "#core/chat/stash.ts";
import type { Tongue } from "#core/messages/tongue.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import { toldIn, words, type Block, type Reply } from "#core/reply/reply.ts";
import { LABEL_MAX } from "#core/request/call.ts";
import type { Tier } from "#core/request/asker.ts";
import { filled } from "#core/request/example.ts";
import { ok } from "#core/request/refusal.ts";
import { replyPage } from "#platforms/discord/compose.ts";
import { DIALECT as DISCORD } from "#platforms/discord/dialect.ts";
import { replyMessage } from "#platforms/slack/compose.ts";
import { DIALECT as SLACK } from "#platforms/slack/dialect.ts";
import { shipped } from "#test/desk.ts";
import { hosted, type Hosted } from "#test/hosted.ts";
import { asker } from "#test/moderation.ts";
import { DISCORD_LINES, HEADS, SLACK_LINES } from "./lines.ts";

const typed = ({ path }: Command): string => path.join(" ");
const whole = (command: Command): string => `${typed(command)} ${filled(command.example, shipped)}`;

/** Every command with and without its example, and help on it. */
const LINES = commands.all.flatMap((command) => [typed(command), whole(command), `help ${typed(command)}`]);

/** What nobody can read or find: words for a value, an option that there is not. */
const WRONG = commands.all.flatMap((command) => [
  `${typed(command)} zzqx`,
  `${typed(command)} nosuch:1`,
  ...Object.keys(command.options).map((name) => `${typed(command)} ${name}:zzqx`),
]);

/** More than a value takes. */
const LONG = commands.all.flatMap((command) =>
  Object.keys(command.options).map((name) => `${whole(command)} ${name}:"${"far too long ".repeat(100)}"`),
);

/** What people ask in other words, and lines that are no command. */
const ASKED = [
  "sources ln24SA",
  "sources TASS",
  "ask how long did they meet",
  "ask who is darchiev",
  "ask who won the election",
  "ask was it in Ankara",
  "list second",
  "who coulter",
  "timeline second",
  "compare second first",
  "properties seattle",
  "fact apr-venue",
  "facts",
  "desk",
  "facts nosuch",
  "nosuchcommand",
  "",
];

interface Place {
  readonly ids: { readonly person: string; readonly channel: string; readonly role: string };
  readonly mentions: { readonly channel: string; readonly role: string };
  readonly dialect: typeof DISCORD;
  /** A platform's own number, where a reader would see it: not in what the platform shows by name. */
  readonly bare: RegExp;
  /** A command that one cannot type there. */
  readonly foreign?: RegExp;
  /** The lines of each page as they are read, footers left out; a heading or a label begins with `HEADS`. */
  readonly pages: (shown: Reply, around: Setting) => Promise<readonly (readonly string[])[]>;
}

const PLACES: Readonly<Record<string, Place>> = {
  Discord: {
    ids: { person: "223456789012345678", channel: "323456789012345678", role: "423456789012345678" },
    mentions: { channel: "<#323456789012345678>", role: "<@&423456789012345678>" },
    dialect: DISCORD,
    bare: /(?<!<[@#]&?|<t:)\b\d{15,20}\b/u,
    pages: DISCORD_LINES(replyPage),
  },
  Slack: {
    ids: { person: "U0123456789", channel: "C0123456789", role: "S0123456789" },
    mentions: { channel: "<#C0123456789|news>", role: "<!subteam^S0123456789|@editors>" },
    dialect: SLACK,
    bare: /\b[UWCGSTD]0[A-Z0-9]{8,}\b/u,
    foreign: /(?<![\w/.])\/(?:facts|desk|digest)\b.{0,30}/u,
    pages: SLACK_LINES(replyMessage),
  },
};

/** Marks of words that were put together wrongly: an unfilled place, a stop too many, an option's name for a sentence. */
const ODD = /\{\w+[,}]|(?<=[\p{L}\p{N}])\.\.(?!\.)|\bundefined\b|\[object |\bNaN\b/u;
const NAMED = /^[a-z-]+: ["“\p{Lu}]/u;
const isNamed = (block: Block): boolean => block.kind === "paragraph" && NAMED.test(words(block.text));

describe.each(Object.entries(PLACES))("in %s", (name, { ids, mentions, dialect, bare, foreign, pages }) => {
  const key = { platform: name.toLowerCase(), id: ids.channel };

  interface Told {
    readonly reply: Reply;
    readonly isRefusal: boolean;
  }

  interface Desk {
    readonly host: Hosted;
    readonly tongue?: Tongue;
    readonly tier: Tier;
  }

  function taken(line: string, { host: { host }, tier, tongue }: Desk): Promise<Outcome> {
    const who = { ...asker(ids.person, "Ada", tier, key.platform), locale: tongue ?? "en", channel: ids.channel };
    const speaker = { dialect, mayPost: async () => ({ ok: true }) as const };
    const { webhooks: _, ...around } = host;
    const port: Port = {
      host,
      stash: new Stash(host),
      workspace: key,
      dialect,
      recognise: async () => ok({ session: sessionOf(around, await host.desk(key), speaker, key), asker: () => who }),
    };
    return take(
      asking((at) => readLine(line, commands, at)),
      port,
    );
  }

  /** What is told; what is wrong with a form where that is what came. */
  async function asked(line: string, desk: Desk): Promise<Told | undefined> {
    const outcome = await taken(line, desk);
    if (outcome.kind !== "form") return { reply: outcome.reply, isRefusal: outcome.kind === "refusal" };
    const { problem, tongue } = outcome.form;
    return problem === undefined ? undefined : { reply: toldIn(refusalReply(problem), tongue), isRefusal: true };
  }

  function around(line: string, { host: { host }, tier }: Desk): Setting {
    const read = readLine(line, commands);
    const call = read.ok ? read.value : { path: ["talks", "ask"], values: {} };
    const request = { call, asker: asker(ids.person, "Ada", tier, key.platform), everyone: false };
    return { workspace: key, commands, stash: new Stash(host), request };
  }

  /** What is wrong with a reply as it is read there, page by page. */
  async function wrongIn(line: string, desk: Desk): Promise<readonly string[]> {
    const answer = await asked(line, desk);
    if (answer === undefined) return [];
    const { reply: told, isRefusal } = answer;
    const shown = await pages(told, around(line, desk));
    const first = (shown[0]?.[0] ?? "").replace(HEADS, "");
    const known = desk.tier === "reader" && !line.startsWith("fact ") ? told.facts : [];
    const labels = told.blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : [])).map(({ label }) => label);
    const ofPage = (page: readonly string[], at: number): readonly (string | false | undefined)[] => {
      const all = page.join("\n");
      const number = bare.exec(all)?.[0];
      const odd = ODD.exec(all)?.[0];
      return [
        // What somebody typed is shown as they typed it.
        number !== undefined && !line.includes(number) && `a number: ${number}`,
        odd !== undefined && !line.includes(odd) && `${odd} in ${all.slice(0, 200)}`,
        at < shown.length - 1 && page.at(-1)?.startsWith(HEADS) === true && `page ${at + 1} ends with ${page.at(-1)}`,
        at > 0 && page.length < 2 && `page ${at + 1} has one line: ${all}`,
        foreign !== undefined && foreign.exec(all)?.[0],
        ...known.map(({ id }) => all.includes(id) && `an id: ${id}`),
      ];
    };
    return [
      first.trim() === "" && "no first line",
      first.length > 140 && `a first line of ${first.length}: ${first}`,
      isRefusal && told.blocks.some(isNamed) && "an option's name for a sentence",
      told.plain.trim() === "" && "no notification",
      foreign !== undefined && foreign.exec(`${told.plain}\n${labels.join("\n")}`)?.[0],
      ...labels.map((label) => label.length > LABEL_MAX && `a long button: ${label}`),
      ...shown.flatMap(ofPage),
      ...desk.host.incidents.splice(0).map(String),
    ].flatMap((wrong) => (wrong === false || wrong === undefined ? [] : [`${line.slice(0, 80)}: ${wrong}`]));
  }

  async function wrong(lines: readonly string[], desk: Desk): Promise<readonly string[]> {
    const found: string[] = [];
    for (const line of lines) found.push(...(await wrongIn(line, desk)));
    return found;
  }

  let full: Hosted;
  let empty: Hosted;
  beforeAll(async () => {
    [full, empty] = await Promise.all([hosted(), hosted()]);
    for (const line of [
      'facts add note remark:"a hotline" source:"new: The Gazette" paragraph:1 address:https://gazette.example/1',
      `facts roles add ${mentions.role}`,
      `facts roles add <@${ids.person}>`,
      `digest subscribe every:daily time:09:00 timezone:Europe/Istanbul channel:${mentions.channel}`,
      "talks follow how long",
      "ask who paid for the coffee",
    ])
      await taken(line, { host: full, tier: "admin" });
    await taken("desk library off", { host: empty, tier: "admin" });
  });

  const EVERY = (["reader", "contributor", "moderator"] as const).flatMap((tier) =>
    ([undefined, "tr", "ru"] as const).map((tongue) => ({ tier, ...(tongue === undefined ? {} : { tongue }) })),
  );

  it.each(EVERY)("reads well, whatever a $tier asks ($tongue)", async (who) => {
    expect(await wrong([...LINES, ...ASKED], { host: full, ...who })).toEqual([]);
  });

  it.each(EVERY)("reads well on a desk that holds nothing ($tier, $tongue)", async (who) => {
    expect(await wrong([...LINES, ...ASKED], { host: empty, ...who })).toEqual([]);
  });

  it.each([{}, { tongue: "tr" }, { tongue: "ru" }] as const)(
    "reads well where it cannot be done ($tongue)",
    async (who) => {
      const lines = "tongue" in who ? WRONG : [...WRONG, ...LONG];
      expect(await wrong(lines, { host: full, tier: "moderator", ...who })).toEqual([]);
    },
  );
});
