import type { Told } from "#core/messages/tongue.ts";
import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Article } from "#core/facts/article.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { Change } from "#core/desk/store.ts";
import { subjectParts } from "#core/desk/subject.ts";
import type { Entry } from "#core/exchange/entry.ts";
import { detailsBeyond, isHeld, ofOneOutlet } from "#core/facts/same-article.ts";
import type { View } from "#core/facts/view.ts";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { no, ok, refuse, type Read } from "#core/request/refusal.ts";
import { readName } from "#core/request/options/named-or-new.ts";
import { SLOTS } from "#core/slots/index.ts";
import { defined } from "#core/text/defined.ts";
import { isDescription } from "#core/values/person.ts";
import type { Stated } from "./add.ts";
import { articleChange } from "./article-change.ts";
import { citedArticle } from "./citing.ts";
import type { NamesOfFile } from "./import-names.ts";
import { readStated } from "./suggestion.ts";

/** The entry with the desk's own ids for what the file calls by its names. It waits for a name that is asked about. */
export function namedHere(entry: Entry, names: NamesOfFile, article: string | undefined, at: Told): Read<Entry> {
  const { values, as } = entry;
  const slot = SLOTS[SLOT_NAMES.find((name) => name === values["slot"]) ?? "note"];
  const own = { ...values };
  const words: Record<string, string> = { ...as };
  for (const [name, written] of Object.entries(values)) {
    const of = name === "talks" ? "talks" : name === "side" ? "parties" : slot.fields[name]?.of;
    const id = of === undefined ? undefined : names.meant(of, written);
    const asking = of === undefined || id !== undefined ? undefined : names.asks(of, written);
    if (asking !== undefined)
      return no(tell(at, "imported.waits", { name, where: asking }), tell(at, "imported.answer"));
    // A description is nobody who is called nearly so: "a Trump administration official".
    if (of === "people" && id === undefined && isDescription(written) && ARTICLE.test(written))
      own[name] = `new: ${written}`;
    if (of === undefined || id === undefined) continue;
    own[name] = id;
    if (name !== "talks" && name !== "side" && !names.isId(of, written)) words[name] ??= written;
  }
  return ok({ ...entry, values: article === undefined ? own : { ...own, source: article }, as: words });
}

/**
 * The entry with the day of its article where that can be read in two ways, and the desk holds the very article with
 * one of them: a spreadsheet writes the days of an export in its own way.
 */
export function dated(entry: Entry, { articles }: View): Read<Entry> {
  const { open, values } = entry;
  if (open === undefined) return ok(entry);
  const { title, address, source = "" } = values;
  const outlet = readName(source).words;
  const known = open.days.filter((published) =>
    [...articles.values()].some(
      (held) =>
        held.published === published &&
        isHeld(held, { outlet, title, address, published }) === "same" &&
        ofOneOutlet(held, { outlet }),
    ),
  );
  const [day, other] = known;
  if (day === undefined || other !== undefined) return no(open.problem, "");
  return ok({ ...entry, values: { ...values, published: day } });
}

// A name that was typed in lower case has none.
const ARTICLE = /^(?:an?|the|one|two|some|several)\s/iu;

/** What an entry states, with the words that it has from its source, and the fact that it is part of by hand. */
export function statedBy(
  { values, as, holding, article }: Entry,
  joins: string | undefined,
  { view }: Snapshot,
): Read<Stated> {
  const stated = readStated(values, view);
  if (!stated.ok) return stated;
  const worded = { ...stated.value, ...defined({ joins, language: article.language }) };
  return ok(
    holding.bare === undefined ? { ...worded, as: { ...stated.value.as, ...as } } : { ...worded, as: {}, bare: true },
  );
}

/** What an entry says of an article that the desk holds: the changes that it brings, and what is left as it is held. */
interface Known {
  readonly changes: readonly Change[];
  readonly untaken?: string;
}

function untakenOf(
  names: ReturnType<typeof detailsBeyond>,
  given: Partial<Pick<Article, (typeof names)[number]>>,
  held: Article,
  at: Told,
): string {
  const told = names.map((name) =>
    tell(at, "imported.untakenOne", { name, given: given[name] ?? "", held: held[name] ?? "" }),
  );
  return tell(at, "imported.untaken", { id: held.id, values: listedIn(at, told) });
}

/**
 * What an entry says of an article that the desk holds: a change where the desk did not know it, a refusal where it
 * knows otherwise.
 */
export function detailsChange({ article: details }: Entry, { citing }: Stated, { view }: Snapshot): Read<Known> {
  const { title, address, published } = citing;
  const described = defined({ title, address, published });
  if (Object.keys({ ...details, ...described }).length === 0) return ok({ changes: [] });
  const cited = citedArticle(citing, view, "");
  if (!cited.ok) return cited;
  const { article, fresh } = cited.value;
  if (fresh) return ok({ changes: [] });
  const news = (Object.keys(details) as (keyof typeof details)[]).filter((name) => article[name] !== details[name]);
  const other = news.find((name) => article[name] !== undefined);
  if (other !== undefined) {
    return {
      ok: false,
      refusal: refuse(
        "usage",
        tell(view, "imported.otherwise", {
          name: other,
          outlet: article.outlet,
          held: `${article[other]}`,
          said: `${details[other]}`,
        }),
        tell(view, "imported.leaveColumn"),
      ),
    };
  }
  // Which article it is, its title, day and address have said already: here they only say more of it.
  const after = { ...described, ...article, ...details };
  const changed = Object.keys(after).some((name) => after[name as keyof Article] !== article[name as keyof Article]);
  const left = detailsBeyond(after, { ...described, outlet: article.outlet });
  return ok({
    changes: changed ? [articleChange(after)] : [],
    ...(left.length === 0 ? {} : { untaken: untakenOf(left, described, article, view) }),
  });
}

// A new article is made of what `/facts add` asks; the file may know more of it.
export function withDetails(change: Change, { article: details }: Entry): Change {
  if (subjectParts(change.subject).kind !== "article" || change.after === null) return change;
  return { ...change, after: JSON.stringify({ ...(JSON.parse(change.after) as Article), ...details }) };
}
