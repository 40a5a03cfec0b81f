import { createHash } from "node:crypto";
import type { WholeSnapshot } from "#core/desk/desk.ts";
import { live } from "#core/facts/fact.ts";
import { factCalled } from "#core/facts/view.ts";
import { differingFrom } from "#core/slots/disagreement.ts";
import { momentIn } from "#core/messages/words.ts";
import { heldFact } from "./held.ts";
import { document, escaped, paragraphOf } from "./html.ts";

/** A page as it is served: `gone` says that there was one. `etag`: of what it says, and of nothing else of the desk. */
export interface Page {
  readonly status: 200 | 410;
  readonly html: string;
  readonly etag: string;
}

/** What a revision did, as a reader of a page is told. */
const DID: Readonly<Record<string, string>> = {
  load: "Shipped with Talks",
  add: "Added",
  approve: "Added",
  join: "Joined by another source",
  source: "Joined by another source",
  correct: "Corrected",
  retract: "Retracted",
  restore: "Restored",
  dispute: "Disputed",
  resolve: "The dispute was settled",
  undo: "A change was taken back",
};

/**
 * The page of one fact with its citations and its history; of a retracted one, that it was retracted. Undefined where
 * readers see none by that id. Nothing else of the desk is on it.
 */
export function factPage(id: string, snapshot: WholeSnapshot): Page | undefined {
  const { view } = snapshot;
  const fact = factCalled(id, view);
  if (fact === undefined || fact.id !== id || fact.unlisted === true) return undefined;
  if (!live(fact)) return paged(410, "Retracted", "", paragraphOf("This fact was retracted. It no longer stands."));
  const held = heldFact(id, snapshot);
  if (held === undefined) return undefined;
  const outlets = [...new Set(held.sources.map((s) => s.outlet))].join(", ");
  const apart = differingFrom(fact, view, 1).length > 0;
  const notes = [
    ...(held.standing === "disputed" ? ["This fact is disputed."] : []),
    ...(apart ? ["Other articles say something else. The desk holds both."] : []),
  ];
  const sources = held.sources.map(
    (s) =>
      `<li>${[
        named(s.outlet, s.address),
        ...[s.title, s.published, s.place, s.said].filter((part) => part !== undefined).map(escaped),
      ].join(", ")}${s.excerpt === undefined ? "" : `<blockquote>${escaped(s.excerpt)}</blockquote>`}</li>`,
  );
  const history = held.history.map(
    ({ at, what }) =>
      `<li><time datetime="${escaped(at)}">${escaped(momentIn({}, Temporal.Instant.from(at)))}</time>: ${escaped(DID[what] ?? "Changed")}</li>`,
  );
  const body = [
    paragraphOf(held.talks.name, "talks"),
    `<h1>${escaped(held.statement)}</h1>`,
    ...notes.map((note) => paragraphOf(note, "note")),
    `<h2>Sources</h2><ul>${sources.join("")}</ul>`,
    `<h2>History</h2><ul>${history.join("")}</ul>`,
  ];
  return paged(200, held.statement, [...notes, `${held.talks.name}. Sources: ${outlets}.`].join(" "), body.join("\n"));
}

function named(outlet: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\//iu.test(address)) return escaped(outlet);
  return `<a href="${escaped(address)}" rel="nofollow noopener noreferrer">${escaped(outlet)}</a>`;
}

function paged(status: Page["status"], title: string, description: string, body: string): Page {
  const html = document(title, description, body);
  return { status, html, etag: `"${createHash("sha256").update(html).digest("hex").slice(0, 32)}"` };
}
