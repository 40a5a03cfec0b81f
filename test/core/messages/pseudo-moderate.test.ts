import { afterEach, expect, it } from "vitest";
import { englishLeft, inBrackets } from "#test/english-left.ts";
import { call } from "#core/request/call.ts";
import { ann, cid, servers, who, type TestServers } from "#test/servers.ts";

inBrackets();

let host: TestServers;
afterEach(() => host.close());

const turk = { ...ann, locale: "tr" };
const root = { ...who("Root", "admin"), locale: "tr" };
/** What people typed below, and who they are. */
const TYPED = [
  "a hotline was agreed on",
  "A hotline was agreed on",
  "no envoy was named",
  "No envoy was named",
  "the Grand Hotel",
  "misread",
  "withdrawn",
  "as all say",
  "Cid",
  "Ann",
  "Root",
  "Talks",
  "UTC",
  "slack",
  "library",
];

/** Lines typed one after another on one server, each told by messages alone. */
const LINES = [
  'facts add outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6',
  'facts correct apr-duration-tass stated:"5 hours" reason:misread',
  "facts correct apr-duration-tass paragraph:2 reason:misread of:TASS",
  "facts retract apr-led-us reason:withdrawn",
  "facts restore apr-led-us reason:withdrawn",
  "facts lock apr-led-us",
  "facts unlock apr-led-us",
  'facts add venue place:"new: the Grand Hotel" source:Meduza paragraph:2',
  'facts resolve apr-venue reason:"as all say"',
  "facts history apr-duration-tass",
  "facts history darchiev",
  "facts history TASS",
  "facts undo",
  "facts review",
  "facts review approve s1",
  "facts history zzyzx",
  "changes",
  "facts retract apr-led-us reason:withdrawn",
  "facts retract apr-led-us reason:withdrawn",
  "facts restore apr-led-russia",
  "facts lock apr-led-russia",
  "facts lock apr-led-russia",
  "facts unlock apr-venue",
  "facts dispute apr-venue with:apr-venue reason:withdrawn",
  "facts resolve apr-day-tass reason:withdrawn",
  "facts correct apr-led-russia post:withdrawn reason:misread",
  "facts undo 999",
  "facts review approve s1",
  "facts review approve s99",
  'facts add outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6',
  "facts retract zzyzx reason:withdrawn",
] as const;

it("tells what was changed, its history and the audit by messages", async () => {
  host = await servers();
  const server = await host.server();
  await server.say('suggest outcome talks:second result:"no envoy was named" source:TASS paragraph:6', cid);
  const left: Record<string, readonly string[]> = {};
  for (const line of LINES) {
    const { text, form, refusal } = await server.say(line, turk);
    expect([line, form, refusal?.kind === "failed"]).toEqual([line, undefined, false]);
    const found = englishLeft(text, TYPED);
    if (found.length > 0) left[line] = found;
  }
  for (const line of ["facts audit", "facts audit by:Ann page:2"]) {
    const found = englishLeft((await server.say(line, root)).text, TYPED);
    if (found.length > 0) left[line] = found;
  }
  expect(left).toEqual({});
});

it("tells an import, and the review of what an article proposes, by messages", async () => {
  host = await servers();
  const server = await host.server();
  const file = "slot,talks,result,source,paragraph\noutcome,second,a hotline was agreed on,TASS,6\n";
  const dry = await server.ask(call(["facts", "import"], { file }), turk);
  const refused = await server.ask(call(["facts", "import"], { file: `${file}outcome,second,,TASS,x\n` }), turk);
  const imported = await server.press(dry, /Import all/u, turk);
  const text = "The talks lasted seven hours on Thursday.\n\nThey agreed on a hotline in the end.";
  const place = { file: text, talks: "second", source: "The Gazette" };
  const shown = await server.ask(call(["facts", "propose"], place), turk);
  const accepted = await server.press(shown, /Accept 1/u, turk);
  const summary = await server.press(accepted, /Summary|Stop here/u, turk);
  const back = await server.press(summary, /Take all of it back/u, turk);
  const typed = [
    ...TYPED,
    "The Gazette",
    "The talks lasted seven hours on Thursday",
    "agreed on a hotline",
    "seven hours",
  ];
  for (const one of [dry, imported, shown, accepted, summary, back])
    expect(englishLeft(one.text, [...typed, "They", "the end", "the", "Thursday"])).toEqual([]);
  expect(refused.text).toContain("⟦Nothing can be imported while");
});
