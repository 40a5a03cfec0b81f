import { tell } from "#core/messages/tell.ts";
import { namedOrNew, party, suggested } from "#core/request/options/index.ts";
import { capital } from "#core/text/text.ts";
import { clauseKey } from "#core/values/clause.ts";
import { defineSlot } from "./slot.ts";

// Most often one of these; a source may name another, such as a guarantor.
const ROLES = ["host", "mediator", "chair", "observer", "guarantor"] as const;

export const role = defineSlot({
  name: "role",
  holds: "many",
  sided: "never",
  compared: true,
  timed: false,
  fields: {
    party: party("Which country or organization it was"),
    person: namedOrNew("Who it was", "people"),
    as: suggested("In what role: host, mediator, chair, observer or another", ROLES, { required: true }),
  },
  variants: ["person"],
  ask: [
    "host",
    "hosted",
    "who hosted",
    "mediator",
    "mediated",
    "mediate",
    "who mediated",
    "chair",
    "chaired",
    "who chaired",
    "presided",
    "observer",
    "observers",
    "observed",
    "guarantor",
    "guarantors",
    "who observed",
    "go between",
    "carried messages",
    "ev sahibi",
    "arabulucu",
    "ev sahipligi",
    "посредник",
    "посредником",
    "председательствовал",
    "принимающая сторона",
    "gozlemci",
    "garantor",
    "гарант",
    "наблюдатель",
    "наблюдателем",
  ],
  key: (f) => JSON.stringify([f.person ?? "", f.party ?? "", clauseKey(f.as)]),
  subject: (f) => JSON.stringify([f.person ?? "", f.party ?? ""]),
  // One may be host and mediator at once: sources that name another role are told beside each other.
  relate: (a, b) => (a.person === b.person && a.party === b.party ? "consistent" : "apart"),
  check: (f) => (f.person === undefined && f.party === undefined ? "lack.partyOrPerson" : undefined),
  brief: (f, say) => `${f.as}: ${who(f, say)}`,
  sentence: (f, say) => `${f.as === "chair" ? "In the chair" : capital(f.as)}: ${who(f, say)}.`,
  plain: (f, say, other) => {
    const known = ROLES.find((role) => role === f.as);
    return known === undefined ? `${f.as}: ${who(f, say)}` : tell(other, `plain.${known}`, { who: who(f, say) });
  },
});

function who(
  f: { readonly person?: string; readonly party?: string },
  say: { person(id: string): string; party(id: string): string },
): string {
  if (f.person === undefined) return f.party === undefined ? "" : say.party(f.party);
  return f.party === undefined ? say.person(f.person) : `${say.person(f.person)} (${say.party(f.party)})`;
}
