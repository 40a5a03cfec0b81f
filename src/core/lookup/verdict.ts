import type { Fact } from "#core/facts/fact.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { verdictOf } from "./premise.ts";
import type { Question } from "./question.ts";
import { isOfEach } from "./rounds-counted.ts";
import { saysMore } from "./says-more.ts";
import type { Weighed } from "./weighed.ts";

type Verdict = "yes" | "no" | undefined;

/** What the first fact says to a yes-or-no question, where the others of its kind say the same. */
export function verdict(whole: Weighed, facts: readonly Fact[], question: Question, view: View): Verdict {
  const [first] = facts;
  if (first === undefined) return undefined;
  const kin = facts.filter((f) => f.slot === first.slot && f.side === first.side);
  const said = question.talks.several
    ? ofEach(first, kin, question, view)
    : ofOne(
        kin.filter((f) => f.talks === first.talks),
        question,
        view,
      );
  return said === "yes" && !question.presence && saysMore(whole, question) ? undefined : said;
}

function ofOne(facts: readonly Fact[], question: Question, view: View): Verdict {
  // One that cannot tell takes nothing from those that can.
  const said = new Set(facts.map((f) => verdictOf(f, question, view)).filter((v) => v !== undefined));
  return said.size === 1 ? [...said][0] : undefined;
}

/** "were all rounds in Bergen": yes where each of them says so, no where one was elsewhere. */
function ofEach(first: Fact, kin: readonly Fact[], question: Question, view: View): Verdict {
  if (!isOfEach(question.tokens.map((t) => t.text))) return undefined;
  const all = rounds(view, view.talks.get(first.talks)?.negotiation).filter(
    ({ id }) => question.talks.ids?.has(id) !== false,
  );
  const said = all.map(({ id }) =>
    ofOne(
      kin.filter((f) => f.talks === id),
      question,
      view,
    ),
  );
  if (said.includes("no")) return "no";
  return said.length > 1 && said.every((v) => v === "yes") ? "yes" : undefined;
}
