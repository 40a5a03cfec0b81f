import { tell } from "#core/messages/tell.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import type { ProposalState } from "#core/desk/payload.ts";
import { ruleSubject, subjectParts } from "#core/desk/subject.ts";
import { MODEL } from "#core/propose/proposer.ts";
import { RULES } from "#core/propose/rules/index.ts";
import { refuse } from "#core/request/refusal.ts";

/** How often what a rule proposed was taken as it was, taken otherwise, or rejected on a desk; and what it missed. */
export interface RuleCount {
  readonly rule: string;
  readonly off: boolean;
  readonly counts: Readonly<Record<ProposalState["state"], number>>;
}

/** The rules that a desk has switched off. */
export function rulesOff({ own }: Pick<Snapshot, "own">): ReadonlySet<string> {
  return new Set(own.all("rule").map(({ subject }) => subjectParts(subject).id));
}

/** Every rule with what became of its proposals on this desk. */
export function ruleCounts(snapshot: Pick<Snapshot, "own">): readonly RuleCount[] {
  const off = rulesOff(snapshot);
  const all = snapshot.own.all("proposal").map(({ state }) => state);
  const names = [...new Set([...RULES.map((r) => r.name), ...all.map((s) => s.rule)])];
  return names.map((rule) => {
    const count = (state: ProposalState["state"]): number =>
      all.filter((s) => s.rule === rule && s.state === state).length;
    return {
      rule,
      off: off.has(rule),
      counts: {
        accepted: count("accepted"),
        edited: count("edited"),
        rejected: count("rejected"),
        suggested: count("suggested"),
        missed: count("missed"),
      },
    };
  });
}

/** Switches a rule off for a desk, or on again. */
export function planRule(rule: string, on: boolean, snapshot: Snapshot): Plan<string> {
  const known = rule === MODEL || RULES.some((r) => r.name === rule);
  if (!known)
    return refusing({
      ...refuse("held", tell(snapshot.view, "rules.none", { name: rule }), tell(snapshot.view, "rules.list")),
      field: "rule",
    });
  if (rulesOff(snapshot).has(rule) !== on)
    return refusing(
      refuse(
        "state",
        tell(snapshot.view, on ? "rules.alreadyOn" : "rules.alreadyOff", { name: rule }),
        tell(snapshot.view, "rules.list"),
      ),
    );
  const after = on ? null : JSON.stringify({ off: true });
  return { kind: "append", changes: [{ subject: ruleSubject(rule), kind: "library", after }], result: rule };
}
