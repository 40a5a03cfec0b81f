import type { Article } from "#core/facts/article.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { Draft } from "#core/desk/advance.ts";
import type { Change } from "#core/desk/store.ts";
import { factSubject, subjectParts } from "#core/desk/subject.ts";
import type { FileRead } from "#core/exchange/reader.ts";
import type { Entry, ReadEntry } from "#core/exchange/entry.ts";
import type { Holding } from "#core/exchange/grouping.ts";
import type { Tier } from "#core/request/asker.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import { live, type Fact } from "#core/facts/fact.ts";
import { differingFrom } from "#core/slots/disagreement.ts";
import { claimKey, saying } from "#core/slots/join.ts";
import { defined } from "#core/text/defined.ts";
import { count, shorten } from "#core/text/text.ts";
import { articleChange } from "./article-change.ts";
import { claimOf, planAdd, type Added, type Stated } from "./add.ts";
import { citedArticle } from "./citing.ts";
import { factChange, stateOf } from "./fact-state.ts";
import { readStated } from "./suggestion.ts";

/** What becomes of one entry of an import. */
export interface EntryResult {
  readonly where: string;
  readonly result: "adds" | "joins" | "held already" | "refused";
  /** The fact's id and statement, or the reason. */
  readonly detail: string;
  /** The round that it is told of, where it is read. */
  readonly talks?: string;
}

export interface Planned {
  readonly results: readonly EntryResult[];
  readonly changes: readonly Change[];
}

/**
 * Result of every entry, each decided on the desk as the entries before it leave it, and the changes that carry them
 * all out together. An entry that is held already changes nothing; one that is refused stops the whole import. Gives
 * way after each entry.
 */
export async function planImport(
  { entries }: Pick<FileRead, "entries">,
  tier: Tier,
  snapshot: Snapshot,
  giveWay: () => Promise<void>,
): Promise<Planned> {
  const importing = new Importing(snapshot, tier, entries);
  const results: EntryResult[] = [];
  for (const entry of entries) {
    results.push(importing.take(entry));
    await giveWay();
  }
  return { results, changes: [...importing.changes, ...importing.standings()] };
}

/** A file's entries as they are laid on a desk, one after the other. */
class Importing {
  readonly changes: Change[] = [];
  readonly #snapshot: Snapshot;
  readonly #tier: Tier;
  readonly #draft: Draft;
  /** The ids that the file's entries go by. */
  readonly #ids: ReadonlySet<string>;
  /** The fact that each of them is part of. */
  readonly #facts = new Map<string, string>();
  readonly #held: { readonly fact: string; readonly holding: Holding }[] = [];

  constructor(snapshot: Snapshot, tier: Tier, entries: readonly ReadEntry[]) {
    this.#snapshot = snapshot;
    this.#tier = tier;
    this.#draft = new Draft(snapshot);
    this.#ids = new Set(entries.flatMap((e) => ("problem" in e ? [] : (e.id ?? []))));
  }

