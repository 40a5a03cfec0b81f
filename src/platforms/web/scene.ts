import type { Fact } from "#core/facts/fact.ts";
import { live } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { GENERAL, NEWSROOM } from "./channels.ts";

/**
 * One thing that the page does by itself in a step. `fill` goes into the form that the line opens. `again`: the desk
 * now holds what the step builds on, so ask for the step once more.
 */
export type Act =
  | { readonly do: "say"; readonly line: string; readonly fill?: Readonly<Record<string, string>> }
  | { readonly do: "open"; readonly channel: string }
  | { readonly do: "clock"; readonly move: "digest" }
  | { readonly do: "again" };

/** The guided scene in the order in which it is told: what each button says, and one line on what to look at. */
export const STEPS = [
  {
    id: "ask",
    label: "Ask with typos",
    about: "Slips do not matter. Every statement names its outlet and paragraph.",
  },
  {
    id: "compare",
    label: "Compare two rounds",
    about: "What both rounds say on the same subject, source by source.",
  },
  {
    id: "differ",
    label: "See where sources differ",
    about: "All versions are shown. Talks never picks one for you.",
  },
  {
    id: "add",
    label: "Add a fact",
    about: "A form asks for the fact and its source. It is filled in: press Send.",
  },
  {
    id: "correct",
    label: "Correct a shared answer",
    about: "A fact in a shared answer is corrected. Press Send, and the shared answer changes by itself.",
  },
  {
    id: "digest",
    label: "Get the next digest",
    about: "The clock moves to the next morning. #newsroom hears what is new.",
  },
] as const;

export type StepId = (typeof STEPS)[number]["id"];

const OUTLET = "The Gazette";
const ADD = `/facts add slot:duration stated:"4 hours" source:"new: ${OUTLET}"`;

/** Whether a desk holds enough to tell the scene with: who led a side. */
export function hasScene(view: View): boolean {
  return asked(view) !== undefined;
}

/** What a step does on a desk as it stands, in #general at first. Each step works alone, and again. */
export function acts(step: StepId, view: View, digests: number): readonly Act[] {
  return [{ do: "open", channel: GENERAL }, ...then(step, view, digests)];
}

function then(step: StepId, view: View, digests: number): readonly Act[] {
  switch (step) {
    case "ask":
      return [{ do: "say", line: asked(view) ?? "who led teh talks" }];
    case "compare":
      return [{ do: "say", line: "/talks compare" }];
    case "differ":
      return [{ do: "say", line: "do the sources disagree?" }];
    case "add":
      return [...subscribed(digests), { do: "say", line: ADD, fill: { paragraph: "1" } }];
    case "correct": {
      const added = ours(view).find(({ slot }) => slot === "duration");
      if (added === undefined) return [{ do: "say", line: `${ADD} paragraph:1` }, { do: "again" }];
      return [
        { do: "say", line: "/talks how-long public:true" },
        {
          do: "say",
          line: `/facts correct ${added.id}`,
          fill: { stated: "4½ hours", reason: `${OUTLET} printed a correction` },
        },
      ];
    }
    case "digest": {
      const told = ours(view).filter(({ slot }) => slot === "note").length;
      const remark = `the sides agree on a third round${told === 0 ? "" : `, report ${told + 1}`}`;
      return [
        ...subscribed(digests),
        { do: "say", line: `/facts add note remark:"${remark}" source:"new: ${OUTLET}" paragraph:2` },
        { do: "open", channel: NEWSROOM },
        { do: "clock", move: "digest" },
      ];
    }
  }
}

/** #newsroom has a digest before anything is added, so that it tells all that the scene does. */
function subscribed(digests: number): readonly Act[] {
  if (digests > 0) return [];
  return [
    { do: "open", channel: NEWSROOM },
    { do: "say", line: "/digest subscribe #newsroom every:daily at:9am timezone:utc" },
    { do: "open", channel: GENERAL },
  ];
}

/** What the scene's own outlet reports. */
function ours(view: View): readonly Fact[] {
  const its = (article: string): boolean => view.articles.get(article)?.outlet === OUTLET;
  return view.facts.filter((f) => live(f) && f.claims.some((c) => its(c.citation.article)));
}

/** Who led one side, with two slips in it: a letter of the side's name is left out. */
function asked(view: View): string | undefined {
  const latest = view.facts.findLast(
    (f) => f.slot === "led" && live(f) && view.parties.get(f.side ?? "") !== undefined,
  );
  const word = view.parties.get(latest?.side ?? "")?.adjective.toLowerCase();
  if (word === undefined) return undefined;
  const twice = /(.)\1/u.exec(word)?.index ?? Math.floor(word.length / 2);
  return `who led teh ${word.slice(0, twice)}${word.slice(twice + 1)} side`;
}
