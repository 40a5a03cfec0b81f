import { KINDS, KIND_WORDS, type Kind } from "#core/request/kind-of-name.ts";
import type { View } from "#core/facts/view.ts";
import type { Choice } from "#core/request/choice.ts";
import { text } from "#core/request/options/index.ts";

/** The names of one kind that are in use, or that are retired. */
export function nameChoices(kind: Kind, view: View, retired = false): readonly Choice[] {
  return view[KINDS[kind]].items
    .filter((item) => (item.retired === true) === retired)
    .map(({ name }) => ({ label: name, value: name }));
}

/** A name of one kind, or of any: read by `knownName`, which asks where several things are called so. */
export function nameOption(about: string, kind?: Kind, retired = false) {
  const kinds = kind === undefined ? KIND_WORDS : [kind];
  return {
    ...text(about, { words: true, required: true, max: 120 }),
    complete: (view: View) =>
      kinds.flatMap((k) =>
        nameChoices(k, view, retired).map((c) => (kind === undefined ? { ...c, value: `${k}: ${c.value}` } : c)),
      ),
  } as const;
}
