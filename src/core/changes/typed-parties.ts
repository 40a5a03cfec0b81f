import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import { countryOf } from "#core/facts/country.ts";
import { ROLES, type Participant } from "#core/facts/names.ts";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import type { Chain } from "./chain.ts";
import { planName } from "./name-thing.ts";
import { partyDetails } from "./party-details.ts";
import type { Known } from "./name-state.ts";

type Role = Participant["role"];

interface TypedParty {
  readonly role: Role;
  readonly name: string;
  /** As sentences use it, where it was typed in brackets after the name. */
  readonly adjective?: string | undefined;
}

const ROLE_WORDS: readonly (readonly [RegExp, Role])[] = [
  [/^(?:party|parties):\s*/iu, "party"],
  [/^(?:mediators?|mediated by)(?::\s*|\s+)/iu, "mediator"],
  [/^(?:hosts?|hosted by)(?::\s*|\s+)/iu, "host"],
  [/^(?:observers?|observed by)(?::\s*|\s+)/iu, "observer"],
];

/** `Iran, United States; mediator Oman` → each party with its role. A role holds up to the next semicolon. */
function readParties(typed: string): readonly TypedParty[] {
  return typed.split(/[;\n]/u).flatMap((group) => {
    let role: Role = "party";
    return group.split(",").flatMap((part): readonly TypedParty[] => {
      let rest = part.trim();
      for (const [words, meant] of ROLE_WORDS) {
        if (!words.test(rest)) continue;
        role = meant;
        rest = rest.replace(words, "");
      }
      const [, name = rest, adjective] = /^(.+?)\s*\(([^()]+)\)$/u.exec(rest) ?? [];
      return name.trim() === "" ? [] : [{ role, name: name.trim(), adjective }];
    });
  });
}

/** Those who take part, as `typed` names them, and those of them that this made. */
export interface TakingPart {
  readonly parties: readonly Participant[];
  readonly made: readonly Known[];
}

/**
 * The parties that typed words name. A country that the desk does not hold is made on the way, and so is anything else
 * whose adjective stands in brackets. A name that is neither is asked about.
 */
export function takingPart(typed: string, chain: Chain): Read<TakingPart> {
  const { view } = chain.snapshot;
  const parties: Participant[] = [];
  const made: Known[] = [];
  for (const party of readParties(typed)) {
    const held = heldParty(party, typed, chain);
    if (!held.ok) return held;
    if (held.value !== undefined) {
      parties.push({ party: held.value, role: party.role });
      continue;
    }
    const fresh = chain.run((at) => planName(partyDetails(party, at.view), at));
    if (!fresh.ok) return { ok: false, refusal: { ...fresh.refusal, field: "parties" } };
    made.push(fresh.value);
    parties.push({ party: fresh.value.item.id, role: party.role });
  }
  return parties.length === 0
    ? no(tell(view, "new.noParty"), tell(view, "new.typeParties"), [], "parties")
    : ok({ parties, made });
}

/** The id of the party that is meant; undefined for one that can be made. */
function heldParty({ name, adjective }: TypedParty, typed: string, { snapshot }: Chain): Read<string | undefined> {
  const { view } = snapshot;
  const { parties } = view;
  const country = countryOf(name);
  const held = parties.exact(name) ?? (country === undefined ? undefined : parties.exact(country.name));
  if (held !== undefined) return ok(held.id);
  if (country !== undefined || adjective !== undefined) return ok(undefined);
  const found = parties.find(name);
  if (found.kind === "exact" || found.kind === "near") return ok(found.item.id);
  const near = found.kind === "several" ? found.items.slice(0, 3) : [];
  const fresh = `${name} (${name})`;
  const offers = [
    ...near.map((item) => ({ label: item.name, value: typed.replace(name, item.name) })),
    { label: tell(view, "new.party", { name: shorten(name, 25) }), value: typed.replace(name, fresh) },
  ];
  const known = listedIn(
    view,
    near.map((item) => item.name),
  );
  const unheld = { name: shorten(name, 60) };
  const message =
    near.length === 0
      ? tell(view, "new.noCountry", unheld)
      : tell(view, "new.noCountryNear", { ...unheld, near: known });
  const hint = tell(view, "new.bracket", { typed: fresh });
  return { ok: false, refusal: { ...refuse("held", message, hint), field: "parties", carries: true, offers } };
}

/** The same words for parties that are held, as a form shows them. */
export function partiesTyped(
  parties: readonly Participant[],
  names: { readonly name: (id: string) => string },
): string {
  return ROLES.flatMap((role) => {
    const some = parties.filter((p) => p.role === role).map((p) => names.name(p.party));
    return some.length === 0 ? [] : [`${role === "party" ? "" : `${role} `}${some.join(", ")}`];
  }).join("; ");
}
