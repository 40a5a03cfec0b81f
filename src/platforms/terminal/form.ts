import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { submit, type Form, type FormField } from "#core/answer/form.ts";
import type { RawCall } from "#core/request/call.ts";
import { heading, list, paragraph, reply, strong, text, type Reply } from "#core/reply/reply.ts";
import { shorten } from "#core/text/text.ts";

/**
 * Asks a form's fields one by one; only the refused one where a refusal names it. Undefined when the asker cancels or
 * the input ends.
 */
export async function fillIn(
  form: Form,
  read: (question: string) => Promise<string | undefined>,
): Promise<RawCall | undefined> {
  const refused = form.fields.filter((f) => f.name === form.problem?.field);
  const entered: Record<string, string> = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  for (const field of refused.length > 0 ? refused : form.fields) {
    const typed = await read(question(field, form));
    if (typed === undefined || typed.trim() === ".cancel") return undefined;
    if (typed.trim() === "-") entered[field.name] = "";
    else if (typed.trim() !== "") entered[field.name] = isOfLines(field) ? await linesFrom(typed, read) : typed;
  }
  return submit(form, entered);
}

/** More characters than anybody types into one line: an article, or a file's words. */
const ONE_LINE = 4000;

function isOfLines({ type, max }: FormField): boolean {
  return type === "long" && max > ONE_LINE;
}

/** What is pasted, up to a line with a full stop alone. */
async function linesFrom(first: string, read: (question: string) => Promise<string | undefined>): Promise<string> {
  const lines = [first];
  for (let line = await read("> "); line !== undefined && line.trim() !== "."; line = await read("> "))
    lines.push(line);
  return lines.join("\n");
}

function question(field: FormField, at: Told): string {
  const choices = choicesOf(field);
  // "What kind of fact? — What kind of fact" says it twice.
  const about = field.label.startsWith(field.about) ? "" : ` — ${field.about}`;
  const needed = field.required ? tell(at, "terminal.needed") : "";
  const value = field.type === "file" ? tell(at, "terminal.present") : shownValue(field);
  const present = field.value === "" ? "" : ` [${value}]`;
  const lines = isOfLines(field) ? tell(at, "terminal.lines") : "";
  return `${field.label}${about}${choices}${needed}${lines}${present}: `;
}

function choicesOf({ choices }: FormField): string {
  return choices === undefined
    ? ""
    : ` (${choices.map((c) => c.label).join(choices.some((c) => c.label.includes(",")) ? "; " : ", ")})`;
}

function shownValue({ value, choices }: FormField): string {
  return choices?.find((c) => c.value === value)?.label ?? value;
}

const SHOWN = 100;

/** A form where nobody can be asked: what to add to the command line. */
export function formReply(form: Form): Reply {
  const items = form.fields.map((f) => [
    strong(`${f.name}: `),
    text(
      `${f.value === "" ? "" : `${shorten(shownValue(f), SHOWN)} · `}${f.about}${f.required ? tell(form, "help.needed") : ""}${choicesOf(f)}`,
    ),
  ]);
  const problem = form.problem === undefined ? [] : [paragraph(text(`${form.problem.message} ${form.problem.hint}`))];
  return reply(form.problem?.message ?? form.title, [
    heading(form.title),
    ...(form.note === undefined ? [] : [paragraph(text(form.note))]),
    ...problem,
    paragraph(text(tell(form, "terminal.options"))),
    list(...items),
  ]);
}
