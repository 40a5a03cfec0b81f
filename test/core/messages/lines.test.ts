import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { fieldLabel } from "#core/answer/form.ts";
import { FORMS } from "#core/messages/english/forms.ts";
import { TAKES } from "#core/messages/english/takes.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";

const sorted = (lines: Iterable<string>): readonly string[] => [...new Set(lines)].toSorted();

it("has what every option of a command for everyone takes, as the option itself says it", () => {
  const lines = commands.group("talks").flatMap(({ options }) => Object.values(options).map(({ about }) => about));
  expect(sorted(Object.values(TAKES))).toEqual(sorted(lines));
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
