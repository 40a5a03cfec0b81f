import { reasonIn } from "#core/messages/reasons.ts";
import type { NewJob } from "./job.ts";
import type { ShownMessage } from "./shown-message.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { differLine, factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import { firstLine } from "#core/reply/first-line.ts";
import {
  paragraph,
  reply,
  strong,
  text,
  type Block,
  type Quoted,
  toldIn,
  type Reply,
  type Table,
} from "#core/reply/reply.ts";
import { tell } from "#core/messages/tell.ts";
import { statement } from "#core/reply/statement.ts";
import { shorten } from "#core/text/text.ts";
import { inTongue, plainView, type View } from "#core/facts/view.ts";
import { defined } from "#core/text/defined.ts";

/**
 * The job that corrects a message. `own`, `library`: the versions of the desk and of the library that it was compared
 * with. There is one job for each of them and each time the message was shown, so that a change is followed once.
 */
export function correctionJob(shown: ShownMessage, own: number, library: number): NewJob {
  const { id, platform, workspace, channel, message, times } = shown;
  return {
    kind: "correction",
    id: String(id),
    // Padded, because sequences are ordered as text.
    sequence: [own, library, times].map((n) => String(n).padStart(10, "0")).join("."),
    platform,
    target: { kind: "message", workspace, channel, message },
  };
}

/**
 * A fact that reads differently from what a message says. `was` is empty where the message says that it was retracted.
 */
interface Change {
  readonly id: string;
  readonly was: string;
  /** The same in the message's own language, where that is not English. */
  readonly told?: string;
  /** Undefined where it was retracted, or is no longer on the desk. */
  readonly now?: Fact;
  readonly why?: string;
}

/** The facts that a message quotes and that read differently now, in English, whatever it is in. */
export function changesOf(facts: readonly Quoted[], view: View): readonly Change[] {
  return facts.flatMap((told): readonly Change[] => {
    const fact = view.facts.find((f) => f.id === told.id);
    const was = told.statement;
    const said = { id: told.id, was, ...defined({ told: told.told }) };
    if (fact === undefined) return was === "" ? [] : [said];
    if (fact.standing === "retracted") {
      // A message that was written after it was retracted says so by itself.
      if (was === "" || fact.revision <= told.revision) return [];
      return [{ ...said, ...defined({ why: fact.retracted }) }];
    }
    return statement(fact, view) === was ? [] : [{ ...said, now: fact }];
  });
}

/**
 * A shown message as it should read now: first what was corrected, then the rest with the facts as they stand. `short`:
 * a reply below the message instead, for a message that cannot be edited. Undefined where everything it quotes still
 * reads the same. It is in the language of the message.
 */
export function corrected(shown: Pick<ShownMessage, "reply" | "facts">, held: View, short: boolean): Reply | undefined {
  const changes = changesOf(shown.facts, plainView(held));
  if (changes.length === 0) return undefined;
  const tongue = shown.reply?.tongue;
  const view = inTongue(held, tongue);
  const rest = short ? changes.flatMap((c) => told(c, view)) : whole(shown, changes, view);
  const message = reply(
    shorten(changes.map((c) => plainOf(c, view)).join(" "), 300),
    [...changes.map((c) => paragraph(strong(markOf(c, view)), text(wordsOf(c, view)))), ...rest],
    shown.facts.map((f) => toldNow(f, changes, view)),
  );
  return toldIn(message, tongue);
}

function wordsOf(change: Change, view: View): string {
  const was =
    change.was === ""
      ? tell(view, "correction.wasRetracted")
      : tell(view, "correction.was", { was: change.told ?? change.was });
  if (change.now !== undefined) return tell(view, "correction.now", { was, now: statement(change.now, view) });
  return change.why === undefined ? was : tell(view, "correction.why", { was, why: reasonIn(view, change.why) });
}

function markOf({ now }: Change, view: View): string {
  return tell(view, now === undefined ? "news.retracted" : "correction.corrected");
}

function plainOf(change: Change, view: View): string {
  return `${markOf(change, view)}${wordsOf(change, view)}.`;
}

function told(change: Change, view: View): readonly Block[] {
  return change.now === undefined ? [] : factBlocks(change.now, view);
}

function whole(
  { reply, facts }: Pick<ShownMessage, "reply" | "facts">,
  changes: readonly Change[],
  view: View,
): readonly Block[] {
  if (reply === undefined) {
    return facts.flatMap((f) => {
      const fact = view.facts.find(({ id }) => id === f.id);
      return fact === undefined || fact.standing === "retracted" ? [] : factBlocks(fact, view);
    });
  }
  const blocks: Block[] = [];
  const replaced = new Set<string>();
  for (let i = 0; i < reply.blocks.length; i += 1) {
    const block = reply.blocks[i];
    if (block === undefined) break;
    const change = changes.find((c) => c.id === factOf(block));
    if (change === undefined) {
      blocks.push(...asNow(block, changes, view));
      continue;
    }
    blocks.push(...told(change, view));
    replaced.add(change.id);
    // What stands below a statement, its wordings and its citations, goes with it.
    while (["list", "sources"].includes(reply.blocks[i + 1]?.kind ?? "") && reply.blocks[i]?.kind !== "sources") i += 1;
  }
  const unplaced = changes.filter((c) => !replaced.has(c.id));
  return [...unplaced.flatMap((c) => told(c, view)), ...blocks];
}

/**
 * A block as it stands; the first line of an answer, and how its sources differ, as the facts read now where one of
 * them changed.
 */
function asNow(block: Block, changes: readonly Change[], view: View): readonly Block[] {
  // A picture shows what was told then.
  if (block.kind === "picture") return [];
  if (block.kind === "table") return [tableNow(block, changes, view)];
  if (block.kind !== "heading" && block.kind !== "paragraph") return [block];
  if (block.of?.some((id) => changes.some((c) => c.id === id)) !== true) return [block];
  const facts = block.of.flatMap((id) => view.facts.filter((f) => f.id === id && live(f)));
  if (block.kind === "heading") return facts.length === 0 ? [] : [{ ...block, text: firstLine(facts, view).text }];
  const difference = differLine(facts, view);
  return difference === undefined ? [] : [{ ...block, text: [strong(difference)] }];
}

/** A table with its row of each changed fact pointing to the correction: what stood there no longer holds. */
function tableNow(table: Table, changes: readonly Change[], view: View): Table {
  const isChanged = (row: number): boolean =>
    table.tells?.[row]?.some((id) => changes.some((c) => c.id === id)) === true;
  return {
    ...table,
    rows: table.rows.map((cells, i) =>
      isChanged(i)
        ? cells.map((cell, c) => (c === cells.length - 1 ? [text(tell(view, "correction.above"))] : cell))
        : cells,
    ),
  };
}

/** The fact that a block states: a paragraph that ends with its id, or a quotation signed with it. */
function factOf(block: Block): string | undefined {
  if (block.kind === "quote") return block.id ?? block.by.split(" · ").at(-1);
  const last = block.kind === "paragraph" ? block.text.at(-1) : undefined;
  return last?.kind === "code" ? last.text : undefined;
}

function toldNow(told: Quoted, changes: readonly Change[], view: View): Quoted {
  const change = changes.find((c) => c.id === told.id);
  if (change === undefined) return told;
  if (change.now !== undefined) return quoted(change.now, view);
  const { told: _, ...rest } = told;
  return { ...rest, statement: "", revision: view.facts.find((f) => f.id === told.id)?.revision ?? told.revision };
}