  take(entry: ReadEntry): EntryResult {
    const { where } = entry;
    const { snapshot } = this.#draft;
    const refused = (detail: string, talks?: string): EntryResult => ({
      where,
      result: "refused",
      detail,
      ...defined({ talks }),
    });
    if ("problem" in entry) return refused(entry.problem);
    const unknown = this.#unknownIn(entry.holding);
    if (unknown !== undefined) return refused(unknown);
    const stated = statedBy(entry, this.#factOf(entry.holding.joins), snapshot);
    if (!stated.ok) return refused(said(stated.refusal));
    const talks = snapshot.view.talks.name(stated.value.talks);
    const known = detailsChange(entry, stated.value, snapshot);
    if (!known.ok) return refused(said(known.refusal), talks);
    const plan = planAdd(stated.value, this.#tier, snapshot);
    const there = heldAs(stated.value, snapshot);
    // What is retracted is not held: the file would bring it back.
    if (plan.kind === "refuse" && (plan.refusal.kind !== "state" || there === undefined))
      return refused(said(plan.refusal), talks);
    const added = plan.kind === "refuse" ? [] : plan.changes.map((c) => withDetails(c, entry));
    const laid = [...added, ...known.value];
    const fact = plan.kind === "refuse" ? there : plan.result.id;
    this.#draft.lay(laid);
    this.changes.push(...laid);
    if (fact !== undefined) this.#remember(entry, fact);
    if (plan.kind === "refuse") return { where, result: "held already", detail: plan.refusal.message, talks };
    return { where, ...this.#told(plan.result), talks };
  }

  #remember({ id, holding }: Entry, fact: string): void {
    if (id !== undefined) this.#facts.set(id, fact);
    if (holding.disputedWith !== undefined || holding.settledFor !== undefined) this.#held.push({ fact, holding });
  }

  #told({ how, id, near }: Added): Pick<EntryResult, "result" | "detail"> {
    const { view } = this.#draft.snapshot;
    const told = (f: Fact | undefined, word = ""): readonly string[] =>
      f === undefined ? [] : [`${word}${f.id}: ${statement(f, view)}`];
    const fact = this.#draft.fact(id);
    if (how === "joined") return { result: "joins", detail: told(fact).join("") };
    const [against] = fact === undefined ? [] : differingFrom(fact, view, 1);
    const beside =
      against === undefined ? told(this.#draft.fact(near[0] ?? ""), "Near ") : told(against, "Differs from ");
    return { result: "adds", detail: [...told(fact), ...beside].join(" ") };
  }

  /** A name that a file gives a fact: one of its own entries' ids, or a shipped fact's. */
  #factOf(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    return this.#facts.get(name) ?? (this.#snapshot.beneath.facts.some((f) => f.id === name) ? name : undefined);
  }

  #unknownIn({ joins, disputedWith, settledFor }: Holding): string | undefined {
    if (joins !== undefined && this.#factOf(joins) === undefined)
      return `joins: no entry above it has the id "${shorten(joins, 40)}".`;
    const named = Object.entries(defined({ disputedWith, settledFor }));
    const lost = named.find(([, id]) => !this.#ids.has(id) && this.#factOf(id) === undefined);
    return lost === undefined ? undefined : `${lost[0]}: no entry has the id "${shorten(lost[1], 40)}".`;
  }

  /** The disputes that the file tells of. What this desk changed itself stands as it left it. */
  standings(): readonly Change[] {
    const { own } = this.#snapshot;
    return this.#held.flatMap(({ fact, holding }) => {
      const [against, aside] = [this.#factOf(holding.disputedWith), this.#factOf(holding.settledFor)];
      if (own.last(factSubject(fact)) !== undefined) return [];
      const state = stateOf(fact, this.#draft.snapshot);
      const why = holding.disputedWhy ?? "";
      return [
        ...(against === undefined
          ? []
          : [factChange(fact, "dispute", { ...state, disputed: { with: against, why } }, why)]),
        ...(aside === undefined ? [] : [factChange(fact, "resolve", { ...state, settled: aside })]),
      ];
    });
  }
}

/** The fact that says what is stated already. */
function heldAs(stated: Stated, { view }: Snapshot): string | undefined {
  return stated.joins ?? saying(claimKey(claimOf(stated, "", 0)), view.facts).find(live)?.id;
}

function said({ message, hint }: { readonly message: string; readonly hint: string }): string {
  return `${message} ${hint}`.trim();
}

/** What an entry states, with the words that it has from its source, and the fact that it is part of by hand. */
function statedBy({ values, as, holding }: Entry, joins: string | undefined, { view }: Snapshot): Read<Stated> {
  const stated = readStated(values, view);
  if (!stated.ok) return stated;
  const worded = { ...stated.value, ...defined({ joins }) };
  return ok(
    holding.bare === undefined ? { ...worded, as: { ...stated.value.as, ...as } } : { ...worded, as: {}, bare: true },
  );
}

/**
 * What an entry says of an article that the desk holds: a change where the desk did not know it, a refusal where it
 * knows otherwise.
 */
function detailsChange({ article: details }: Entry, { citing }: Stated, { view }: Snapshot): Read<readonly Change[]> {
  if (Object.keys(details).length === 0) return ok([]);
  const cited = citedArticle(citing, view, "");
  if (!cited.ok) return cited;
  const { article, fresh } = cited.value;
  if (fresh) return ok([]);
  const news = (Object.keys(details) as (keyof typeof details)[]).filter((name) => article[name] !== details[name]);
  const other = news.find((name) => article[name] !== undefined);
  if (other !== undefined) {
    return {
      ok: false,
      refusal: refuse(
        "usage",
        `${other}: the desk holds that article of ${article.outlet} with "${article[other]}", and the file says "${details[other]}".`,
        "Correct the file, or leave that column out.",
      ),
    };
  }
  if (news.length === 0) return ok([]);
  return ok([articleChange({ ...article, ...details })]);
}

// A new article is made of what `/facts add` asks; the file may know more of it.
function withDetails(change: Change, { article: details }: Entry): Change {
  if (subjectParts(change.subject).kind !== "article" || change.after === null) return change;
  return { ...change, after: JSON.stringify({ ...(JSON.parse(change.after) as Article), ...details }) };
}

/** The plan that applies an import whole, or says why it cannot be. */
export async function applyImport(
  file: Pick<FileRead, "entries">,
  tier: Tier,
  snapshot: Snapshot,
  giveWay: () => Promise<void>,
): Promise<Plan<readonly EntryResult[]>> {
  const { results, changes } = await planImport(file, tier, snapshot, giveWay);
  const refused = results.filter((f) => f.result === "refused");
  if (refused.length > 0) return refusing(nothingImported(refused));
  return { kind: "append", changes, result: results };
}

const TOLD = 10;

function nothingImported(refused: readonly EntryResult[]): ReturnType<typeof refuse> {
  const told = refused.slice(0, TOLD).map(({ where, detail }) => `${where}: ${detail}`);
  const more = refused.length > TOLD ? [`and ${refused.length - TOLD} more`] : [];
  const many = refused.length === 1 ? "" : `${count(refused.length, "entry is", "entries are")} refused. `;
  return refuse(
    "state",
    `Nothing was imported: ${many}${[...told, ...more].join("\n")}`,
    "Correct the file and import it again.",
  );
}
