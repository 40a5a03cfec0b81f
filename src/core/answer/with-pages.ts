import { tell } from "#core/messages/tell.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { pagePath, pagesOf } from "#core/desk/fact-pages.ts";
import {
  folded,
  list,
  paragraph,
  text,
  toldIn,
  type Block,
  type Inline,
  type Quoted,
  type Reply,
} from "#core/reply/reply.ts";
import { shorten } from "#core/text/text.ts";
import type { Answer } from "./command.ts";

/** Most facts whose pages an answer links. */
const LINKED_MAX = 12;
const STATEMENT_MAX = 100;

/**
 * An answer with a link to the page of each fact that it tells, where the desk allows pages: of a single fact below it,
 * of several under **Details**. `site`: the address that Talks is called by from outside.
 */
export async function withPages(given: Answer, at: Snapshot, site: string | undefined): Promise<Answer> {
  const pages = site === undefined || given.kind !== "reply" ? undefined : pagesOf(at);
  if (given.kind !== "reply" || pages === undefined) return given;
  const facts = [...new Map(given.reply.facts.map((f) => [f.id, f])).values()].slice(0, LINKED_MAX);
  if (facts.length === 0) return given;
  const rows = await Promise.all(facts.map(async (f) => ({ ...f, href: `${site}${await pagePath(pages, f.id)}` })));
  return { kind: "reply", reply: linked(toldIn(given.reply, at.view.tongue), rows) };
}

function linked(reply: Reply, rows: readonly (Quoted & { readonly href: string })[]): Reply {
  const [only] = rows;
  const link = (href: string): Inline => ({ kind: "link", text: href, href });
  const block: Block =
    rows.length === 1 && only !== undefined
      ? paragraph(text(tell(reply, "page.link")), link(only.href))
      : folded(list(...rows.map((r) => [text(`${shorten(r.statement, STATEMENT_MAX)} `), link(r.href)])));
  const end = reply.blocks.findLastIndex((b) => b.kind !== "buttons") + 1;
  return { ...reply, blocks: reply.blocks.toSpliced(end, 0, block) };
}
