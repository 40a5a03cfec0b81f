import { expect, it } from "vitest";
import { Commands, defineCommand } from "#core/answer/command.ts";
import { text } from "#core/request/options/index.ts";

const command = (name: string, more: { readonly about?: string; readonly listedAs?: string } = {}) =>
  defineCommand({
    path: ["talks", name],
    about: "A command",
    tier: "reader",
    options: {},
    example: "",
    answer: () => Promise.reject(new Error("never asked")),
    ...more,
  });
const NAMES = "abcdefghijklmnopqrstuvwxyz".split("");

it("refuses one command more than a group may list, and says what to do", () => {
  expect(() => new Commands(NAMES.map((n) => command(n)))).toThrow(
    "/talks lists 26 commands; Discord registers at most 25. Let one be reached through another: listedAs.",
  );
});

it("takes more where the others are reached through one that is listed, and finds them all by name", () => {
  const all = new Commands(NAMES.map((n) => command(n, n === "z" ? { listedAs: "a" } : {})));
  expect(all.listed("talks")).toHaveLength(25);
  expect(all.find(["talks", "z"])?.path).toEqual(["talks", "z"]);
});

it("refuses a command that is reached through none, or through one that is not listed itself", () => {
  expect(() => new Commands([command("a", { listedAs: "b" })])).toThrow(
    "/talks a is listed as /talks b, which is not a listed command.",
  );
});

it("refuses two commands with one path", () => {
  expect(() => new Commands([command("a"), command("a")])).toThrow("two commands have one path");
});

it("refuses names, descriptions, options, choices and titles that could not be registered, all at once", () => {
  const options = Object.fromEntries(NAMES.map((n) => [`o-${n}`, text("Words")]));
  const bad = { ...command("a"), options };
  const long = { ...command("b", { about: "x".repeat(101) }), form: { title: "x".repeat(46), asks: [] } };
  const choices = [{ label: "x".repeat(101), value: "" }];
  const chosen = { ...command("C"), options: { Side: { ...text(""), choices } } };
  expect(() => new Commands([bad, long, chosen])).toThrow(
    [
      "/talks a has 26 options; Discord registers at most 25. Take some out.",
      "/talks b: its description has 101 characters; Discord takes 100. Shorten it.",
      "/talks b: its form's title has 46 characters; Discord takes 45. Shorten it.",
      '/talks C: "C" is not a name; Discord takes 1 to 32 lower-case letters and hyphens.',
      '/talks C: "Side" is not a name; Discord takes 1 to 32 lower-case letters and hyphens.',
      "/talks C Side: its description is empty; Discord wants 1 to 100 characters.",
      "/talks C Side: a choice has 101 characters; Discord takes 100. Shorten it.",
      "/talks C Side: a choice is empty; Discord wants 1 to 100 characters.",
    ].join("\n"),
  );
});
