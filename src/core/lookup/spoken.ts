import { fold } from "#core/text/text.ts";
import spoken from "#core/lookup/words/spoken.json" with { type: "json" };

type Spoken = "tr" | "ru";

const forms: Readonly<Record<Spoken, ReadonlyMap<string, string>>> = {
  tr: folded(spoken.tr),
  ru: folded(spoken.ru),
};

function folded(list: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(list).flatMap(([written, all]) =>
      all.split(" ").map((form) => [fold(form), fold(written)] as const),
    ),
  );
}

/** A word as one writes it, where it was typed as one speaks: `скока` is `сколько`, `nası` is `nasıl`. */
export function asWritten(word: string, tongue: Spoken): string {
  return forms[tongue].get(word) ?? word;
}
