import { tell } from "#core/messages/tell.ts";
import { Draft } from "#core/desk/advance.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Change } from "#core/desk/store.ts";
import { articleSubject, factSubject } from "#core/desk/subject.ts";
import { noSlot, type Entry, type ReadEntry } from "#core/exchange/entry.ts";
import type { Holding } from "#core/exchange/grouping.ts";
import { live, type Claim, type Fact } from "#core/facts/fact.ts";
import { describedAlike } from "#core/facts/same-article.ts";
import { statement } from "#core/reply/statement.ts";
import type { Tier } from "#core/request/asker.ts";
import { differingFrom } from "#core/slots/disagreement.ts";
import { claimKey, saying } from "#core/slots/join.ts";
import { defined } from "#core/text/defined.ts";
import { isId } from "#core/text/id.ts";
import { shorten } from "#core/text/text.ts";
import { claimOf, planAdd, type Added, type Stated } from "./add.ts";
import { heldOtherwise } from "./contradiction.ts";
import { citedArticle } from "./citing.ts";
import type { EntryResult } from "./entry-result.ts";
import { factChange, stateOf } from "./fact-state.ts";
import { dated, detailsChange, namedHere, statedBy, withDetails } from "./imported-entry.ts";
import { NamesOfFile } from "./import-names.ts";
import { offeredSpelling } from "./offered-spelling.ts";
import { replaceShipped } from "./replace-shipped.ts";

/** A file's entries as they are laid on a desk, one after the other. */
export class Importing {
  readonly names: NamesOfFile;
  readonly changes: Change[] = [];
  /** Ids that no new claim may have. */
  readonly #claims: Set<string>;
  readonly #snapshot: Snapshot;
  readonly #tier: Tier;
  readonly #draft: Draft;
  /** The ids that the file's entries go by. */
  readonly #ids: ReadonlySet<string>;
  /** The fact that each of them is part of. */
  readonly #facts = new Map<string, string>();
  /** The desk's article for each id by which the file names one. */
  readonly #articles = new Map<string, string>();
  readonly #noted = new Set<string>();
  readonly #held: { readonly fact: string; readonly holding: Holding }[] = [];

