import { KINDS, KIND_WORDS, saysKind, type Kind } from "#core/changes/known-name.ts";
import type { Changed } from "#core/desk/desk.ts";
import { call, type RawCall } from "#core/request/call.ts";
import { NAME_MAX } from "#core/request/option.ts";
import { shorten } from "#core/text/text.ts";
import type { View } from "#core/facts/view.ts";
import type { Choice } from "#core/request/choice.ts";
import { text } from "#core/request/options/index.ts";

/**
 * What came of a change that named something not held, with a button for each near name: to keep what was typed as a
 * spelling of it, and one that makes a name of the kind. Either goes on with the call.
 */
export function nameable<T>(outcome: Changed<T>, raw: RawCall, kind?: Kind): Changed<T> {
  if (outcome.kind === "done" || outcome.refusal.kind !== "held") return outcome;
  const { field = "", offers = [], buttons } = outcome.refusal;
  const typed = (raw.values[field] ?? "").slice(0, NAME_MAX);
  if (typed === "" || saysKind(typed)) return outcome;
  const next = { path: raw.path, values: raw.values };
  const spellings = offers.slice(0, 2).map(({ label, value }) => ({
    label: shorten(`A spelling of ${label}`, 60),
    call: { ...call(["facts", "alias"], { action: "add", name: value, spelling: typed }), next },
  }));
  const fresh =
    kind === undefined || kind === "negotiation"
      ? []
      : [{ label: `New ${kind}`, call: { ...call(["desk", `${kind}-add`], { called: typed }), next } }];
  return { ...outcome, refusal: { ...outcome.refusal, buttons: [...buttons, ...spellings, ...fresh] } };
}

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
