import type { Cut, Proposal } from "./reading/proposal.ts";
import type { Span } from "./reading/span.ts";

/** Where the first of a proposal's values stands. */
export function first({ fields }: Proposal): number {
  return Math.min(...Object.values(fields).map((f) => f.start));
}

/** One proposal for each thing said: of one kind in one paragraph, what stands within another's value is dropped. */
export function once(all: readonly Proposal[]): readonly Proposal[] {
  const kept: Proposal[] = [];
  for (const proposal of all) {
    const main = mainOf(proposal);
    const rival = kept.findIndex(
      (k) => k.slot === proposal.slot && k.paragraph === proposal.paragraph && overlaps(mainOf(k), main),
    );
    const led = kept.some(
      (k) =>
        k.slot === "led" &&
        proposal.slot === "attended" &&
        k.paragraph === proposal.paragraph &&
        overlaps(mainOf(k), main),
    );
    const rivals =
      ONE.has(proposal.slot) &&
      kept.some(
        (k) =>
          k.slot === proposal.slot &&
          k.paragraph === proposal.paragraph &&
          k.fields["place"]?.text === proposal.fields["place"]?.text,
      );
    if (rival < 0 && !led && !rivals) kept.push(proposal);
  }
  return kept;
}

const ONE = new Set(["date", "duration"]);
const MAIN = ["person", "topic", "words", "result", "step", "about", "aim", "stated", "place", "city", "count", "kind"];

/** The field that says what a proposal is about. */
export function mainOf({ fields }: Pick<Proposal, "fields">): Cut {
  const main = MAIN.map((name) => fields[name]).find((f) => f !== undefined) ?? Object.values(fields)[0];
  if (main === undefined) throw new Error("a proposal has no field");
  return main;
}

/** Whether two pieces share a character. */
export function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}
