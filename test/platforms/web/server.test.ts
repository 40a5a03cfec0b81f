import { gzipSync } from "node:zlib";
import { readdirSync, readFileSync } from "node:fs";
import { request } from "node:http";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { ASIDE } from "#src/app/log.ts";
import { openPlayground, type Playground } from "#src/app/playground.ts";
import { ROOT } from "#test/desk.ts";
import { FIRST_ROUND } from "#test/first-round.ts";

interface State {
  readonly token: string;
  readonly messages: readonly unknown[];
}

let playground: Playground;
let token = "";

beforeAll(async () => {
  playground = await openPlayground({ port: 0, host: "127.0.0.1" }, join(ROOT, "data"), ASIDE);
  await playground.start();
  const state = (await (await fetch(`${playground.platform.address}api/state`)).json()) as { token: string };
  ({ token } = state);
});
afterAll(() => playground.stop());

const WHERE = { desk: "one", channel: "100001", role: "reader" };

function post(name: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const all = { "content-type": "application/json", "x-talks": token, ...headers };
  return fetch(`${playground.platform.address}api/${name}`, {
    method: "POST",
    headers: all,
    body: typeof body === "string" ? body : JSON.stringify(body),
  });
}

it("answers its own page", async () => {
  expect((await post("ask", { ...WHERE, line: "/talks who-led" })).status).toBe(200);
});

it.each([
  ["another site's page", { origin: "https://evil.example" }],
  ["another site's frame", { "sec-fetch-site": "cross-site" }],
  ["no token", { "x-talks": "" }],
  ["a wrong token", { "x-talks": "guess" }],
])("refuses a change from %s", async (_, headers) => {
  expect((await post("ask", { ...WHERE, line: "/talks who-led" }, headers)).status).toBe(403);
});

it("refuses a name that was made to lead here", async () => {
  const { port } = new URL(playground.platform.address);
  const status = await new Promise((resolve) => {
    request({ host: "127.0.0.1", port, path: "/api/state", headers: { host: `evil.example:${port}` } }, (r) =>
      resolve(r.statusCode),
    ).end();
  });
  expect(status).toBe(403);
});

it.each([
  ["no JSON", "{", {}],
  ["another type", "{}", { "content-type": "text/plain" }],
  ["another shape", { line: 1 }, {}],
  ["another channel", { ...WHERE, channel: "CNOWHERE", line: "x" }, {}],
  ["a body that is too long", { ...WHERE, line: "x".repeat(200_000) }, {}],
])("refuses %s with 400", async (_, body, headers) => {
  expect((await post("ask", body, headers)).status).toBe(400);
});

async function asked<T>(name: string, body: unknown): Promise<T> {
  return (await (await post(name, body)).json()) as T;
}

it("makes first what a step of the tour builds on", async () => {
  const step = async () =>
    (await asked<{ acts: { do: string; line?: string }[] }>("scene", { desk: "two", step: "correct" })).acts;
  const first = await step();
  expect(first.map((act) => act.do)).toEqual(["open", "say", "again"]);
  await post("ask", { ...WHERE, desk: "two", role: "moderator", line: first[1]?.line });
  const [, share, correct] = await step();
  expect(share?.line).toBe("/talks how-long public:true");
  expect(correct?.line).toMatch(/^\/facts correct f\d+$/u);
});

it.each([
  ["/", "/talks ask", 1],
  ["/digest", "/digest subscribe", 1],
  ["/who-l", "/talks who-led", 1],
  ["/talks who ", "Alexander Darchiev", 11],
  ["/talks who-led talks:sec", "Second round, Istanbul, April 2025", 15],
  ['/talks who-led talks:"second ro', "Second round, Istanbul, April 2025", 15],
  ["/facts correct lasted 5½ h", "The talks lasted 5½ hours.", 15],
  ["/facts correct apr-venue re", "reason:", 25],
  ["/digest subscribe #new", "#newsroom", 18],
  ["/facts alias add istnbul", "Istanbul", 17],
  ["/digest subscribe channel:", "#general", 18],
])("completes %s by what people read", async (line, label, from) => {
  type Offers = { from: number; offers: { word: string; label: string; about: string }[] };
  const found = await asked<Offers>("complete", { line, desk: "two" });
  expect(found.offers.map((o) => o.label)).toContain(label);
  expect(found.from).toBe(from);
  expect(found.offers.map((o) => o.word)).not.toContain("seen:");
});

it("puts names into the line, not ids", async () => {
  const found = await asked<{ offers: { word: string }[] }>("complete", { line: "/talks when talks:", desk: "two" });
  expect(found.offers.map((o) => o.word)).toContain('talks:"Second round, Istanbul, April 2025"');
});

