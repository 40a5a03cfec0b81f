import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { meantBy } from "#core/facts/likely-names.ts";
import type { Names } from "#core/facts/names.ts";
import { shorten } from "#core/text/text.ts";
import { mayActAs, type Tier } from "./asker.ts";
import { call, LABEL_MAX, type Button, type RawCall } from "./call.ts";
import { kindOf, withKind } from "./kind-of-name.ts";
import { NAME_MAX } from "./option.ts";
import type { Refusal } from "./refusal.ts";

const NEAR = 2;
// Of so few, any may be what is meant by a word that is near none.
const FEW = 3;

/**
 * The refusal of a name that is not held, with buttons for a moderator: to keep it as a spelling of what is near, or to
 * make it, where the call is for more than reading and does not take any words as they are. Either goes on with it.
 */
export function withNameButtons(
  refusal: Refusal,
  raw: RawCall,
  command: { readonly tier: Tier },
  asker: { readonly tier: Tier },
  names: Names & Told,
): Refusal {
  const { unheld, ...rest } = refusal;
  if (unheld === undefined || !mayActAs(asker.tier, "moderator")) return rest;
  const typed = unheld.typed.slice(0, NAME_MAX);
  const next = { path: raw.path, values: raw.values };
  const reads = command.tier === "reader";
  const near = unheld.of.flatMap((of) => meantBy(typed, of, names).map((item) => ({ of, item }))).slice(0, NEAR);
  const all = unheld.of.flatMap((of) => names[of].all.map((item) => ({ of, item })));
  const perhaps = near.length === 0 && all.length <= FEW ? all : near;
  const kept = perhaps.map(({ of, item }) => ({
    label: shorten(
      unheld.of.length === 1
        ? tell(names, "make.spellingOf", { name: item.name })
        : tell(names, "make.spellingOfKind", { name: item.name, noun: tell(names, `noun.${of}`) }),
      LABEL_MAX,
    ),
    call: {
      ...call(["facts", "alias"], { action: "add", name: withKind({ of, item }), spelling: typed }),
      next,
    },
  }));
  const made = reads || unheld.asWords === true ? [] : newNames(typed, unheld.of, next, names);
  if (unheld.asWords !== true && kept.length + made.length === 0) return rest;
  return { ...rest, carries: true, buttons: [...rest.buttons, ...kept, ...made] };
}

function newNames(
  typed: string,
  kinds: readonly (keyof Names)[],
  next: NonNullable<RawCall["next"]>,
  at: Told,
): Button[] {
  // A negotiation is made by its first talks.
  const some = kinds.includes("talks") ? kinds.filter((of) => of !== "negotiations") : kinds;
  return some.map((of) => {
    const isNegotiation = of === "negotiations";
    const path = ["desk", `${isNegotiation ? "talks" : kindOf(of)}-add`];
    const option = isNegotiation ? "negotiation" : "called";
    return { label: tell(at, `make.${of}`), call: { ...call(path, { [option]: typed }), next } };
  });
}
