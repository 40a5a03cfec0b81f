import type { SlotName } from "#core/facts/slot-names.ts";
import type { SlotAsked } from "./asked-slots.ts";
import type { NameFound } from "./name-index.ts";

interface Way {
  readonly verb: RegExp;
  readonly slots: readonly (readonly [SlotName, number])[];
}

const SURE = 1;

// What somebody does with words, and the kinds of fact that tell what those were.
const WAYS: readonly Way[] = [
  {
    verb: /^(?:warn|warns|warned|caution(?:s|ed)?|announc(?:e|es|ed)|declar(?:e|es|ed)|remark(?:s|ed)?|stress(?:es|ed)?|emphasi[sz](?:e|es|ed)|underlin(?:e|es|ed)|conclud(?:e|es|ed)|predict(?:s|ed)?|reveal(?:s|ed)?|boast(?:s|ed)?|vent(?:s|ed)?|fear(?:s|ed)?)$/u,
    slots: [
      ["quote", SURE],
      ["assessment", 0.9],
    ],
  },
  {
    verb: /^(?:argu(?:e|es|ed)|maintain(?:s|ed)?|admit(?:s|ted)?|acknowledg(?:e|es|ed)|den(?:y|ies|ied)|suggest(?:s|ed)?)$/u,
    slots: [
      ["quote", SURE],
      ["assessment", 0.95],
      ["position", 0.9],
    ],
  },
  {
    verb: /^(?:promis(?:e|es|ed)|pledg(?:e|es|ed)|vow(?:s|ed)?|threaten(?:s|ed)?|urg(?:e|es|ed)|insist(?:s|ed)?)$/u,
    slots: [
      ["position", SURE],
      ["quote", 0.95],
    ],
  },
];
// "how did the minister see it": what they thought of it.
const SEES =
  /^(?:see|saw|sees|view|views|viewed|judge|judged|regard|regarded|find|found|perceive|perceived|take|took)$/u;
const FOR = /^(?:against|opposed|for|behind)$/u;

/**
 * The kinds of fact that are asked for by what somebody who is named does with words: "what did she warn of" asks for
 * what she said, "how did he see it" for what he thought of it, "was Chad against the plan" for what Chad wants.
 */
export function askedOfSomebody(
  words: readonly string[],
  form: string,
  names: readonly NameFound[],
): readonly SlotAsked[] {
  const last = words.length - 1;
  // "what was her trip about": what they talked of.
  if (form === "what" && words[last] === "about" && last > 2 && /^(?:is|was|were|are)$/u.test(words[1] ?? ""))
    return asked([["agenda", 2]], last, "about");
  const says = saysAt(words);
  if (form === "what" && says >= 0) return asked([["quote", 1.45]], says, words[says] ?? "");
  const who = names.filter((n) => n.of === "people" || n.of === "parties");
  const helper = words.findIndex((w) => /^(?:did|does|do|has|have|was|were|is|are)$/u.test(w));
  const first = who.toSorted((a, b) => a.from - b.from).find((n) => n.from > helper);
  if (first === undefined || helper < 0 || first.from > helper + 3) return [];
  const [help, end] = [words[helper] ?? "", first.from + first.size];
  // "what did the Omani minister warn of": the verb stands soon after who does it.
  const verbs = [end, end + 1, end + 2, end + 3].filter((i) => i < words.length);
  if (/^(?:did|does|do|has|have)$/u.test(help)) {
    for (const at of verbs) {
      const word = words[at] ?? "";
      if (form === "how" && SEES.test(word)) return asked([["assessment", 1.2]], at, word);
      const way = form === "what" ? WAYS.find(({ verb }) => verb.test(word)) : undefined;
      if (way !== undefined) return asked(way.slots, at, word);
    }
    return [];
  }
  // "what is Chad after": what it wants.
  if (form === "what" && words[end] === "after" && /^(?:|on|in|at|with|from)$/u.test(words[end + 1] ?? ""))
    return asked([["position", 1.45]], end, "after");
  const stance = form === "yes-no" && helper === 0 ? verbs.find((at) => FOR.test(words[at] ?? "")) : undefined;
  return stance === undefined || stance + 1 >= words.length
    ? []
    : asked([["position", SURE]], stance, words[stance] ?? "");
}

const SUBJECT_MAX = 7;

/** The place of "say" in "what did the observers of the union say", however long its subject is. */
function saysAt(words: readonly string[]): number {
  const what = words.indexOf("what");
  if (what < 0 || !/^(?:did|does|do|has|have|had)$/u.test(words[what + 1] ?? "")) return -1;
  const at = words.findIndex((w, i) => i > what + 1 && /^(?:say|said|tell|told)$/u.test(w));
  return at > 0 && at <= what + SUBJECT_MAX ? at : -1;
}

function asked(slots: Way["slots"], at: number, phrase: string): readonly SlotAsked[] {
  return slots.map(([slot, weight]) => ({ slot, weight, at: new Set([at]), phrase }));
}

/** Both lists as one: a kind that both ask for is asked for by the more. */
export function askedBoth(own: readonly SlotAsked[], more: readonly SlotAsked[]): readonly SlotAsked[] {
  const others = own.filter((s) => more.every((m) => m.slot !== s.slot));
  const both = more.map((m) => {
    const known = own.find((s) => s.slot === m.slot);
    return known === undefined
      ? m
      : { ...m, weight: Math.max(m.weight, known.weight), at: new Set([...m.at, ...known.at]) };
  });
  return [...others, ...both].toSorted((a, b) => b.weight - a.weight);
}
