import type { WaitingForm } from "#core/chat/outcome.ts";
import type { RoomForm } from "./room.ts";

/** A form that waits, as the room opens it: all of its fields at once. */
export function formOf({ form, token, step }: WaitingForm): RoomForm {
  const title = form.problem === undefined ? form.title : `${form.title}: ${form.problem.message}`;
  return { title, token, step, fields: Object.fromEntries(form.fields.map((f) => [f.name, f.value])) };
}

/** What was filled in, by field; nothing else is taken. */
export function enteredIn(form: RoomForm, values: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(values).filter(([name]) => Object.hasOwn(form.fields, name)));
}
