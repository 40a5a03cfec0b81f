import type { Naming } from "#core/slots/named-by.ts";
import type { NameState } from "./payload.ts";

/** The other names that a name of the desk leads to: what it was merged into, and what belongs to it. */
export function leadsTo(state: NameState): readonly Naming[] {
  const into = state.into === undefined ? [] : [{ of: state.of, id: state.into }];
  switch (state.of) {
    case "negotiations":
      return [...into, ...state.parties.map(({ party }) => ({ of: "parties", id: party }) as const)];
    case "talks":
      return [
        ...into,
        { of: "negotiations", id: state.negotiation },
        ...state.parties.map((id) => ({ of: "parties", id }) as const),
      ];
    case "people":
      return state.party === undefined ? into : [...into, { of: "parties", id: state.party }];
    case "parties":
    case "places":
    case "slots":
      return into;
  }
}
