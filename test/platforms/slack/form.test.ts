import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { unboxed } from "#core/chat/boxes.ts";
import { commands } from "#commands/index.ts";
import { makeForm, type Form, type FormField } from "#core/answer/form.ts";
import { entered, errorsOf, modal } from "#platforms/slack/form.ts";
import { ann, formOf, newSeat } from "#test/moderation.ts";
import { shipped } from "#test/desk.ts";
import { every } from "./drawn.ts";
import { viewComplaints } from "#test/standins/slack/block-kit/view.ts";
import { fields } from "#test/standins/slack/json.ts";
import { liveMessage } from "#test/standins/slack/live-text.ts";
import { initialValues } from "#test/standins/slack/typed-values.ts";
import { wording } from "./worst.ts";

/** What a form sends when nobody changes anything in it. */
function untouched(form: Form): Readonly<Record<string, string>> {
  const view = fields(modal(form, "{}"));
  return unboxed(entered(initialValues(view, undefined), form));
}

/** A channel's mention comes back as the id that its menu knows it by. */
function channelOf(value: string): string {
  return /^<#(C[A-Z0-9]+)\|[a-z]+>$/u.exec(value)?.[1] ?? value;
}

const TYPES = ["text", "long", "whole", "flag", "choice", "channel", "mentionable"] as const;

const field: fc.Arbitrary<FormField> = fc
  .record({
    name: fc.stringMatching(/^[a-z]{3,12}$/u),
    label: wording,
    about: wording,
    type: fc.constantFrom(...TYPES),
    required: fc.boolean(),
    max: fc.integer({ min: 1, max: 4000 }),
    value: fc.oneof(
      wording.map((w) => w.slice(0, 3000)),
      fc.constantFrom("", "true", "C012ABCDE", "<#C012ABCDE|general>", "one", "user:U012ABC"),
    ),
    choices: fc.uniqueArray(fc.record({ label: wording, value: fc.stringMatching(/^[a-z]{1,160}$/u) }), {
      maxLength: 120,
      selector: (c) => c.value,
    }),
  })
  .map(({ choices, ...rest }) => (rest.type === "choice" ? { ...rest, choices } : rest));

const forms: fc.Arbitrary<Form> = fc
  .record({
    title: wording,
    fields: fc.uniqueArray(field, { minLength: 1, maxLength: 20, selector: (f) => f.name }),
    partial: fc.boolean(),
    problem: fc.record({ message: wording, hint: wording }),
    refused: fc.boolean(),
  })
  .map(({ title, fields: all, partial, problem, refused }) => ({
    title,
    fields: all,
    partial,
    call: { path: ["facts", "add"], values: {} },
    ...(refused ? { problem: { kind: "usage", buttons: [], field: all[0]?.name ?? "", ...problem } } : {}),
  }));

it("keeps every limit of a view, with nothing live, whatever a form asks", () => {
  fc.assert(
    fc.property(forms, (form) => {
      const view = fields(modal(form, "x".repeat(3000)));
      expect(viewComplaints(view, "modal")).toEqual([]);
      expect(liveMessage({ blocks: view["blocks"] })).toEqual({ pings: [], links: [] });
      for (const error of Object.values(errorsOf(form) ?? {})) {
        expect(error).not.toBe("");
        expect(error.length).toBeLessThanOrEqual(2000);
      }
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

it("sends back exactly what stands in it, where nobody changes it", () => {
  fc.assert(
    fc.property(forms, (form) => {
      const stood = form.fields.map(({ name, type, value }) => [name, type === "channel" ? channelOf(value) : value]);
      expect(untouched(form)).toEqual(Object.fromEntries(stood));
    }),
    { numRuns: 150, endOnFailure: true },
  );
});

describe("the forms of the commands", () => {
  it.each(SLOT_NAMES)("asks for a %s in one view, each field with what it is", async (slot) => {
    const seat = await newSeat();
    const { form } = await seat.call("facts add", { slot });
    if (form === undefined) throw new Error("no form");
    const view = fields(modal(form, "{}"));
    expect(viewComplaints(view, "modal")).toEqual([]);
    expect(every(view["blocks"], "input").map((b) => fields(b["label"])["text"])).toEqual(
      form.fields.map((f) => f.label),
    );
  });

  it("keeps titles whole: in the head where they fit, else over the fields", () => {
    const shown = commands.all.flatMap(({ form, options }) => {
      if (form === undefined) return [];
      const made = makeForm(form, {
        raw: { path: [], values: {} },
        view: shipped,
        own: options,
        fields: {},
        present: {},
      });
      return [{ title: made.title, view: JSON.stringify(modal(made, "{}")) }];
    });
    expect(shown.filter(({ title, view }) => !view.includes(`"text":"${title}"`))).toEqual([]);
  });

  it("names what was refused under its field", async () => {
    const seat = await newSeat();
    const asked = await seat.call("facts add", { slot: "duration" });
    const again = await seat.fill(asked, { stated: "5 hours", source: "TASS", paragraph: "99" }, ann);
    expect(errorsOf(formOf(again))).toEqual({ paragraph: expect.stringContaining("99") });
    expect(untouched(formOf(again))).toMatchObject({ stated: "5 hours", source: "TASS", paragraph: "99" });
  });
});
