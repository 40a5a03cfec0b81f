import type { Json } from "#test/standins/discord/json.ts";
import { length, objects, text, written } from "#test/standins/discord/json.ts";
import type { OpenModal } from "./asked.ts";
import type { Resolved } from "./resolved.ts";
import type { Typed } from "./typed-options.ts";

/** What is entered into a form, by the label or custom id of each field; a list for fields with several values. */
export type Entered = Readonly<Record<string, Typed | readonly Typed[]>>;

interface Field {
  readonly label: string;
  readonly control: Json;
}

/**
 * The components of a submitted form: docs.discord.com/developers/components/reference, "Interaction Response
 * Structure" of each. Fields left alone keep what they showed. Throws what the client would not let through.
 */
export function submitted(modal: OpenModal, entered: Entered, resolved: Resolved): readonly Json[] {
  const fields = modal.components.flatMap(fieldsOf);
  for (const name of Object.keys(entered))
    if (!fields.some((one) => called(one, name)))
      throw new Error(`The form has no field ${name}; it has ${fields.map((one) => one.label).join(", ")}.`);
  const answer = (field: Field): Json => {
    const name = Object.keys(entered).find((one) => called(field, one));
    return { ...answered(field, name === undefined ? undefined : entered[name], resolved), ...identity(field.control) };
  };
  return modal.components.map((component) => {
    const { type, id } = component;
    const [field] = fieldsOf(component);
    if (field === undefined) return { type, id };
    return type === 1 ? { type, id, components: [answer(field)] } : { type, id, component: answer(field) };
  });
}

function fieldsOf(component: Json): readonly Field[] {
  return [...objects(component.components), ...objects([component.component])].map((control) => ({
    label: text(component.label) || text(control.label),
    control,
  }));
}

function called({ label, control }: Field, name: string): boolean {
  return label === name || control.custom_id === name;
}

function identity({ type, id, custom_id }: Json): Json {
  return { type, id, custom_id };
}

function answered(field: Field, given: Entered[string] | undefined, resolved: Resolved): Json {
  const { control } = field;
  switch (control.type) {
    case 4:
      return { value: typedText(field, given) };
    case 21:
      return { value: chosen(field, given === undefined ? undefined : [given].flat())[0] ?? null };
    case 23:
      return { value: given === undefined ? control.default === true : given === true };
    case 3:
    case 22:
      return { values: chosen(field, given === undefined ? undefined : [given].flat()) };
    default:
      return { values: referred(field, given === undefined ? [] : [given].flat(), resolved) };
  }
}

function typedText({ label, control }: Field, given: Entered[string] | undefined): string {
  const value = given === undefined ? text(control.value) : written(given);
  const [least, most] = [Number(control.min_length ?? 0), Number(control.max_length ?? 4000)];
  if (value === "" && control.required !== false) throw new Error(`The field ${label} must be filled.`);
  if (value !== "" && (length(value) < least || length(value) > most))
    throw new Error(`The field ${label} takes ${least} to ${most} characters, not ${length(value)}.`);
  return value;
}

/** Options by label or value; untouched, those preset. */
function chosen({ label, control }: Field, given: readonly Typed[] | undefined): readonly string[] {
  const options = objects(control.options);
  const preset = options.filter((one) => one.default === true).map((one) => text(one.value));
  const values = given?.map((one) => {
    const option = options.find(({ label: shown, value }) => shown === one || value === one);
    if (option === undefined) throw new Error(`The field ${label} has no option ${JSON.stringify(one)}.`);
    return text(option.value);
  });
  return counted(label, control, values ?? preset);
}

const REFERRED: Readonly<Record<number, number>> = { 5: 6, 6: 8, 7: 9, 8: 7, 19: 11 };

function referred({ label, control }: Field, given: readonly Typed[], resolved: Resolved): readonly string[] {
  const type = REFERRED[Number(control.type)] ?? 9;
  return counted(
    label,
    control,
    given.map((one) => resolved.refer(type, one)),
  );
}

function counted(label: string, control: Json, values: readonly string[]): readonly string[] {
  const least = Number(control.min_values ?? (control.required === false ? 0 : 1));
  const most = Number(control.max_values ?? (control.type === 22 ? objects(control.options).length : 1));
  const none = values.length === 0 && control.required === false;
  if (!none && (values.length < least || values.length > most))
    throw new Error(`The field ${label} takes ${least} to ${most} values, not ${values.length}.`);
  return values;
}
