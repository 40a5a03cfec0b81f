import { expect, it } from "vitest";
import { readConfig } from "#src/app/config.ts";
import { earOf } from "#src/app/second-ear.ts";
import { reader, say, session, shipped, type Said } from "#test/desk.ts";
import { model, reading, saying, type Model } from "#test/standins/model.ts";

const KEY = "sk-a-key-that-nobody-may-read";
/** A question that the desk does not hear. */
const QUESTION = "name the top negotiator whom Washington dispatched";

interface Heard extends Said {
  readonly lines: readonly string[];
  readonly model: Model;
}

async function ask(behave: Parameters<typeof model>[0], line = QUESTION): Promise<Heard> {
  const served = await model(behave);
  const lines: string[] = [];
  const secondEar = earOf({ url: served.url, model: "small", key: KEY }, (words) => lines.push(words));
  return { ...(await say(line, reader, { ...session, secondEar })), lines, model: served };
}

const refusal = async (): Promise<string> => (await say(QUESTION)).text;

it("answers a refused question by the call that the model read, and says so", async () => {
  const {
    text,
    reply,
    model: served,
  } = await ask(reading("who-led", { side: "United States", talks: "second round" }));
  expect(text).toContain('Understood as /talks who-led side:"United States" talks:"second round".');
  expect(text).toContain("Sonata Coulter");
  expect(reply.facts.map((f) => f.id)).toEqual(["apr-led-us"]);
  expect(served.asked).toHaveLength(1);
  expect(served.asked[0]?.authorization).toBe(`Bearer ${KEY}`);
});

it("is not asked where the desk hears the question itself", async () => {
  const { text, model: served } = await ask(reading("where"), "who led teh rusian side");
  expect(text).toContain("Alexander Darchiev");
  expect(served.asked).toEqual([]);
});

it("is sent the question, the calls and the names, and no fact", async () => {
  const { model: served } = await ask(reading("none"));
  const [{ body } = { body: "" }] = served.asked;
  expect(body).toContain(QUESTION);
  expect(body).toContain("Sonata Coulter");
  expect(body).toContain("how-long");
  // Short ones are words of the calls too, and ids of names stand for the names that are told.
  const values = shipped.facts.flatMap((f) => Object.values(f.claims[0].fields)).map(String);
  const told = values.filter((v) => v.length > 25 && v.includes(" ") && body.includes(v));
  expect(values.length).toBeGreaterThan(100);
  expect(told).toEqual([]);
});

it.each([
  ["a command that writes", reading("retract", { id: "apr-city" })],
  ["a command of moderators by its whole path", reading("facts undo")],
  ["a call that there is not", reading("guess")],
  ["a name that is not held", reading("who-led", { side: "the Martians" })],
  ["an option that there is not", reading("who-led", { tier: "admin" })],
  ["an option that shares the answer", reading("who-led", { public: "yes" })],
  ["a value that is no text", reading("who-led", { side: ["us"] })],
  ["a prototype", saying('{"call":"__proto__","options":{"constructor":"x"}}')],
  ["an answer of its own", saying("The delegation was led by John Doe, who promised everything.")],
  ["an answer beside a call", saying('{"call":"who-led","options":{},"answer":"John Doe"}')],
  ["nothing", saying("")],
  ["a list", saying("[]")],
  ["what is not JSON", (response) => response.writeHead(200).end("<html>")],
  ["another shape", (response) => response.writeHead(200).end('{"error":"no such model"}')],
  ["too many requests", (response) => response.writeHead(429).end()],
  ["a failure", (response) => response.writeHead(500).end("boom")],
  ["a redirect", (response) => response.writeHead(307, { location: "/elsewhere" }).end()],
  ["ten megabytes", (response) => response.writeHead(200).end("x".repeat(10_000_000))],
  ["a closed connection", (response) => response.destroy()],
] satisfies readonly [string, Parameters<typeof model>[0]][])(
  "refuses as before where the model says %s",
  async (_, behave) => {
    const { text, model: served } = await ask(behave);
    expect(text).toBe(await refusal());
    expect(served.asked).toHaveLength(1);
  },
);

it("refuses as before where the model stalls, and logs it without the key and the question", async () => {
  const { text, lines } = await ask(() => {});
  expect(text).toBe(await refusal());
  expect(lines).toEqual([expect.stringContaining("took longer than 3 seconds")]);
  expect(lines.join("")).not.toMatch(new RegExp(`${KEY}|dispatched`, "u"));
});

it("takes a call in fences, as some models write it", async () => {
  const { text } = await ask(saying('Sure!\n```json\n{"call":"where","options":{}}\n```'));
  expect(text).toContain("Understood as /talks where.");
});

it("sends no question that is too long", async () => {
  const { model: served } = await ask(reading("where"), `${QUESTION} ${"and so on ".repeat(60)}`);
  expect(served.asked).toEqual([]);
});

it.each([
  ["http://localhost:11434/v1", "http://localhost:11434/v1/chat/completions"],
  ["https://api.example.org/v1/", "https://api.example.org/v1/chat/completions"],
  ["https://example.org/x/chat/completions?api-version=1", "https://example.org/x/chat/completions?api-version=1"],
])("finds the completions of %s", (TALKS_LLM_URL, url) => {
  expect(readConfig({ TALKS_LLM_URL, TALKS_LLM_MODEL: "small" }).model?.url.href).toBe(url);
});

it("is off by default, and names the variable that cannot be used", () => {
  expect(readConfig({}).model).toBeUndefined();
  expect(() => readConfig({ TALKS_LLM_URL: "file:///etc/passwd", TALKS_LLM_MODEL: "x" })).toThrow(/^TALKS_LLM_URL: /u);
  expect(() => readConfig({ TALKS_LLM_URL: "http://localhost:1" })).toThrow(/^TALKS_LLM_MODEL: /u);
});
