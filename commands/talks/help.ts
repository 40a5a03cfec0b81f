import { ABOUTS } from "#core/messages/english/abouts.ts";
import { eitherIn } from "#core/messages/lists.ts";
import { lineIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Option } from "#core/request/option.ts";
import { example, type Held } from "#core/request/example.ts";
import { ask } from "#core/request/call.ts";
import { mayActAs } from "#core/request/asker.ts";
import {
  answered,
  defineCommand,
  GROUPS,
  refused,
  typed,
  type Command,
  type Commands,
  type Context,
} from "#core/answer/command.ts";
import { text } from "#core/request/options/index.ts";
import { commandNamed } from "#core/answer/command-named.ts";
import { notAllowed } from "#core/answer/turned-away.ts";
import { beginning, isEmpty } from "./begin.ts";
import { nearest } from "#core/text/near.ts";
import { refuse } from "#core/request/refusal.ts";
import {
  buttons,
  code,
  heading,
  list,
  paragraph,
  reply,
  strong,
  text as words,
  type Block,
  type Inline,
} from "#core/reply/reply.ts";
import { shorten } from "#core/text/text.ts";

export const help = defineCommand({
  path: ["talks", "help"],
  about: "All commands, or one in full",
  tier: "reader",
  options: { command: text("One command, such as who-led", { words: true, max: 60 }) },
  example: "who-led",
  async answer(values, context) {
    if (values.command === undefined) return answered(overview(context, GROUPS));
    const name = values.command.toLowerCase().replace(/^\//u, "").trim();
    const group = GROUPS.find((g) => g === name && context.commands.group(g).length > 0);
    if (group !== undefined) {
      const { asker, commands, view } = context;
      const own = commands.group(group);
      const [first] = own;
      return first === undefined || own.some((c) => mayActAs(asker.tier, c.tier))
        ? answered(overview(context, [group]))
        : refused(notAllowed(first, asker, view, `/${group}`));
    }
    const found = find(name, context.commands);
    if (found !== undefined) return answered(whole(found, context.view));
    const near = nearest(name, context.commands.all, (c) => [c.path[1], c.path.join(" ")], 4).map((n) => n.item);
    const meant = eitherIn(
      context.view,
      near.map((c) => typed(c.path)),
    );
    return refused(
      refuse(
        "usage",
        tell(context.view, "help.none", { typed: shorten(name, 40) }),
        near.length > 0 ? tell(context.view, "unknown.meant", { names: meant }) : tell(context.view, "help.all"),
        near.map((c) => ({ label: c.path[1], call: ask("help", { command: c.path.join(" ") }) })),
      ),
    );
  },
});

function find(name: string, commands: Commands): Command | undefined {
  const words = name.split(/\s+/u);
  // All of the words are its name: "help me find the venue" names none.
  const whole = [words, ["facts", ...words]].flatMap((some) => {
    const named = commandNamed(some, commands);
    return named !== undefined && named.from + named.length === some.length ? [named.command] : [];
  });
  return whole[0] ?? commands.all.find((c) => c.path[1] === name);
}

function overview(context: Context, groups: readonly string[]) {
  const { asker, commands, view } = context;
  const blocks = groups.flatMap((group): readonly Block[] => {
    const mine = commands.group(group).filter((c) => mayActAs(asker.tier, c.tier));
    if (mine.length === 0) return [];
    return [
      paragraph(strong(`/${group}`)),
      list(...mine.map((c): readonly Inline[] => [code(c.path[1]), words(`  ${aboutOf(c, view)}`)])),
    ];
  });
  const empty = isEmpty(context.view);
  return reply(tell(view, "help.plain"), [
    heading(tell(view, "help.title")),
    // What nobody has read says so, until somebody has.
    ...(view.tongue === undefined ? [] : [paragraph(words(tell(view, "help.unread")))]),
    ...(empty
      ? beginning(context)
      : [
          paragraph(
            words(tell(view, "help.ask")),
            code(tell(view, "help.question")),
            words(tell(view, "help.orCommand")),
          ),
        ]),
    ...blocks,
    paragraph(words(tell(view, "help.options")), code(tell(view, "help.pair")), words(tell(view, "help.shows"))),
    ...(empty
      ? []
      : [
          buttons(
            { label: tell(view, "button.who-led"), call: ask("who-led") },
            { label: tell(view, "button.how-long"), call: ask("how-long") },
            { label: tell(view, "button.rounds-list"), call: ask("list") },
          ),
        ]),
  ]);
}

/** What a command does, in the language. */
function aboutOf({ path: [group, name], about }: Command, at: Told): string {
  const id = `about.${name}`;
  return group === "talks" && Object.hasOwn(ABOUTS, id) ? tell(at, id as keyof typeof ABOUTS) : lineIn(at, about);
}

function listOf({ choices, suggests }: Option, at: Told): string {
  const values = (choices ?? suggests ?? []).map((c) => c.value);
  return values.length === 0
    ? ""
    : `: ${[...values, ...(choices === undefined ? [tell(at, "help.another")] : [])].join(", ")}`;
}

function whole(command: Command, held: Held & Told) {
  const options = Object.entries(command.options).map(([name, o]): readonly Inline[] => [
    code(`${name}:`),
    words(` ${lineIn(held, o.about)}${o.required ? tell(held, "help.needed") : ""}${listOf(o, held)}`),
  ]);
  return reply(`${typed(command.path)}: ${aboutOf(command, held)}.`, [
    heading(typed(command.path)),
    paragraph(words(`${aboutOf(command, held)}.`)),
    ...(options.length === 0 ? [] : [list(...options)]),
    paragraph(words(tell(held, "help.example")), code(example(command, held))),
    ...(command.listedAs === undefined
      ? []
      : [paragraph(words(tell(held, "help.unlisted")), code(typed([command.path[0], command.listedAs])))]),
    ...(command.tier === "reader" ? [] : [paragraph(words(tell(held, `help.${command.tier}`)))]),
  ]);
}
