import type { Article } from "#core/facts/article.ts";
import { refusing, type Plan, type Snapshot } from "#core/desk/desk.ts";
import { Draft } from "#core/desk/advance.ts";
import type { Change } from "#core/desk/store.ts";
import { articleSubject, subjectParts } from "#core/desk/subject.ts";
import type { FileRead } from "#core/exchange/entries.ts";
import type { Entry, ReadEntry } from "#core/exchange/entry.ts";
import type { Tier } from "#core/request/asker.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { statement } from "#core/reply/statement.ts";
import { count } from "#core/text/text.ts";
import { planAdd, type Added, type Stated } from "./add.ts";
import { citedArticle } from "./citing.ts";
import { readStated } from "./suggestion.ts";

/** What becomes of one entry of an import. */
export interface Fate {
  readonly where: string;
  readonly fate: "adds" | "joins" | "already held" | "refused";
  /** The fact's id and statement, or the reason. */
  readonly detail: string;
  /** The round that it is told of, where it is read. */
  readonly talks?: string;
}

export interface Planned {
  readonly fates: readonly Fate[];
  readonly changes: readonly Change[];
}

/**
 * Result of every entry, each decided on the desk as the entries before it leave it, and the changes that carry them
 * all out together. An entry that is already held changes nothing; one that is refused stops the whole import. Gives
 * way after each entry.
 */
export async function planImport(
  { entries }: Pick<FileRead, "entries">,
  tier: Tier,
  snapshot: Snapshot,
  giveWay: () => Promise<void>,
): Promise<Planned> {
  const fates: Fate[] = [];
  const changes: Change[] = [];
  const draft = new Draft(snapshot);
  for (const entry of entries) {
    const { fate, laid } = fateOf(entry, tier, draft);
    fates.push(fate);
    changes.push(...laid);
    await giveWay();
  }
  return { fates, changes };
}

function fateOf(entry: ReadEntry, tier: Tier, draft: Draft): { readonly fate: Fate; readonly laid: readonly Change[] } {
  const { where } = entry;
  const { snapshot } = draft;
  if ("problem" in entry) return { fate: { where, fate: "refused", detail: entry.problem }, laid: [] };
  const stated = statedBy(entry, snapshot);
  if (!stated.ok) return { fate: { where, fate: "refused", detail: said(stated.refusal) }, laid: [] };
  const talks = snapshot.view.talks.name(stated.value.talks);
  const known = articleChange(entry, stated.value, snapshot);
  if (!known.ok) return { fate: { where, fate: "refused", detail: said(known.refusal), talks }, laid: [] };
  const plan = planAdd(stated.value, tier, snapshot);
  if (plan.kind === "refuse" && plan.refusal.kind !== "state")
    return { fate: { where, fate: "refused", detail: said(plan.refusal), talks }, laid: [] };
  const laid =
    plan.kind === "refuse" ? known.value : [...plan.changes.map((c) => withDetails(c, entry)), ...known.value];
  draft.lay(laid);
  if (plan.kind === "refuse")
    return { fate: { where, fate: "already held", detail: plan.refusal.message, talks }, laid };
  return { fate: { where, ...fateOfAdded(plan.result, draft), talks }, laid };
}

function fateOfAdded({ how, id }: Added, draft: Draft): Pick<Fate, "fate" | "detail"> {
  const fact = draft.fact(id);
  const told = fact === undefined ? id : `${id}: ${statement(fact, draft.snapshot.view)}`;
  return { fate: how === "new" ? "adds" : "joins", detail: told };
}

function said({ message, hint }: { readonly message: string; readonly hint: string }): string {
  return `${message} ${hint}`.trim();
}

/** What an entry states, with the words that it has from its source. */
function statedBy({ values, as }: Entry, { view }: Snapshot): Read<Stated> {
  const stated = readStated(values, view);
  if (!stated.ok) return stated;
  return ok({ ...stated.value, as: { ...stated.value.as, ...as } });
}

/**
 * What an entry says of an article that the desk holds: a change where the desk did not know it, a refusal where it
 * knows otherwise.
 */
function articleChange({ article: details }: Entry, { citing }: Stated, { view }: Snapshot): Read<readonly Change[]> {
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
  return ok([
    { subject: articleSubject(article.id), kind: "source", after: JSON.stringify({ ...article, ...details }) },
  ]);
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
): Promise<Plan<readonly Fate[]>> {
  const { fates, changes } = await planImport(file, tier, snapshot, giveWay);
  const refused = fates.filter((f) => f.fate === "refused");
  if (refused.length > 0) return refusing(nothingImported(refused));
  return { kind: "append", changes, result: fates };
}

const TOLD = 10;

function nothingImported(refused: readonly Fate[]): ReturnType<typeof refuse> {
  const told = refused.slice(0, TOLD).map(({ where, detail }) => `${where}: ${detail}`);
  const more = refused.length > TOLD ? [`and ${refused.length - TOLD} more`] : [];
  const many = refused.length === 1 ? "" : `${count(refused.length, "entry is", "entries are")} refused. `;
  return refuse(
    "state",
    `Nothing was imported: ${many}${[...told, ...more].join("\n")}`,
    "Correct the file and import it again.",
  );
}
