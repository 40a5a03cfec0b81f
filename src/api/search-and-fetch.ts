import { z } from "zod";
import { answer, type Session } from "#core/answer/answer.ts";
import { live } from "#core/facts/fact.ts";
import { statement } from "#core/reply/statement.ts";
import type { Asker } from "#core/request/asker.ts";
import { ask } from "#core/request/call.ts";
import { heldFact } from "./held.ts";
import { withPage } from "./page-of.ts";
import { replyOf } from "./told.ts";

/** The two shapes that connectors to assistants expect: platform.openai.com/docs/mcp, "search" and "fetch". */
export const FOUND = z.object({
  results: z.array(z.object({ id: z.string(), title: z.string(), url: z.string() })),
});
export const FETCHED = z.object({
  id: z.string(),
  title: z.string(),
  text: z.string(),
  url: z.string(),
  metadata: z.record(z.string(), z.string()),
});

/** The facts of the answer to a question; where there is none, the facts that are offered in its place. */
export async function found(
  query: string,
  { session, asker }: { readonly session: Session; readonly asker: Asker },
): Promise<z.infer<typeof FOUND>> {
  const reply = replyOf(await answer(ask("ask", { question: query }), asker, session));
  const offered = reply.blocks.flatMap((b) =>
    b.kind === "buttons" ? b.buttons.flatMap(({ call: { values } }) => values["meant"] ?? values["id"] ?? []) : [],
  );
  const view = await session.desk.view();
  const ids = reply.facts.length > 0 ? reply.facts.map((f) => f.id) : offered;
  const facts = [...new Set(ids)].flatMap((id) => view.facts.find((f) => f.id === id && live(f)) ?? []);
  const shown = await withPage(facts, session);
  return { results: shown.map((f) => ({ id: f.id, title: statement(f, view), url: f.page ?? addressOf(f.id) })) };
}

/** A fact as one text with its citations; undefined where readers see none by that id. */
export async function fetched(
  id: string,
  session: Pick<Session, "desk" | "site">,
): Promise<z.infer<typeof FETCHED> | undefined> {
  const held = heldFact(id, await session.desk.whole());
  if (held === undefined) return undefined;
  const [fact = held] = await withPage([held], session);
  const cited = fact.sources.map(
    ({ outlet, published, place, said, excerpt }) =>
      `${[outlet, published, place, said].filter((part) => part !== undefined).join(", ")}${excerpt === undefined ? "" : `: “${excerpt}”`}`,
  );
  return {
    id: fact.id,
    title: fact.statement,
    text: [fact.statement, ...cited].join("\n"),
    url: fact.page ?? addressOf(fact.id),
    metadata: { kind: fact.kind, talks: fact.talks.name, standing: fact.standing, revision: String(fact.revision) },
  };
}

function addressOf(id: string): string {
  return `talks://fact/${id}`;
}
