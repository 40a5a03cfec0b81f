import { tell } from "#core/messages/tell.ts";
import type { Context } from "#core/answer/command.ts";
import type { View } from "#core/facts/view.ts";
import { mayActAs } from "#core/request/asker.ts";
import { call, type Button } from "#core/request/call.ts";
import { buttons, code, list, paragraph, strong, text, type Block } from "#core/reply/reply.ts";

/** Whether a desk follows nothing yet: there is nothing to ask of it. */
export function isEmpty({ talks }: View): boolean {
  return talks.all.length === 0;
}

/** How one begins on a desk that follows nothing yet: three steps, with a button for each that the asker may take. */
export function beginning({ asker, commands, view }: Pick<Context, "asker" | "commands" | "view">): readonly Block[] {
  const who = tell(view, mayActAs(asker.tier, "moderator") ? "begin.steps" : "begin.moderator");
  const steps: readonly { readonly button: Button; readonly does: string; readonly line: string }[] = [
    {
      button: { label: tell(view, "begin.addTalks"), call: call(["desk", "talks-add"]) },
      does: tell(view, "begin.talks"),
      line: "/desk talks-add",
    },
    {
      button: { label: tell(view, "begin.addFact"), call: call(["facts", "add"]) },
      does: tell(view, "begin.fact"),
      line: "/facts add",
    },
    {
      button: { label: tell(view, "begin.importFile"), call: call(["facts", "import"]) },
      does: tell(view, "begin.import"),
      line: "/facts import",
    },
  ];
  const mine = steps
    .map((s) => s.button)
    .filter(({ call: { path } }) => mayActAs(asker.tier, commands.find(path)?.tier ?? "admin"));
  return [
    paragraph(strong(`${tell(view, "begin.nothing")} `), text(who)),
    list(...steps.map(({ does, line }, i) => [text(`${i + 1}. ${does} `), code(line)])),
    paragraph(
      text(tell(view, "begin.then")),
      code("who led"),
      text(tell(view, "begin.or")),
      code("how long"),
      text("."),
    ),
    ...(mine.length === 0 ? [] : [buttons(...mine)]),
  ];
}

/** The same for a refusal: where to begin, and its buttons. */
export function beginningHint(context: Pick<Context, "asker" | "commands" | "view">): {
  readonly hint: string;
  readonly buttons: readonly Button[];
} {
  const last = beginning(context).at(-1);
  return {
    hint: tell(context.view, "nothing.yet"),
    buttons: last?.kind === "buttons" ? last.buttons : [],
  };
}
