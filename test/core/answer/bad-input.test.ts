import { expect, it } from "vitest";
import { say } from "#test/desk.ts";

const BAD = [
  "",
  " ",
  "\n\n",
  "😀",
  "🏳️‍🌈 🎉",
  "\u202Edel-ohw",
  "\u0000\u0007\u001B[2J",
  "\u2066\u2069",
  "x".repeat(10_000),
  "x ".repeat(1900),
  "مرحبا",
  "שלום עולם",
  "谁领导了代表团",
  "who-ledd",
  "whoo led",
  "w",
  "/",
  "//",
  ":",
  "::",
  "--",
  "--public",
  "side:us",
  '"',
  '""',
  '"who-led',
  "“who-led",
  'who-led side:"us extra',
  'who-led talks:"second round',
  "who-led sid:us",
  "who-led side:us side:us",
  "who-led side:mars",
  "who-led talks:third",
  "who-led talks:99999999999999999999",
  "who-led public:maybe",
  `who-led side:${"a".repeat(3000)}`,
  `who ${"ab ".repeat(1000)}`,
  `fact ${"a-".repeat(200)}`,
  "__proto__:x",
  "__proto__",
  "constructor:",
  "constructor",
  "toString",
  "hasOwnProperty:true",
  "who-led __proto__:x",
  "who-led constructor:y",
  "who-led toString:",
  "who __proto__",
  "fact __proto__",
  "sources constructor",
  "help __proto__",
  "properties kind:__proto__",
  "properties kind:toString",
  "compare __proto__ constructor",
  "'; drop table facts; --",
  "%_\\*^-NEAR(",
  "../../etc/passwd",
  "$(reboot) `id`",
  "<@U123> @everyone <!channel>",
  "exit()",
  "ask",
  'ask ""',
  "ask ?",
  `ask ${"z".repeat(3000)}`,
  `ask ${"led ".repeat(600)}`,
  "ask \u202E\u200B",
  "who",
  "compare first first",
  "e\u0301".repeat(500),
  `a${"\u0301".repeat(3000)}`,
];

it.each(BAD.map((line) => [line.length > 60 ? `${line.slice(0, 40)}… (${line.length})` : line, line]))(
  "refuses %j clearly",
  async (_, line) => {
    const { refusal, text } = await say(line);
    expect(refusal).toBeDefined();
    expect(refusal?.kind).not.toBe("failed");
    expect(refusal?.hint).toMatch(/type|ask|did you mean|closest|it can answer|it takes|shorten/iu);
    expect(text).not.toMatch(/\bat \S+ \(|undefined|\[object|NaN|Error:/u);
    expect(text.length).toBeLessThan(1500);
  },
);

it("shows no control and no direction characters of what was typed", async () => {
  for (const line of BAD) {
    const shown = (await say(line)).text.replaceAll("\n", "");
    expect([line, /[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(shown)]).toEqual([line, false]);
  }
});

it("leaves the prototypes as they were", async () => {
  for (const line of BAD) await say(line);
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
});