it("writes channels by their names, and each platform's commands as one types them there", async () => {
  const said = async (line: string): Promise<{ discord: string; slack: string }> => {
    await post("ask", { ...WHERE, role: "moderator", line });
    const state = (await (await fetch(`${playground.platform.address}api/state`)).json()) as State;
    const { discord, slack } = state.messages.at(-1) as { discord: unknown; slack: unknown };
    return { discord: JSON.stringify(discord), slack: JSON.stringify(slack) };
  };
  const none = await said("/digest list");
  expect(none.discord).toContain("`/digest subscribe`");
  expect(none.slack).toContain("/talks digest subscribe");
  const one = await said("/digest subscribe #newsroom every:daily timezone:utc");
  expect(one.discord).toContain("<#100002>");
  expect(one.slack).toContain('"channel_id":"100002"');
});

it("answers in the language that the page asks for, its forms too", async () => {
  const turkish = { ...WHERE, role: "moderator", language: "tr" };
  await post("ask", { ...turkish, line: "/talks who-led side:us" });
  const state = (await (await fetch(`${playground.platform.address}api/state`)).json()) as State;
  expect(JSON.stringify(state.messages.at(-1))).toContain("Başkanlık eden (ABD): Sonata Coulter");
  const asking = await asked<{ asking: { form: { title: string }; words: unknown } }>("ask", {
    ...turkish,
    language: "ru",
    line: "/facts retract apr-led-us",
  });
  expect(asking.asking.words).toEqual({ send: "Отправить", cancel: "Отмена", needed: expect.stringMatching(/\S/u) });
  expect((await post("ask", { ...turkish, language: "xx", line: "/talks who-led" })).status).toBe(400);
});

it("has nothing elsewhere, and no file beside the page's", async () => {
  for (const path of ["page/../../../package.json", "page/secret.js", "api/nothing", "x"]) {
    expect((await fetch(`${playground.platform.address}${path}`)).status).toBe(404);
  }
});

it("wants the token in the address where it is bound to more than this machine", async () => {
  const open = await openPlayground({ port: 0, host: "0.0.0.0" }, join(ROOT, "data"), ASIDE);
  await open.start();
  const { port, search } = new URL(open.platform.address);
  const origin = `http://127.0.0.1:${port}`;
  expect((await fetch(`${origin}/`)).status).toBe(403);
  expect((await fetch(`${origin}/api/state`)).status).toBe(403);
  expect((await fetch(`${origin}/${search}`)).status).toBe(200);
  expect((await fetch(`${origin}/api/state${search}`)).status).toBe(200);
  await open.stop();
});

it("takes the next free port, and says so", async () => {
  const { port } = new URL(playground.platform.address);
  const second = await openPlayground({ port: Number(port), host: "127.0.0.1" }, join(ROOT, "data"), ASIDE);
  await second.start();
  expect(new URL(second.platform.address).port).not.toBe(port);
  await second.stop();
});

it("is light: all of the page under 300 kB compressed, and nothing of it from elsewhere", () => {
  const folder = join(ROOT, "src", "platforms", "web", "page");
  const files = readdirSync(folder).map((name) => readFileSync(join(folder, name)));
  expect(files.reduce((sum, file) => sum + gzipSync(file).length, 0)).toBeLessThan(300_000);
  for (const file of files)
    expect(file.toString()).not.toMatch(/(?:src|href|url\(|import[^;]*from)\s*=?\s*["'(]?https?:/u);
});

it("brings in a first round by one line a name and a fact, and takes all of it back", async () => {
  const empty = await openPlayground({ port: 0, host: "127.0.0.1" }, undefined, ASIDE);
  await empty.start();
  const { address } = empty.platform;
  const state = async () => (await (await fetch(`${address}api/state`)).json()) as State;
  const headers = { "content-type": "application/json", "x-talks": (await state()).token };
  const said = async (line: string): Promise<string> => {
    const body = JSON.stringify({ ...WHERE, role: "admin", line });
    await fetch(`${address}api/ask`, { method: "POST", headers, body });
    return JSON.stringify((await state()).messages.at(-1));
  };
  for (const line of FIRST_ROUND)
    expect([line, await said(line)]).toEqual([line, expect.stringMatching(/(?:Added|Joined|Set here)/u)]);
  expect(await said("who led the iranian side")).toContain("Abbas Araghchi");
  for (const line of FIRST_ROUND)
    expect([line, await said("facts undo")]).toEqual([line, expect.stringContaining("Taken back")]);
  expect(await said("facts undo")).toContain("You have no change here to take back.");
  await empty.stop();
});
