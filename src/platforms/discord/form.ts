import {
  ComponentType,
  SelectMenuDefaultValueType,
  TextInputStyle,
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  type APITextDisplayComponent,
  type Attachment,
  type ModalData,
  type ModalSubmitFields,
} from "discord.js";
import type { Form, FormField } from "#core/answer/form.ts";
import type { Choice } from "#core/request/choice.ts";
import { boxed } from "#core/chat/boxes.ts";
import { shorten } from "#core/text/text.ts";
import { plain } from "./markdown.ts";

/**
 * docs: Interactions, modal: title ≤ 45, at most 5 components. Label: label ≤ 45, description ≤ 100. Text input: ≤
 * 4,000 characters. Menu: at most 25 options, label ≤ 100. File upload: one file here.
 */
const MODAL = { title: 45, components: 5, label: 45, description: 100, text: 4000, options: 25, option: 100 } as const;

/** Boxes for one long text: with the article's name and its talks, they are all that a modal takes. */
const BOXES = 3;

type Entered = Readonly<Record<string, string>>;

/** The fields of one step: what is wrong takes the place of one. */
function stepFields(form: Form, step: number): readonly FormField[] {
  const room = roomFor(form);
  return askedFields(form).slice(step * room, (step + 1) * room);
}

function roomFor({ note, problem }: Form): number {
  return MODAL.components - (note === undefined && problem === undefined ? 0 : 1);
}

export function steps(form: Form): number {
  const room = roomFor(form);
  return Math.max(1, Math.ceil(askedFields(form).length / room));
}

/** Whether the form can be sent as it stands before this step: whatever is left may stay empty. */
export function mayEnd(form: Form, entered: Entered, step: number): boolean {
  const done = new Set(Array.from({ length: step }, (_, s) => stepFields(form, s).map((f) => f.name)).flat());
  return (
    step > 0 && askedFields(form).every((f) => done.has(f.name) || !f.required || (entered[f.name] ?? f.value) !== "")
  );
}

// What is needed comes first, so that most forms end after one step. A file comes with the command itself too: it takes
// no step of its own.
function askedFields(form: Form): readonly FormField[] {
  const fields = form.fields.toSorted((a, b) => Number(b.required) - Number(a.required));
  const all = boxed(fields, { size: MODAL.text, most: BOXES }, form);
  return all.length > roomFor(form) ? all.filter((f) => f.type !== "file") : all;
}

/** One step of a form as a modal, with what was entered before, else what stands there. */
export function modal(
  form: Form,
  entered: Entered,
  step: number,
  customId: string,
): APIModalInteractionResponseCallbackData {
  const count = steps(form);
  const title = count === 1 ? form.title : `${shorten(form.title, MODAL.title - 8)} (${step + 1}/${count})`;
  const labels = stepFields(form, step).map((f) => label(f, entered[f.name] ?? f.value));
  return {
    custom_id: customId,
    title: shorten(title, MODAL.title),
    components: [...above(form), ...labels],
  };
}

// What is wrong, and what to know before it is sent.
function above({ note, problem }: Form): readonly APITextDisplayComponent[] {
  const wrong = problem === undefined ? [] : [`${problem.message} ${problem.hint}`];
  const all = [...wrong, ...(note === undefined ? [] : [note])].join(" ");
  return all === "" ? [] : [{ type: ComponentType.TextDisplay, content: plain(shorten(all, 1500)) }];
}

function label(field: FormField, value: string): APILabelComponent {
  return {
    type: ComponentType.Label,
    label: shorten(field.label, MODAL.label),
    description: shorten(field.about, MODAL.description),
    component: control(field, value),
  };
}

function control(field: FormField, value: string): APILabelComponent["component"] {
  const base = { custom_id: field.name, required: field.required };
  switch (field.type) {
    case "choice":
    case "flag": {
      const choices = field.choices ?? [];
      // What was typed and is none of the choices must not be lost.
      const fits = value === "" || choices.some((c) => c.value === value);
      if (choices.length > MODAL.options || !fits) return textInput(field, value);
      const options = choices.map((c) => optionOf(c, value));
      return { type: ComponentType.StringSelect, ...base, min_values: field.required ? 1 : 0, max_values: 1, options };
    }
    case "channel": {
      const id = /\d{5,25}/u.exec(value)?.[0];
      const now =
        id === undefined ? {} : { default_values: [{ id, type: SelectMenuDefaultValueType.Channel as const }] };
      return { type: ComponentType.ChannelSelect, ...base, min_values: field.required ? 1 : 0, max_values: 1, ...now };
    }
    case "mentionable": {
      const [, kind, id] = /^(role|user):(\d{5,25})$/u.exec(value) ?? [];
      const { Role, User } = SelectMenuDefaultValueType;
      const type: typeof Role | typeof User = kind === "role" ? Role : User;
      const now = id === undefined ? {} : { default_values: [{ id, type }] };
      return {
        type: ComponentType.MentionableSelect,
        ...base,
        min_values: field.required ? 1 : 0,
        max_values: 1,
        ...now,
      };
    }
    case "file":
      return { type: ComponentType.FileUpload, ...base, min_values: field.required ? 1 : 0, max_values: 1 };
    case "text":
    case "long":
    case "whole":
      return textInput(field, value);
  }
}

function optionOf({ label, value }: Choice, now: string): APISelectMenuOption {
  return { label: shorten(label, MODAL.option), value, default: value === now };
}

function textInput(field: FormField, value: string): APILabelComponent["component"] {
  const kept = value.slice(0, MODAL.text);
  const { choices = [] } = field;
  return {
    type: ComponentType.TextInput,
    custom_id: field.name,
    style: field.type === "long" || kept.includes("\n") ? TextInputStyle.Paragraph : TextInputStyle.Short,
    required: field.required,
    max_length: Math.min(MODAL.text, Math.max(field.max, kept.length, 1)),
    ...(kept === "" ? {} : { value: kept }),
    // More choices than a menu takes are named, those of the desk's own first.
    ...(choices.length === 0
      ? {}
      : { placeholder: shorten(choices.map((c) => c.label).join(", "), MODAL.description) }),
  };
}

/** What was entered in one step, by field. */
export function entered(fields: ModalSubmitFields, form: Form, step: number): Entered {
  return Object.fromEntries(
    stepFields(form, step).flatMap(({ name }) => {
      const field = fields.fields.get(name);
      return field === undefined || field.type === ComponentType.FileUpload ? [] : [[name, valueOf(field)]];
    }),
  );
}

/** The files that were picked in one step, by field. */
export function picked(fields: ModalSubmitFields, form: Form, step: number): Readonly<Record<string, Attachment>> {
  return Object.fromEntries(
    stepFields(form, step).flatMap(({ name }) => {
      const field = fields.fields.get(name);
      // discord.js leaves the files out where none was picked.
      const given: Partial<ModalData> | undefined = field;
      const file = given !== undefined && "attachments" in given ? given.attachments?.first() : undefined;
      return file === undefined ? [] : [[name, file]];
    }),
  );
}

function valueOf(field: ModalData): string {
  if (field.type === ComponentType.TextInput) return field.value;
  if (!("values" in field)) return "";
  const [value = ""] = field.values;
  if (field.type !== ComponentType.MentionableSelect || value === "") return value;
  return `${field.roles?.has(value) === true ? "role" : "user"}:${value}`;
}
