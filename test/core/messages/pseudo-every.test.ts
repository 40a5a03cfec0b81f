import { afterEach, expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { call } from "#core/request/call.ts";
import { englishLeft, inBrackets } from "#test/english-left.ts";
import { DESK, DIGEST, FACTS, ONE } from "./moderators-lines.ts";
import { servers, who, type Heard, type TestServer, type TestServers } from "#test/servers.ts";

inBrackets();

let host: TestServers;
afterEach(() => host.close());

const turk = { ...who("Root", "admin"), locale: "tr", channel: "C0123456789" };

/** What people typed below, and what stands for a time zone, a format and a kind of event. */
const TYPED = [
  "Ida B. Ray",
  "Ida Ray",
  "I. Ray",
  "Red lines",
  "red line",
  "First round, Lisbon",
  "Harbour talks",
  "Harbor talks",
  "Switzerland",
  "Swiss",
  "Geneva",
  "Cenevre",
  "editors",
  "Root",
  "Claude",
  "Archive",
  "The Gazette",
  "Europe/Istanbul",
  "off duty",
  "called off",
  "who sang",
  "library",
  "slack",
  "UTC",
  "YAML",
  "CSV",
  "Talks",
  "MCP",
  "Authorization: Bearer",
  // Rules, ids and tokens; and a button's label, which is cut before its bracket ends.
  "attended",
  "dtok",
  "tok",
  "TOK",
  "XXXX",
  "xxxxxxxxxxxxxxxxxxxxxxxxxxxx",
  "A spelling of",
  // A name that a line above made, which a digest tells of.
  "zzyzx",
];

const left: Record<string, readonly string[]> = {};

async function read(line: string, server: TestServer): Promise<Heard> {
  const heard = await server.say(line, turk);
  const form = heard.form;
  const asked = form === undefined ? "" : [form.title, form.note, ...form.fields.flatMap((f) => [f.label, f.about])];
  const choices = form?.fields.flatMap((f) => (f.choices ?? []).map((c) => c.label)) ?? [];
  const problem = form?.problem === undefined ? "" : `${form.problem.message} ${form.problem.hint}`;
  const all = [heard.text, asked, choices, problem].flat().join("\n");
  // Of a file and its format nothing is told.
  const found = englishLeft(all.split("\n\n---")[0] ?? all, [...TYPED, ...(line.match(/[\p{L}.-]{3,}/gu) ?? [])]);
  if (found.length > 0 && !line.startsWith("facts template") && !line.startsWith("facts export")) left[line] = found;
  expect([line, heard.refusal?.kind === "failed"]).toEqual([line, false]);
  return heard;
}

it("tells everything of the commands of moderators by messages", { timeout: 60_000 }, async () => {
  host = await servers();
  const server = await host.server();
  for (const line of [...DESK, ...FACTS, ...DIGEST]) await read(line, server);
  const [id = "none"] = /\bdtok\w+/u.exec((await server.say("digest list", turk)).text) ?? [];
  for (const line of ONE) await read(line.replace("ID", id), server);
  expect(left).toEqual({});
});

it("reads every command of moderators", () => {
  const lines = [...DESK, ...FACTS, ...DIGEST, ...ONE];
  const elsewhere = new Set(["retract", "restore", "history", "resolve", "review", "audit", "lock", "unlock"]);
  const unread = (["facts", "desk", "digest"] as const)
    .flatMap((group) => commands.group(group))
    .filter(({ path }) => !lines.some((line) => `${line} `.startsWith(`${path.join(" ")} `)))
    .filter(({ path: [group, name] }) => group !== "facts" || !elsewhere.has(name));
  expect(unread.map(({ path }) => path.join(" "))).toEqual([]);
});

it("has help tell every command by messages", async () => {
  host = await servers();
  const server = await host.server();
  const found: Record<string, readonly string[]> = {};
  for (const { path } of commands.all) {
    const shown = await server.ask(call(["talks", "help"], { command: path.join(" ") }), turk);
    const own = Object.values(commands.find(path)?.options ?? {});
    // What is chosen is typed as it stands, whatever one reads.
    const chosen = own.flatMap(({ choices = [], suggests = [] }) => [...choices, ...suggests].map((c) => c.value));
    const words = englishLeft(shown.text.split(/\n.*⟦For example/u)[0] ?? "", [...TYPED, ...chosen]);
    if (words.length > 0) found[path.join(" ")] = words;
  }
  expect(found).toEqual({});
});
