import { expect, it } from "vitest";
import { layersOf } from "#core/lookup/desk-index.ts";
import { readQuestion } from "#core/lookup/question.ts";
import { shipped } from "#test/desk.ts";

const read = (asked: string) => {
  const { tokens, corrections } = readQuestion(asked, shipped, layersOf(shipped));
  return { words: tokens.map((t) => t.text).join(" "), corrections };
};

it.each([
  ["whowas there", "who was there", [["whowas", "who was"]]],
  ["who led theround in april", "who led the round in april", [["theround", "the round"]]],
  ["how longdid they talk", "how long did they talk", [["longdid", "long did"]]],
  ["where was round2", "where was round 2", [["round2", "round 2"]]],
])("parts words that were typed without a space, and says so: %s", (asked, words, corrections) => {
  expect(read(asked)).toEqual({ words, corrections });
});

it.each([
  ["where was the del egation", "where was the delegation"],
  ["who led the se cond round", "who led the second round"],
  ["wh owas there", "who was there"],
  ["how long was th eround", "how long was the round"],
  ["who spoke in roun done", "who spoke in round one"],
])("puts a space that was struck in the wrong place where it belongs: %s", (asked, words) => {
  expect(read(asked).words).toBe(words);
  expect(read(asked).corrections).not.toEqual([]);
});

it.each([
  ["whut did they agree", "what did they agree"],
  ["hwen was it", "when was it"],
  ["who led the delagasion", "who led the delegation"],
  ["where was the secend round", "where was the second round"],
  ["the buildng thatt they usd", "the building that they used"],
  ["how long was the meetin", "how long was the meeting"],
  ["any scientsits there", "any scientists there"],
])("reads another vowel, a sound, two letters that changed places and a lost end: %s", (asked, words) => {
  expect(read(asked).words).toBe(words);
});

it.each([
  "together they stay whole",
  "the form was staid",
  "a tie in the log",
  "tobin and muskat",
  "a statement was issued",
])("bends and parts no whole word, and no short name that is not held: %s", (asked) => {
  expect(read(asked)).toEqual({ words: asked, corrections: [] });
});

it.each([
  ["what wqas on tge table", "what was on the table"],
  ["who spoke flr the us side", "who spoke for the usa side"],
  ["where ws the round", "where was the round"],
])("reads a little word with a key beside its own, or without a letter: %s", (asked, words) => {
  expect(read(asked).words).toBe(words);
});

it.each(["did hadi attend", "was wasi there"])("bends no short name that is not held: %s", (asked) => {
  expect(read(asked).words).toBe(asked);
});

it("reads words as chats shorten them", () => {
  expect(read("where did ppl meet pls").words).toBe("where did people meet please");
  expect(read("what did u say abt the visas").words).toBe("what did you say about the visas");
});

it("reads slips in words that Russian has too as English", () => {
  expect(read("restrictons on movement of oficials").words).toBe("restrictions on movement of officials");
});
