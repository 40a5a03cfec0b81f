import { reasonIn } from "#core/messages/reasons.ts";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { sourceInlines, sourceOf } from "#core/reply/citation.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { suggestedPlace } from "#core/changes/suggestion-words.ts";
import type { Waiting } from "#core/changes/suggestion.ts";
import { sourcesOf } from "#core/reply/fact-blocks.ts";
import { code, idCode, strong, text, type Inline } from "#core/reply/reply.ts";
import { SLOTS } from "#core/slots/index.ts";
import { tell } from "#core/messages/tell.ts";
import { capitalIn } from "#core/messages/words.ts";
import { statement } from "#core/reply/statement.ts";
import { shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import type { Correction, Resting } from "./news.ts";

type Line = readonly Inline[];

const SUGGESTED_MAX = 300;

/** A fact in one line: its statement, its id and its sources. */
export function factLine(fact: Fact, view: View): Line {
  return [text(`${statement(fact, view)} `), idCode(fact.id), ...cited(sourcesOf(fact, view).map(sourceInlines))];
}

/** The round and the sources of a fact that the headline tells whole, and why it was changed. */
export function besideHeadline(fact: Fact, view: View, why: string | undefined): Line {
  const [, ...rest] = factLine(fact, view);
  const reason = becauseOf(why, view);
  return [text(`${view.talks.name(fact.talks)} `), ...rest, ...reason];
}

function becauseOf(why: string | undefined, view: View): Line {
  return why === undefined ? [] : [text(tell(view, "news.reason", { why: reasonIn(view, why) }))];
}

function cited(sources: readonly Line[]): Line {
  return [text(" ["), ...sources.flatMap((s, i) => (i === 0 ? s : [text("; "), ...s])), text("]")];
}

/** A correction: what was said, what is said now, by which source, and why. */
export function correctionLine({ was, is }: Correction, then: View, view: View, why: string | undefined): Line {
  const reason = becauseOf(why, view);
  if (is === undefined) return [strong(tell(view, "news.takenBack")), ...factLine(was, then)];
  if (!live(is)) {
    return [strong(tell(view, "news.retracted")), ...factLine(was, then), ...becauseOf(is.retracted, view)];
  }
  if (!live(was)) return [strong(tell(view, "news.broughtBack")), ...factLine(is, view), ...reason];
  const [before, now] = [strong(tell(view, "news.was")), strong(tell(view, "news.now"))];
  return [before, text(statement(was, then)), text(" → "), now, ...factLine(is, view), ...reason];
}

/** A side of a disagreement that ended: whether it was set aside, and for which fact. */
export function leftLine(fact: Fact, view: View): Line {
  return fact.settled === undefined
    ? factLine(fact, view)
    : [
        strong(tell(view, "news.setAside")),
        ...factLine(fact, view),
        text(tell(view, "news.inFavour")),
        idCode(fact.settled),
      ];
}

/** A fact that reads the same: the sources that were added or removed. */
export function restingLine({ fact, more, less }: Resting, view: View): Line {
  const sources = (claims: readonly Claim[]): Line =>
    cited(
      claims.map((c) => {
        // The line itself says "also" of all of them.
        const { also: _, ...source } = sourceOf(c, view);
        return sourceInlines(source);
      }),
    );
  return [
    text(`${statement(fact, view)} `),
    idCode(fact.id),
    ...(more.length === 0 ? [] : [text(tell(view, "news.also")), ...sources(more)]),
    ...(less.length === 0 ? [] : [text(tell(view, "news.noLonger")), ...sources(less)]),
  ];
}

/** What somebody suggests, in their words, with the source that they give. */
export function suggestionLine({ id, values }: Waiting, view: View): Line {
  const slot = SLOT_NAMES.find((name) => name === values["slot"]);
  const said =
    slot === undefined
      ? []
      : Object.keys(SLOTS[slot].fields).flatMap((name) =>
          name === "kind" && slot === "own" ? [] : (values[name] ?? []),
        );
  const named = slot === "own" ? values["kind"] : undefined;
  const label = named ?? tell(view, slot === undefined ? "table.fact" : `slot.${slot}`);
  const where = suggestedPlace(values, view);
  return [
    text(`${capitalIn(view, label)}: ${shorten(said.join(", "), SUGGESTED_MAX)} `),
    code(id),
    text(` [${where}]`),
  ];
}
