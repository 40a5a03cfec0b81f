import { tell } from "#core/messages/tell.ts";
import type { types } from "@slack/bolt";
import type { Form, FormField } from "#core/answer/form.ts";
import type { Attached } from "#core/chat/attached.ts";
import { boxed } from "#core/chat/boxes.ts";
import { line, shorten } from "#core/text/text.ts";
import { readFiles } from "./files.ts";

/**
 * docs: Modal views: title and buttons ≤ 24. Input: label and hint ≤ 2,000. Option ≤ 75 and 150, ≤ 100 a select. Text
 * input ≤ 3,000.
 */
const VIEW = { title: 24, label: 2000, option: 75, value: 150, options: 100, text: 3000 } as const;

/** The callback that a submitted form comes back under. */
export const FORM = "talks-form";
const VALUE = "value";

/** A form as a modal, filled in with what was entered or stands there. `metadata` comes back with it. */
export function modal(form: Form, metadata: string): types.ModalView {
  const blocks = fieldsOf(form).map(input);
  return {
    type: "modal",
    callback_id: FORM,
    title: plain(shorten(form.title, VIEW.title)),
    submit: plain(tell(form, form.partial ? "form.next" : "form.send")),
    close: plain(tell(form, "form.cancel")),
    private_metadata: metadata,
    blocks: [...above(form), ...blocks],
  };
}

/** Boxes for one long text: as much as Discord's three, which are longer. */
const BOXES = { size: VIEW.text, most: 4 };

function fieldsOf(form: Form): readonly FormField[] {
  return boxed(form.fields, BOXES, form);
}

// What is wrong, and what to know before it is sent.
function above({ title, note, problem }: Form): types.KnownBlock[] {
  const words = [
    ...(problem === undefined ? [] : [`${problem.message} ${problem.hint}`]),
    ...(note === undefined ? [] : [note]),
  ];
  const all = title.length > VIEW.title ? [title, ...words] : words;
  return all.map((text) => ({ type: "section", text: plain(shorten(text, VIEW.text)) }));
}

function input(field: FormField): types.InputBlock {
  return {
    type: "input",
    block_id: field.name,
    label: plain(shorten(field.label, VIEW.label)),
    hint: plain(shorten(field.about, VIEW.label)),
    optional: !field.required,
    element: element(field),
  };
}

function element(field: FormField): types.InputBlock["element"] {
  const { value } = field;
  switch (field.type) {
    case "choice":
    case "flag": {
      const choices = field.choices ?? [];
      // What was typed and is none of the choices must not be lost.
      const fits = value === "" || choices.some((c) => c.value === value);
      if (
        !fits ||
        choices.length === 0 ||
        choices.length > VIEW.options ||
        choices.some((c) => c.value.length > VIEW.value)
      )
        return text(field);
      const options = choices.map((c) => ({ text: plain(shorten(c.label, VIEW.option)), value: c.value }));
      const now = options.find((o) => o.value === value);
      return {
        type: "static_select",
        action_id: VALUE,
        options,
        ...(now === undefined ? {} : { initial_option: now }),
      };
    }
    case "channel": {
      const now = /^(?:<#)?([CGD][A-Z0-9]{5,24})(?:\|[^>]*)?>?$/u.exec(value.trim())?.[1];
      if (now === undefined && value !== "") return text(field);
      return {
        type: "conversations_select",
        action_id: VALUE,
        filter: { include: ["public", "private"], exclude_bot_users: true },
        ...(now === undefined ? {} : { initial_conversation: now }),
      };
    }
    case "file":
      // It needs the scope files:read (docs: File input element).
      return { type: "file_input", action_id: VALUE, max_files: 1 };
    case "text":
    case "long":
    case "whole":
    case "mentionable":
      return text(field);
  }
}

function text({ type, value, max }: FormField): types.PlainTextInput {
  const kept = value.slice(0, VIEW.text);
  return {
    type: "plain_text_input",
    action_id: VALUE,
    multiline: type === "long" || kept.includes("\n"),
    max_length: Math.min(VIEW.text, Math.max(max, kept.length, 1)),
    ...(kept === "" ? {} : { initial_value: kept }),
  };
}

function plain(text: string): types.PlainTextElement {
  return { type: "plain_text", text: line(text) || "…", emoji: false };
}

/** The state of a submitted view, as Bolt gives it: by block, by action. */
export interface Entry {
  readonly value?: string | null;
  readonly selected_option?: { readonly value?: string } | null;
  readonly selected_conversation?: string | null;
  readonly files?: unknown;
}

/** The files that were picked, by field. */
export function picked(
  values: Readonly<Record<string, Readonly<Record<string, Entry>>>>,
  form: Form,
): Readonly<Record<string, Attached>> {
  return Object.fromEntries(
    form.fields.flatMap(({ name, type }) => {
      const [file] = type === "file" ? readFiles(values[name]?.[VALUE]?.files) : [];
      return file === undefined ? [] : [[name, file]];
    }),
  );
}

/** What was entered, by field. */
export function entered(
  values: Readonly<Record<string, Readonly<Record<string, Entry>>>>,
  form: Form,
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    fieldsOf(form).flatMap(({ name, type }) => {
      const entry = values[name]?.[VALUE];
      if (entry === undefined || type === "file") return [];
      return [[name, entry.value ?? entry.selected_option?.value ?? entry.selected_conversation ?? ""]];
    }),
  );
}

/** Errors under the fields, as Slack shows them; undefined where what was refused is not a field of the form. */
export function errorsOf(form: Form): Readonly<Record<string, string>> | undefined {
  const { problem } = form;
  const field = form.fields.find((f) => f.name === problem?.field);
  if (problem === undefined || field === undefined) return undefined;
  return { [field.name]: shorten(`${problem.message} ${problem.hint}`, VIEW.label) };
}
