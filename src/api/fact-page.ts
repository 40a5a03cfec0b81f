import { createHash } from "node:crypto";
import type { WholeSnapshot } from "#core/desk/desk.ts";
import { live } from "#core/facts/fact.ts";
import { factCalled, inTongue } from "#core/facts/view.ts";
import { differingFrom } from "#core/slots/disagreement.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told, Tongue } from "#core/messages/tongue.ts";
import { happened } from "#core/reply/happened.ts";
import { momentIn } from "#core/messages/words.ts";
import { statement } from "#core/reply/statement.ts";
import { heldFact } from "./held.ts";
import { document, escaped, paragraphOf } from "./html.ts";

/** A page as it is served: `gone` says that there was one. `etag`: of what it says, and of nothing else of the desk. */
export interface Page {
  readonly status: 200 | 410;
  readonly html: string;
  readonly etag: string;
}

/**
 * The page of one fact with its citations and its history; of a retracted one, that it was retracted. Undefined where
 * readers see none by that id. Nothing else of the desk is on it. `tongue`: the reader's language.
 */
export function factPage(id: string, held: WholeSnapshot, tongue: Tongue | undefined): Page | undefined {
  const snapshot = { ...held, view: inTongue(held.view, tongue) };
  const { view } = snapshot;
  const fact = factCalled(id, view);
  if (fact === undefined || fact.id !== id || fact.unlisted === true) return undefined;
  if (!live(fact))
    return paged(410, tell(view, "happened.retract"), "", paragraphOf(tell(view, "page.retracted")), view);
  const told = heldFact(id, snapshot);
  if (told === undefined) return undefined;
  const said = statement(fact, view);
  const outlets = [...new Set(told.sources.map((s) => s.outlet))].join(", ");
  const apart = differingFrom(fact, view, 1).length > 0;
  const notes = [
    ...(told.standing === "disputed" ? [tell(view, "page.disputed")] : []),
    ...(apart ? [tell(view, "page.apart")] : []),
  ];
  const sources = told.sources.map(
    (s) =>
      `<li>${[
        named(s.outlet, s.address),
        ...[s.title, s.published, s.place, s.said].filter((part) => part !== undefined).map(escaped),
      ].join(", ")}${s.excerpt === undefined ? "" : `<blockquote>${escaped(s.excerpt)}</blockquote>`}</li>`,
  );
  const history = told.history.map(
    ({ at, what }) =>
      `<li><time datetime="${escaped(at)}">${escaped(momentIn(view, Temporal.Instant.from(at)))}</time>: ${escaped(happened(what, view))}</li>`,
  );
  const body = [
    paragraphOf(told.talks.name, "talks"),
    `<h1>${escaped(said)}</h1>`,
    ...notes.map((note) => paragraphOf(note, "note")),
    `<h2>${escaped(tell(view, "page.sources"))}</h2><ul>${sources.join("")}</ul>`,
    `<h2>${escaped(tell(view, "page.history"))}</h2><ul>${history.join("")}</ul>`,
  ];
  const about = tell(view, "page.about", { round: told.talks.name, outlets });
  return paged(200, said, [...notes, about].join(" "), body.join("\n"), view);
}

function named(outlet: string, address: string | undefined): string {
  if (address === undefined || !/^https?:\/\//iu.test(address)) return escaped(outlet);
  return `<a href="${escaped(address)}" rel="nofollow noopener noreferrer">${escaped(outlet)}</a>`;
}

function paged(status: Page["status"], title: string, description: string, body: string, at: Told): Page {
  const html = document(title, description, body, at);
  return { status, html, etag: `"${createHash("sha256").update(html).digest("hex").slice(0, 32)}"` };
}
