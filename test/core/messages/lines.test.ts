import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { fieldLabel } from "#core/answer/form.ts";
import { ASKS } from "#core/messages/english/asks.ts";
import { DOES } from "#core/messages/english/does.ts";
import { PICKED } from "#core/messages/english/picked.ts";
import { FORMS } from "#core/messages/english/forms.ts";
import { TAKES } from "#core/messages/english/takes.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";

const sorted = (lines: Iterable<string>): readonly string[] => [...new Set(lines)].toSorted();

it("has what every option of a command for everyone takes, as the option itself says it", () => {
  const lines = commands.group("talks").flatMap(({ options }) => Object.values(options).map(({ about }) => about));
  expect(sorted(Object.values(TAKES))).toEqual(sorted(lines));
});

it("has what every command of moderators does, and what its options take, as those say it", () => {
  const moderating = (["facts", "desk", "digest"] as const).flatMap((group) => commands.group(group));
  expect(sorted(Object.values(DOES))).toEqual(sorted(moderating.map(({ about }) => about)));
  const known = new Set<string>([...Object.values(TAKES), ...Object.values(FORMS)]);
  const taken = moderating.flatMap(({ options }) => Object.values(options).map(({ about }) => about));
  // What a form asks for an article is no option of the command.
  const pasted = ["Text", "The article's text, with an empty line between paragraphs"];
  expect(sorted(Object.values(ASKS))).toEqual(sorted([...taken.filter((about) => !known.has(about)), ...pasted]));
});

it("has every choice of theirs that is a word and not a format", () => {
  const moderating = (["facts", "desk", "digest"] as const).flatMap((group) => commands.group(group));
  const choices = moderating.flatMap(({ options }) =>
    Object.values(options).flatMap((option) => (option.of === "slots" ? [] : (option.choices ?? []))),
  );
  const formats = new Set(["yaml", "json", "csv", "summary"]);
  const words = choices.map(({ label }) => label).filter((label) => !formats.has(label));
  expect(sorted(Object.values(PICKED))).toEqual(sorted(words));
});

it("has the title of every form, what it asks, and what the fields of facts hold, as those say it", () => {
  const asked = commands.all.flatMap(({ form, options }) =>
    form === undefined
      ? []
      : [...form.asks, ...(form.first === undefined ? [] : [form.first])].flatMap((name) => {
          const option = options[name];
          return option === undefined ? [] : [[name, option] as const];
        }),
  );
  const fields = ALL_SLOTS.flatMap((slot) => Object.entries(slot.fields));
  const lines = [
    ...commands.all.flatMap(({ form }) => (form === undefined ? [] : [form.title, form.other?.title ?? form.title])),
    ...[...asked, ...fields].map(([name, option]) => fieldLabel(name, option)),
    ...fields.map(([, { about }]) => about),
  ];
  expect(sorted(Object.values(FORMS))).toEqual(sorted(lines));
});
