import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { readLine, readWords } from "#core/answer/line.ts";

const read = (line: string) => {
  const result = readLine(line, commands);
  return result.ok ? [result.value.path[1], { ...result.value.values }] : result.refusal.message;
};

it.each<[string, string, Record<string, string>]>([
  ["who-led", "who-led", {}],
  ["/talks who-led", "who-led", {}],
  ["talks who-led", "who-led", {}],
  ["WHO-LED", "who-led", {}],
  ["who led", "who-led", {}],
  ["who led?", "who-led", {}],
  ["how long", "how-long", {}],
  ["who-led us", "who-led", { side: "us" }],
  ["who-led side:us", "who-led", { side: "us" }],
  ["who-led Side:us", "who-led", { side: "us" }],
  ["who-led side: us", "who-led", { side: "us" }],
  ["who-led side:", "who-led", { side: "" }],
  ['who-led talks:"second round" side:us', "who-led", { talks: "second round", side: "us" }],
  ["who-led talks:“second round”", "who-led", { talks: "second round" }],
  ["who-led talks:«second round»", "who-led", { talks: "second round" }],
  ["who-led talks:‘second round’", "who-led", { talks: "second round" }],
  ["who-led talks:'second round'", "who-led", { talks: "second round" }],
  ["who-led talks:„second round”", "who-led", { talks: "second round" }],
  ["compare 'first round' ’second round’", "compare", { a: "first round", b: "second round" }],
  ["ask the diplomats' visas and 'new' rules", "ask", { question: "the diplomats' visas and new rules" }],
  ["who-led --public", "who-led", { public: "true" }],
  ["who-led —public", "who-led", { public: "true" }],
  ["who-led --side=us", "who-led", { side: "us" }],
  ["who-led public:no", "who-led", { public: "no" }],
  ["who sonata coulter", "who", { name: "sonata coulter" }],
  ['who "sonata coulter"', "who", { name: "sonata coulter" }],
  ["compare first second", "compare", { a: "first", b: "second" }],
  ['compare "first round" "second round"', "compare", { a: "first round", b: "second round" }],
  ["quotes bruce on ukraine", "quotes", { speaker: "bruce", about: "on ukraine" }],
  ["properties new york", "properties", { place: "new york" }],
  ["properties washington trade mission", "properties", { place: "washington", kind: "trade mission" }],
  ["properties estates", "properties", { kind: "estate" }],
  ["sources https://tass.com/x", "sources", { outlet: "https://tass.com/x" }],
  ["ask is: this a question?", "ask", { question: "is: this a question?" }],
  ["ask is this about:embassies", "ask", { question: "is this about:embassies" }],
  ["\u202Ewho-led\u200B side:us", "who-led", { side: "us" }],
  ["talks", "help", { command: "talks" }],
  ["how long did they meet", "ask", { question: "how long did they meet" }],
  ["who attended", "ask", { question: "who attended" }],
  ["who arrived first", "ask", { question: "who arrived first" }],
  ["who is coulter", "ask", { question: "who is coulter" }],
  ["where they met", "ask", { question: "where they met" }],
  ["what did bruce say", "ask", { question: "what did bruce say" }],
  ["when now", "ask", { question: "when now" }],
  ["intimidation", "ask", { question: "intimidation" }],
  ["any progress?", "ask", { question: "any progress?" }],
  ["who's darchiev", "ask", { question: "who's darchiev" }],
])("reads %j", (line, name, values) => {
  expect(read(line)).toEqual([name, values]);
});

it.each([
  ["", "That line is empty."],
  ["   \t ", "That line is empty."],
  ["\u200B\u202E", "There is no word in that line."],
  ["😀🎉", "There is no word in that line."],
  ["?!", "There is no word in that line."],
  ["who-ledd", 'There is no command "who-ledd".'],
  ["who-led sid:us", 'who-led has no option "sid".'],
  ["who-led side:us side:russia", '"side" is given twice.'],
  ["x".repeat(10_000), "That is 10000 characters; a line takes at most 4000."],
])("refuses %j", (line, message) => {
  expect(read(line)).toBe(message);
});

it.each([
  ["who-ledd", "Did you mean /talks who-led"],
  ["facts retrct", "Did you mean /facts retract"],
  ["desk mergee", "Did you mean /desk merge"],
])("offers what %s is a slip of, and what changes something without words of its own", (line, hint) => {
  const result = readLine(line, commands);
  const said = result.ok ? "" : result.refusal.hint;
  expect(said).toContain(hint);
  expect(said).not.toContain("Ida Ray");
});

it("reads words that a shell has split as it reads a line", () => {
  for (const [argv, line] of [
    [["who-led", "side:us"], "who-led side:us"],
    [["who-led", "talks:second round"], 'who-led talks:"second round"'],
    [["how long did they meet"], "how long did they meet"],
    [["who", "sonata coulter"], 'who "sonata coulter"'],
    [["who-led", ""], "who-led"],
  ] as const) {
    expect(readWords(argv, commands)).toEqual(readLine(line, commands));
  }
});

it("refuses too many words from a shell", () => {
  const result = readWords(
    Array.from({ length: 3000 }, () => "who"),
    commands,
  );
  expect(result).toMatchObject({
    ok: false,
    refusal: { message: "That is 12000 characters; a line takes at most 4000." },
  });
});

it.each<[string, string, Record<string, string>]>([
  ['/talks facts talks add "First round"', "desk talks-add", { called: "First round" }],
  ["/talks facts add venue", "facts add", { slot: "venue" }],
  ["/talks digest list", "digest list", {}],
  ["talks desk here", "desk here", {}],
  ['facts talks add "First round"', "desk talks-add", { called: "First round" }],
  ['talks add "First round"', "desk talks-add", { called: "First round" }],
  ["facts person merge X into:Y", "desk merge", { name: "X", into: "Y" }],
  ["facts negotiation restore X", "desk restore", { name: "X" }],
  ["/talks facts", "talks help", { command: "facts" }],
  ["talks who led", "talks who-led", {}],
  ["talks of the desk", "talks ask", { question: "of the desk" }],
])("reads a command of moderators in every form that names it: %j", (line, path, values) => {
  const result = readLine(line, commands);
  const said = result.ok ? [result.value.path.join(" "), { ...result.value.values }] : result.refusal.message;
  expect(said).toEqual([path, values]);
});
