import { tell } from "#core/messages/tell.ts";
import { answered, typed, type Answer, type Context } from "#core/answer/command.ts";
import { check } from "#core/request/check.ts";
import { paragraph, reply, text } from "#core/reply/reply.ts";
import { defined } from "#core/text/defined.ts";
import { typedValue } from "#core/text/tokens.ts";
import { callRead, unheardOf } from "#core/answer/unheard.ts";

/**
 * A question that was refused, as a second ear reads it: one of the desk's own calls, answered from what the desk
 * holds, and said to be understood so. Undefined where there is no second ear, it reads nothing that the desk can
 * answer, or something is wrong with it.
 */
export async function heardAgain(question: string, context: Context): Promise<Answer | undefined> {
  const { commands, view, dialect, raw, secondEar } = context;
  if (secondEar === undefined) return undefined;
  const unheard = unheardOf(question, commands, view);
  if (unheard === undefined) return undefined;
  const read = callRead(await secondEar(unheard), commands);
  if (read === undefined) return undefined;
  const { "as-of": then, public: shared } = raw.values;
  const call = {
    ...read.call,
    values: {
      ...read.call.values,
      ...defined({ "as-of": then, public: shared }),
    },
  };
  const values = check(call, read.command, read.command.options, view, dialect);
  if (!values.ok) return undefined;
  const given = await read.command.answer(values.value, { ...context, raw: call });
  if (given.kind !== "reply") return undefined;
  const options = Object.entries(read.call.values).map(([name, value]) => `${name}:${typedValue(value)}`);
  const as = `${tell(view, "heard.as", { line: typed(read.call.path, options.join(" ")) })}.`;
  const { plain, blocks, ...rest } = given.reply;
  return answered({ ...rest, ...reply(`${as} ${plain}`, [paragraph(text(as)), ...blocks], given.reply.facts) });
}
