import { KINDS, KIND_WORDS, kindOf, type Kind } from "#core/changes/known-name.ts";
import type { View } from "#core/facts/view.ts";
import { text } from "#core/request/options/index.ts";

/** A name of one kind, or of any: read by `knownName`, which asks where several things are called so. */
export function nameOption(about: string, kind?: Kind, retired = false) {
  const kinds = kind === undefined ? KIND_WORDS : [kind];
  return {
    ...text(about, { words: true, required: true, max: 120 }),
    complete: (view: View) =>
      kinds
        .map((k) => KINDS[k])
        .flatMap((of) =>
          view[of].items
            .filter((item) => (item.retired === true) === retired)
            .map((item) => ({
              label: item.name,
              value: kind === undefined ? `${kindOf(of)}: ${item.name}` : item.name,
            })),
        ),
  } as const;
}