  constructor(snapshot: Snapshot, tier: Tier, entries: readonly ReadEntry[], allNew: boolean) {
    this.#snapshot = snapshot;
    this.#tier = tier;
    this.#draft = new Draft(snapshot);
    this.names = new NamesOfFile(this.#draft, allNew);
    this.#claims = new Set(snapshot.view.facts.flatMap((f) => [f.id, ...f.claims.map((c) => c.id)]));
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
    const read = dated(entry, snapshot.view);
    if (!read.ok) return refused(said(read.refusal));
    const here = namedHere(read.value, this.names, this.#articles.get(entry.articleId ?? ""), snapshot.view);
    if (!here.ok) return refused(said(here.refusal));
    const { ownSlot, values } = here.value;
    if (ownSlot !== undefined && snapshot.view.slots.exact(values["kind"] ?? "") === undefined)
      return refused(
        noSlot(
          ownSlot,
          snapshot.view.slots.all.map((slot) => slot.name),
          snapshot.view,
        ),
      );
    const stated = statedBy(here.value, this.#factOf(entry.holding.joins), snapshot);
    if (!stated.ok)
      return { ...refused(said(stated.refusal)), ...defined({ spelling: offeredSpelling(stated.refusal) }) };
    const talks = snapshot.view.talks.name(stated.value.talks);
    const known = detailsChange(entry, stated.value, snapshot);
    if (!known.ok) return refused(said(known.refusal), talks);
    const ids = defined({
      claim: this.#freeClaim(entry.id, stated.value),
      article: this.#freeArticle(entry.articleId, stated.value),
    });
    const meant = { ...stated.value, ids };
    const replaced = this.#replaced(entry.holding, meant);
    if (replaced !== undefined) {
      this.#lay(replaced.changes.map((c) => withDetails(c, entry)));
    }
    const { changes: articles, untaken } = known.value;
    if (replaced?.fact !== undefined) {
      this.#lay(articles);
      this.#remember(entry, replaced.fact);
      this.#rememberArticle(entry, stated.value);
      const { detail } = this.#told({ how: "new", id: replaced.fact, near: [] });
      return { where, result: "corrects", detail: this.#noting(detail, untaken), talks };
    }
    const plan = planAdd(meant, this.#tier, this.#draft.snapshot);
    const there = heldAs(stated.value, this.#draft.snapshot);
    // What is retracted is not held: the file would bring it back.
    if (plan.kind === "refuse" && (plan.refusal.kind !== "state" || there === undefined))
      return refused(said(plan.refusal), talks);
    const added = plan.kind === "refuse" ? [] : plan.changes.map((c) => withDetails(c, entry));
    const fact = plan.kind === "refuse" ? there : plan.result.id;
    this.#lay([...added, ...articles]);
    if (fact !== undefined) this.#remember(entry, fact);
    this.#rememberArticle(entry, stated.value);
    const { result, detail } =
      plan.kind === "refuse"
        ? { result: "held already" as const, detail: plan.refusal.message }
        : this.#told(plan.result);
    return { where, result, detail: this.#noting(detail, untaken), talks };
  }

  /** What of an article was not taken is said at the first of its entries alone. */
  #noting(detail: string, untaken: string | undefined): string {
    if (untaken === undefined || this.#noted.has(untaken)) return detail;
    this.#noted.add(untaken);
    return `${detail} ${untaken}`;
  }

  #lay(changes: readonly Change[]): void {
    this.#draft.lay(changes);
    this.changes.push(...changes);
  }

  // What this desk changed itself stands as it left it.
  #replaced({ replaces }: Holding, stated: Stated): ReturnType<typeof replaceShipped> {
    const { beneath, own } = this.#snapshot;
    const shipped = beneath.facts.find((f) => f.claims.some((c) => c.id === replaces));
    if (replaces === undefined || shipped === undefined || own.holds(factSubject(shipped.id))) return undefined;
    return replaceShipped(replaces, stated, this.#draft.snapshot);
  }

  /**
   * The file's id for a claim, where it can be kept: the desk's own (`f12`) are given by the desk alone, and one of the
   * library, where that is switched off, is kept by the claim that has it there.
   */
  #freeClaim(id: string | undefined, { talks, slot, citing }: Stated): string | undefined {
    if (id === undefined || !canBeKept(id) || this.#claims.has(id)) return undefined;
    const { library } = this.#snapshot;
    if (library.last(factSubject(id)) === undefined) return id;
    const [first] = library.get("fact", factSubject(id))?.claims ?? [];
    return first?.id === id &&
      first.talks === talks &&
      first.slot === slot &&
      first.citation.paragraph === citing.paragraph
      ? id
      : undefined;
  }

  #freeArticle(id: string | undefined, { citing: { source, paragraph: _, ...given } }: Stated): string | undefined {
    if (id === undefined || !canBeKept(id) || this.#draft.snapshot.view.articles.has(id)) return undefined;
    const { library } = this.#snapshot;
    if (library.last(articleSubject(id)) === undefined) return id;
    const shipped = library.get("article", articleSubject(id));
    return shipped !== undefined && describedAlike(shipped, { ...given, outlet: source }) ? id : undefined;
  }

  // Later claims of the article are of the one that the first was put to.
  #rememberArticle({ articleId }: Entry, { citing }: Stated): void {
    if (articleId === undefined || this.#articles.has(articleId)) return;
    const cited = citedArticle(citing, this.#draft.snapshot.view, "");
    if (cited.ok && !cited.value.fresh) this.#articles.set(articleId, cited.value.article.id);
  }

  #remember({ id, holding }: Entry, fact: string): void {
    if (id !== undefined) {
      this.#facts.set(id, fact);
      this.#claims.add(id);
    }
    if (holding.disputedWith !== undefined || holding.settledFor !== undefined) this.#held.push({ fact, holding });
  }

  #told({ how, id, near }: Omit<Added, "cited">): Pick<EntryResult, "result" | "detail"> {
    const { view } = this.#draft.snapshot;
    const told = (f: Fact | undefined, word?: "imported.near" | "imported.differs"): readonly string[] => {
      if (f === undefined) return [];
      const fact = `${f.id}: ${statement(f, view)}`;
      return [word === undefined ? fact : tell(view, word, { fact })];
    };
    const fact = this.#draft.fact(id);
    if (how === "joined")
      return { result: "joins", detail: [...told(fact), ...this.#saysBoth(fact?.claims.at(-1))].join(" ") };
    const [against] = fact === undefined ? [] : differingFrom(fact, view, 1);
    const beside =
      against === undefined
        ? told(this.#draft.fact(near[0] ?? ""), "imported.near")
        : told(against, "imported.differs");
    const itself = against === undefined ? [] : this.#saysBoth(fact?.claims[0]);
    return { result: "adds", detail: [...told(fact), ...(itself.length > 0 ? itself : beside)].join(" ") };
  }

  /** An outlet that says something else elsewhere: it is told, since an export may bring both. */
  #saysBoth(claim: Claim | undefined): readonly string[] {
    const { view } = this.#draft.snapshot;
    const article = view.articles.get(claim?.citation.article ?? "");
    const other = claim === undefined || article === undefined ? undefined : heldOtherwise(claim, article, view);
    return other === undefined ? [] : [tell(view, "against.saysBoth", { held: other.told })];
  }

  /** A name that a file gives a fact: one of its own entries' ids, or a shipped fact's. */
  #factOf(name: string | undefined): string | undefined {
    if (name === undefined) return undefined;
    return this.#facts.get(name) ?? (this.#snapshot.beneath.facts.some((f) => f.id === name) ? name : undefined);
  }

  #unknownIn({ joins, disputedWith, settledFor }: Holding): string | undefined {
    if (joins !== undefined && this.#factOf(joins) === undefined)
      return tell(this.#snapshot.view, "imported.joins", { id: shorten(joins, 40) });
    const named = Object.entries(defined({ disputedWith, settledFor }));
    const lost = named.find(([, id]) => !this.#ids.has(id) && this.#factOf(id) === undefined);
    if (lost === undefined) return undefined;
    return tell(this.#snapshot.view, "imported.noEntry", { name: lost[0], id: shorten(lost[1], 40) });
  }

  /** The disputes that the file tells of. What this desk changed itself stands as it left it. */
  standings(): readonly Change[] {
    const { own } = this.#snapshot;
    return this.#held.flatMap(({ fact, holding }) => {
      const [against, aside] = [this.#factOf(holding.disputedWith), this.#factOf(holding.settledFor)];
      if (own.holds(factSubject(fact))) return [];
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

const canBeKept = (id: string): boolean => isId(id) && !/^[a-z]\d+$/u.test(id);

/** The fact that says what is stated already. */
function heldAs(stated: Stated, { view }: Snapshot): string | undefined {
  const cited = citedArticle(stated.citing, view, "");
  const article = cited.ok ? cited.value.article : { id: "" };
  return stated.joins ?? saying(claimKey(claimOf(stated, article, 0)), view.facts).find(live)?.id;
}

function said({ message, hint }: { readonly message: string; readonly hint: string }): string {
  return `${message} ${hint}`.trim();
}
