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
export function beginning({ asker, commands }: Pick<Context, "asker" | "commands">): readonly Block[] {
  const who = mayActAs(asker.tier, "moderator") ? "Three steps" : "A moderator begins it, in three steps";
  const steps: readonly { readonly button: Button; readonly does: string; readonly line: string }[] = [
    {
      button: { label: "Add talks", call: call(["desk", "talks-add"]) },
      does: "Say what you follow: a negotiation, its parties, one round.",
      line: "/desk talks-add",
    },
    {
      button: { label: "Add a fact", call: call(["facts", "add"]) },
      does: "Add what an article says, with its paragraph.",
      line: "/facts add",
    },
    {
      button: { label: "Import a file", call: call(["facts", "import"]) },
      does: "Or bring a whole negotiation in a file.",
      line: "/facts import",
    },
  ];
  const mine = steps
    .map((s) => s.button)
    .filter(({ call: { path } }) => mayActAs(asker.tier, commands.find(path)?.tier ?? "admin"));
  return [
    paragraph(strong("This desk follows nothing yet. "), text(`${who}:`)),
    list(...steps.map(({ does, line }, i) => [text(`${i + 1}. ${does} `), code(line)])),
    paragraph(text("Then ask in your own words, such as "), code("who led"), text(" or "), code("how long"), text(".")),
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
