import fc from "fast-check";
import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { complete } from "#platforms/web/complete.ts";
import { completeLine, completeValue } from "#core/answer/complete.ts";
import { FACT_ID } from "#commands/facts/fact-options.ts";
import { flag, party, text } from "#core/request/options/index.ts";
import { shipped } from "#test/desk.ts";
import { anyText } from "#test/any-text.ts";

const words = (line: string) => completeLine(line, commands, shipped).words;

it.each([
  ["who", ["who-led", "who"]],
  ["/who-l", ["who-led"]],
  ["how", ["how-long"]],
  ["", commands.group("talks").map((c) => c.path[1])],
  ["who-led ", ["side:", "talks:", "public:"]],
  ["who-led si", ["side:"]],
  ["who-led side:", ["side:russia", "side:us", "side:both"]],
  ["who-led side:ru", ["side:russia"]],
  ["who-led side:us ", ["talks:", "public:"]],
  ["who-led talks:apr", ["talks:istanbul-april"]],
  ["who-led public:", ["public:true", "public:false"]],
  ["properties kind:tr", ['kind:"trade mission"']],
  ["who darc", ["darchiev"]],
  ["nonsense ", []],
  ["who-led nope:x", []],
])("completes %j", (line, expected) => {
  for (const word of expected) expect(words(line)).toContain(word);
  expect(expected.length === 0 ? words(line) : []).toEqual([]);
});

it("says where the word under completion begins", () => {
  const from = (line: string) => completeLine(line, commands, shipped).from;
  expect([from("who-led side:us ta"), from("/who-l"), from("who-led "), from("")]).toEqual([16, 1, 8, 0]);
});

it("offers what begins so before what is near, within the platforms' limits", () => {
  const option = party("Side");
  expect(completeValue(option, "u", shipped)[0]).toEqual({ label: "United States", value: "us" });
  expect(completeValue(option, "rusia", shipped)[0]?.value).toBe("russia");
  const many = {
    ...text("Many"),
    complete: () => Array.from({ length: 200 }, (_, i) => ({ label: "x".repeat(300), value: `v${i}` })),
  };
  const offered = completeValue(many, "", shipped);
  expect(offered).toHaveLength(25);
  expect(offered.every((c) => c.label.length <= 100)).toBe(true);
  expect(completeValue(many, "v", shipped)).toHaveLength(25);
});

it("never offers a value that is too long to send back", () => {
  const long = { ...text("Long"), complete: () => [{ label: "x", value: "v".repeat(101) }] };
  expect(completeValue(long, "", shipped)).toEqual([]);
});

it("offers true and false for a flag", () => {
  expect(completeValue(flag("Public"), "t", shipped).map((c) => c.value)).toEqual(["true"]);
});

it.each([
  ["facts add venue pl", "place:"],
  ["facts add where ci", "city:"],
  ["facts add venue place:russ", "place:russian-consulate"],
  ["talks suggest slot:property ki", "kind:"],
  ["talks suggest property kind:con", "kind:consulate"],
  ["facts correct apr-led-us pos", "post:"],
  ["facts correct ln24sa lang", "language:"],
  ["desk edit Coulter call", "called:"],
])("completes what a kind, a fact or an article has of its own: %s", (line, word) => {
  expect(words(line)).toContain(word);
  const offers = complete(`/${line}`, commands, shipped).offers.map((offer) => offer.word);
  expect(offers).toHaveLength(new Set(offers).size);
  expect(offers.some((offer) => offer.startsWith(word.slice(0, word.indexOf(":") + 1)))).toBe(true);
});

it("completes any line without failing", () => {
  fc.assert(
    fc.property(anyText(30), (line) => {
      const { from, words } = completeLine(line, commands, shipped);
      expect(from).toBeGreaterThanOrEqual(0);
      expect(words.length).toBeLessThanOrEqual(60);
    }),
  );
});

it.each([
  ["darchyev", "apr-led-russia"],
  ["seatle consulat", "apr-property-seattle"],
  ["roadma", "apr-outcome-roadmap"],
  ["how lon", "apr-duration-tass"],
])("completes a fact from the index, misspelt or half typed: %s", (typed, id) => {
  const offered = completeValue(FACT_ID, typed, shipped).map((c) => c.value);
  expect(offered).toContain(id);
  expect(new Set(offered).size).toBe(offered.length);
  expect(offered.length).toBeLessThanOrEqual(25);
});

it("completes a fact by its id before what is like it", () => {
  expect(completeValue(FACT_ID, "apr-led-r", shipped)[0]?.value).toBe("apr-led-russia");
  expect(completeValue(FACT_ID, "qqqqqq", shipped)).toEqual([]);
});

it.each([
  ["who-led", "talks", "secnd", "istanbul-april"],
  ["who-led", "talks", "aprl", "istanbul-april"],
  ["who-led", "talks", "febuary", "istanbul-february"],
])("completes a round by words with slips: %s %s:%s", (name, option, typed, value) => {
  const { options } = commands.find(["talks", name]) ?? {};
  const found = options?.[option];
  expect(found === undefined ? [] : completeValue(found, typed, shipped)[0]?.value).toBe(value);
});

it.each([
  ["apr-duratoin", "apr-duration-tass"],
  ["how lng", "apr-duration-tass"],
  ["consulat building", "apr-venue"],
  ["darchyev", "apr-led-russia"],
  ["coultr led", "apr-led-us"],
])("completes a fact to correct by what it says, with slips: %s", (typed, id) => {
  const { id: option } = commands.find(["facts", "correct"])?.options ?? {};
  expect(option === undefined ? [] : completeValue(option, typed, shipped).map((c) => c.value)).toContain(id);
});
