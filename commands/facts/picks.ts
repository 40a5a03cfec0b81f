import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { aliasShown } from "./alias-shown.ts";
import { call, LABEL_MAX } from "#core/request/call.ts";
import { refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { readText } from "#core/request/options/plain.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { buttons, code, heading, list, paragraph, strong, text, type Block } from "#core/reply/reply.ts";
import { SPELLING_MAX } from "#core/lookup/offers.ts";
import { clean, fold, shorten } from "#core/text/text.ts";
import { PICKS_MAX, type PickCount } from "#core/desk/store.ts";
import type { View } from "#core/facts/view.ts";
import { aliasedBy, planAlias } from "#core/changes/alias.ts";

// A review of the three most pressed at a time: two buttons each, beside those of the misses.
const WITH_BUTTONS = 3;

/**
 * What members pressed for words that the desk does not know, with approving and dismissing each; nothing where there
 * is nothing.
 */
export function picksShown(picks: readonly PickCount[], view: View): readonly Block[] {
  const standing = picks.flatMap((pick) => {
    const leads = aliasedBy(pick, view);
    return leads === undefined ? [] : [{ pick, to: leads.item.name }];
  });
  if (standing.length === 0) return [];
  return [
    heading(tell(view, "picks.title")),
    paragraph(text(tell(view, "picks.how"))),
    list(
      ...standing.map(({ pick, to }) => [
        strong(`${pick.times}× `),
        code(shorten(pick.spelling, 100)),
        text(tell(view, "picks.in", { to: shorten(to, 80), question: shorten(pick.question, 100) })),
        code(pick.key),
      ]),
    ),
    buttons(
      ...standing.slice(0, WITH_BUTTONS).flatMap(({ pick, to }) => [
        {
          label: shorten(tell(view, "picks.approve", { spelling: shorten(pick.spelling, 15), to }), LABEL_MAX),
          call: call(["facts", "misses"], { approve: pick.key }),
        },
        {
          label: shorten(tell(view, "picks.dismiss", { spelling: shorten(pick.spelling, 15), to }), LABEL_MAX),
          call: call(["facts", "misses"], { dismiss: pick.key }),
        },
      ]),
    ),
  ];
}

/** Makes a pick's spelling an alias, by the path of any alias. */
export async function approvePick(typed: string, { asker, desk, view }: Context): Promise<Answer> {
  const found = await findPick(typed, { desk, view });
  if ("refusal" in found) return refused(found.refusal);
  const { pick } = found;
  const dismiss = { label: tell(view, "picks.dismissIt"), call: call(["facts", "misses"], { dismiss: pick.key }) };
  const outcome = await desk.change(authorOf(asker), (snapshot) => {
    const leads = aliasedBy(pick, snapshot.view);
    if (leads === undefined)
      return refusing(refuse("state", tell(view, "picks.gone", { id: pick.id }), tell(view, "picks.do"), [dismiss]));
    const read = readText(clean(pick.spelling).text, SPELLING_MAX, false, snapshot.view);
    const plan = read.ok ? planAlias("add", leads, read.value, snapshot) : refusing(read.refusal);
    if (plan.kind === "append") return plan;
    return refusing(refuse("state", plan.refusal.message, tell(view, "picks.do"), [dismiss]));
  });
  if (outcome.kind === "refused") return refused(outcome.refusal);
  await desk.dropPick(pick.key);
  return aliasShown(outcome.result, outcome.now);
}

/** Forgets a pick; the refusal where there is none of that name. */
export async function dismissPick(
  typed: string,
  { desk, view }: Pick<Context, "desk" | "view">,
): Promise<Refusal | undefined> {
  const found = await findPick(typed, { desk, view });
  if ("refusal" in found) return found.refusal;
  await desk.dropPick(found.pick.key);
  return undefined;
}

/** A pick by its key, or by its words alone where they were pressed for one thing only. */
async function findPick(
  typed: string,
  { desk, view }: Pick<Context, "desk" | "view">,
): Promise<{ readonly pick: PickCount } | { readonly refusal: Refusal }> {
  const all = await desk.picks(PICKS_MAX);
  const exact = all.find((p) => p.key === typed.trim());
  const named = exact === undefined ? all.filter((p) => fold(p.spelling) === fold(typed)) : [exact];
  const [pick, other] = named;
  if (pick === undefined) {
    return {
      refusal: refuse("state", tell(view, "picks.nobody", { typed: shorten(typed, 80) }), tell(view, "picks.list")),
    };
  }
  if (other === undefined) return { pick };
  return {
    refusal: refuse(
      "usage",
      tell(view, "picks.several", { typed: shorten(typed, 80), n: named.length }),
      tell(view, "value.oneOf", {
        values: listedIn(
          view,
          named.slice(0, 5).map((p) => p.key),
        ),
      }),
    ),
  };
}
