import { TWO_PLACES } from "#core/messages/reasons.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { call, undoIn, LABEL_MAX, type Button } from "#core/request/call.ts";
import { answered, refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf, refusing, type Changed, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { factWith } from "#core/slots/fact-index.ts";
import { differingFrom } from "#core/slots/disagreement.ts";
import type { Fact } from "#core/facts/fact.ts";
import { differLine, factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { buttons, heading, idCode, paragraph, reply, strong, text, type Block } from "#core/reply/reply.ts";
import { sourceOf } from "#core/reply/citation.ts";
import { articleNote } from "./article-note.ts";
import type { Added } from "#core/changes/add.ts";
import { findToChange } from "#core/changes/fact-state.ts";
import { brief, statement } from "#core/reply/statement.ts";
import { SLOTS } from "#core/slots/index.ts";
import { shorten } from "#core/text/text.ts";

/**
 * How a change is answered: what was done, the fact as it now stands, the disagreement that it is part of, and how to
 * take it back. `note`: what is told of its article, below the fact.
 */
export function shown(
  title: string,
  id: string,
  now: Snapshot,
  extra: readonly Block[] = [],
  note: readonly Block[] = [],
): Answer {
  const fact = factWith(id, now.view.facts);
  if (fact === undefined)
    return answered(reply(`${title}.`, [heading(title), ...extra, ...note, buttons(...after(id, now.view))]));
  return answered(
    reply(
      shorten(tell(now.view, "changed.titled", { title, statement: statement(fact, now.view) }), 300),
      [
        heading(title),
        ...extra,
        ...factBlocks(fact, now.view),
        ...disagreement(fact, now),
        ...note,
        buttons(...after(id, now.view), ...mending(fact, now)),
      ],
      [quoted(fact, now.view)],
    ),
  );
}

// More than these do not help to see what a fact differs from. /talks disputes shows all of them.
const OTHERS_SHOWN = 10;

function disagreement(fact: Fact, { view }: Snapshot): readonly Block[] {
  if (fact.standing === "retracted") return [];
  // One more than is shown, to know that there are more.
  const differ = new Set(differingFrom(fact, view, OTHERS_SHOWN + 1));
  const others = view.facts.filter((f) => f !== fact && (differ.has(f) || disputedBeside(fact, f)));
  if (fact.settled !== undefined || (fact.standing !== "disputed" && differ.size === 0)) return [];
  const some = new Set(others.slice(0, OTHERS_SHOWN));
  const line = differLine(
    view.facts.filter((f) => f === fact || some.has(f)),
    view,
  );
  if (line === undefined) return [];
  return [
    paragraph(strong(tell(view, "changed.disagreement")), text(line)),
    ...others.flatMap((f) => (some.has(f) ? factBlocks(f, view) : [])),
    ...(others.length === some.size ? [] : [paragraph(text(tell(view, "changed.more")))]),
    buttons({
      label: shorten(tell(view, "changed.settle", { what: brief(fact.claims[0], view) }), LABEL_MAX),
      call: call(["facts", "resolve"], { id: fact.id }),
    }),
  ];
}

function disputedBeside({ talks, slot, side }: Fact, f: Fact): boolean {
  return (
    f.standing === "disputed" && f.settled === undefined && f.slot === slot && f.talks === talks && f.side === side
  );
}

function after(id: string, at: Told): readonly Button[] {
  return [undoIn(at), { label: tell(at, "frame.history"), call: call(["facts", "history"], { id }) }];
}

/** What was done with a fact. */
type Done = "Retracted" | "Restored" | "Locked" | "Unlocked" | "Joined";

/** The answer of a command that changes one fact, found by its id as it stands when the change is decided. */
export async function changeFact(
  { asker, desk }: Context,
  id: string,
  done: Done,
  plan: (fact: Fact, snapshot: Snapshot) => Plan<Fact>,
): Promise<Answer> {
  const outcome = await desk.change(authorOf(asker), (snapshot) => {
    const fact = findToChange(id, asker.tier, snapshot);
    return fact.ok ? plan(fact.value, snapshot) : refusing(fact.refusal);
  });
  return changed(outcome, (fact, now) => shown(tell(now.view, `changed.${done}`), fact.id, now));
}

/** A refused change as an answer, a done one as `done` makes it. */
export function changed<T, S extends Snapshot>(outcome: Changed<T, S>, done: (result: T, now: S) => Answer): Answer {
  return outcome.kind === "refused" ? refused(outcome.refusal) : done(outcome.result, outcome.now);
}

/** A button for each place that a fact rests on, to correct it: three at the most. */
function mending(fact: Fact, { view }: Snapshot): readonly Button[] {
  return fact.claims.slice(0, 3).map((claim) => ({
    label: shorten(tell(view, "changed.citation", { outlet: sourceOf(claim, view).outlet }), LABEL_MAX),
    call: call(["facts", "correct"], { id: fact.id, of: claim.id }),
  }));
}

const ADDED = { new: "changed.addedTo", joined: "changed.joinedIn" } as const;
const APPROVED = { new: "changed.approvedTo", joined: "changed.approvedIn" } as const;

/** How an added fact is answered: where it was filed, and what is near it, to be joined or kept apart. */
export function shownAdded({ how, id, near, cited }: Added, now: Snapshot, approved = false): Answer {
  const { view } = now;
  const fact = factWith(id, view.facts);
  const round = fact === undefined ? "" : view.talks.name(fact.talks);
  const title = tell(view, (approved ? APPROVED : ADDED)[how], { round });
  const note = articleNote(cited, view);
  if (how === "joined") return shown(title, id, now, [], note);
  const held = near.flatMap((other) => factWith(other, now.view.facts) ?? []);
  const asked = held.flatMap((f) => {
    // Of values, the words do not say whether both can be right: a person says so.
    const unsure = SLOTS[f.slot].holds === "one";
    const lead = tell(view, unsure ? "changed.bothRight" : "changed.near");
    return [
      paragraph(strong(lead), text(statement(f, now.view)), text(" "), idCode(f.id)),
      buttons(
        {
          label: tell(view, unsure ? "changed.same" : "changed.join"),
          call: call(["facts", "correct"], { id, join: f.id }),
        },
        { label: tell(view, unsure ? "changed.right" : "changed.apart"), call: call(["talks", "fact"], { id }) },
        ...(unsure
          ? [
              {
                label: tell(view, "changed.differ"),
                call: call(["facts", "dispute"], { id, with: f.id, reason: TWO_PLACES }),
              },
            ]
          : []),
      ),
    ];
  });
  return shown(title, id, now, asked, note);
}
