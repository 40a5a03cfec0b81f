import { afterEach, expect, it } from "vitest";
import { compose, composeFollowed } from "#core/digest/compose.ts";
import { sinceNow } from "#core/digest/since.ts";
import { EVERYTHING, type Wants } from "#core/digest/subscription.ts";
import { corrected } from "#core/outbox/correction.ts";
import { decisionNotices, suggestionNews } from "#core/outbox/decided.ts";
import { missesPost, suggestionPost } from "#core/outbox/inbox-posts.ts";
import type { Reply } from "#core/reply/reply.ts";
import { render } from "#platforms/terminal/render.ts";
import { englishLeft, inBrackets } from "#test/english-left.ts";
import { ann, cid, servers, type TestServer, type TestServers } from "#test/servers.ts";

inBrackets();

const WANTS: Wants = { topics: EVERYTHING, quiet: false, suggestions: true, language: "turkish", form: "state" };
/** What people typed below, and how the stand-in of a terminal writes a button and a name. */
const TYPED = ["a hotline was agreed on", "A hotline was agreed on", "no envoy was named", "No envoy was named"];
const MORE = ["the Grand Hotel", "misread", "withdrawn", "as all say", "who sang", "Cid", "Ann", "Talks", "UTC"];

let host: TestServers;
afterEach(() => host.close());

const shown = (reply: Reply | undefined): string =>
  reply === undefined ? "" : `${reply.plain}\n${render(reply, { width: 2000, colour: false })}`;
const left = (reply: Reply | undefined): readonly string[] => englishLeft(shown(reply), [...TYPED, ...MORE]);

async function opened(): Promise<TestServer> {
  host = await servers();
  return host.server();
}

const CHANGES = [
  'facts correct apr-duration-tass stated:"5 hours" reason:misread',
  "facts retract apr-led-us reason:withdrawn",
  'facts add venue place:"new: the Grand Hotel" source:Meduza paragraph:2',
  'facts add outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6',
  'suggest outcome talks:second result:"no envoy was named" source:TASS paragraph:6',
];

it("tells a digest with every kind of news, and the state, by messages", async () => {
  const server = await opened();
  const since = sinceNow(await server.session.desk.whole());
  for (const line of CHANGES) await server.say(line, line.startsWith("suggest") ? cid : ann);
  const at = await server.session.desk.whole();
  const composed = compose(at, WANTS, since, 3);
  if (composed.kind !== "say") throw new Error("nothing to say");
  expect(composed.reply.tongue).toBe("tr");
  expect(composed.reply.plain).toMatch(/^⟦Retracted: /u);
  expect(shown(composed.reply)).toContain("⟦Suggestions (1 waiting in all)⟧");
  expect(left(composed.reply)).toEqual([]);
  const followed = composeFollowed(at, EVERYTHING, since, "tr");
  expect(followed.kind === "say" ? left(followed.reply) : undefined).toEqual([]);
  const one = await server.say("facts undo");
  expect(one.refusal).toBeUndefined();
});

it("tells settled questions, sources that changed, and that nothing did", async () => {
  const server = await opened();
  await server.say('facts add venue place:"new: the Grand Hotel" source:Meduza paragraph:2');
  const since = sinceNow(await server.session.desk.whole());
  const nothing = compose(await server.session.desk.whole(), { ...WANTS, form: undefined } as never, since);
  expect(nothing.kind === "say" ? left(nothing.reply) : undefined).toEqual([]);
  await server.say('facts resolve apr-venue reason:"as all say"');
  const composed = compose(await server.session.desk.whole(), WANTS, since);
  expect(composed.kind === "say" ? shown(composed.reply) : "").toContain("⟦Set aside: ⟧");
  expect(composed.kind === "say" ? left(composed.reply) : undefined).toEqual([]);
});

it("corrects a message in its own language, with what it said", async () => {
  const server = await opened();
  const asked = await server.say("how-long second", { ...ann, locale: "tr" });
  if (asked.answer.kind !== "reply") throw new Error("no reply");
  const { reply } = asked.answer;
  await server.say('facts correct apr-duration-tass stated:"5 hours" reason:misread');
  const { view } = await server.session.desk.snapshot();
  for (const short of [false, true]) {
    const told = corrected({ reply, facts: reply.facts }, view, short);
    expect(told?.tongue).toBe("tr");
    expect(left(told)).toEqual([]);
  }
  await server.say("facts retract apr-duration-tass reason:withdrawn");
  const gone = await server.session.desk.snapshot();
  expect(left(corrected({ reply, facts: reply.facts }, gone.view, false))).toEqual([]);
});

it("tells moderators of suggestions and questions, and suggesters what became of theirs", async () => {
  const server = await opened();
  const turk = { ...cid, locale: "tr-TR" };
  await server.say('suggest outcome talks:second result:"no envoy was named" source:TASS paragraph:6', turk);
  await server.say('suggest outcome talks:second result:"a hotline was agreed on" source:TASS paragraph:6', turk);
  const before = await server.session.desk.snapshot();
  const [first = "", second = ""] = before.own.all("suggestion").map(({ subject }) => subject.split("/")[1] ?? "");
  expect(left(suggestionPost(first, before, "tr"))).toEqual([]);
  await server.say(`facts review approve ${first}`);
  await server.say(`facts review decline ${second} reason:withdrawn`);
  const after = await server.session.desk.snapshot();
  for (const id of [first, second]) expect(left(suggestionPost(id, after, "tr"))).toEqual([]);
  const notices = decisionNotices(suggestionNews(after, 0, Temporal.Instant.from("2026-11-23T12:00:00Z")), after, [
    { platform: turk.platform, id: "T1" },
  ]);
  expect(notices.map(({ payload }) => payload?.reply.tongue)).toEqual(["tr", "tr"]);
  for (const { payload } of notices) expect(left(payload?.reply)).toEqual([]);
  await server.say("ask who sang", cid);
  const open = await server.session.desk.misses(5);
  expect(left(missesPost(open, true, "tr"))).toEqual([]);
});
