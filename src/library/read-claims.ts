import { tell } from "#core/messages/tell.ts";
import { isDescription } from "#core/values/person.ts";
import type { Names } from "#core/facts/names.ts";
import type { Claim, Fields } from "#core/facts/fact.ts";
import { BOTH, negotiating } from "#core/facts/sides.ts";
import { inLanguage } from "#core/slots/in-language.ts";
import { SLOTS } from "#core/slots/index.ts";
import { listed } from "#core/text/text.ts";
import { mistakeAt, type DataFile } from "./data-file.ts";
import type { Mistake } from "./mistake.ts";
import type { ArticleFile, ClaimEntry } from "#core/exchange/schema.ts";
import { defined } from "#core/text/defined.ts";

/**
 * The claims of one article file. Each slot's definition reads its fields; a field that cannot be read is added to
 * `mistakes`.
 */
export function readClaims(file: DataFile<ArticleFile>, names: Names, mistakes: Mistake[]): readonly Claim[] {
  return file.data.claims.flatMap((entry, index) => {
    const wrong = (field: readonly (string | number)[], message: string): void => {
      mistakes.push(mistakeAt(file, ["claims", index, ...field], message));
    };
    const before = mistakes.length;
    placeMistakes(entry, file.data, names, wrong);
    const { fields, as } = readFields(entry, names, wrong);
    const lacks = mistakes.length === before ? SLOTS[entry.slot].check(fields) : undefined;
    if (lacks !== undefined) wrong(["says"], tell({}, lacks));
    if (mistakes.length > before) return [];
    const { id, talks, slot, side, according, paragraph, excerpt } = entry;
    const claim = {
      id,
      talks,
      slot,
      fields,
      as,
      citation: { article: file.data.id, paragraph, ...defined({ excerpt }) },
      ...defined({ side, according }),
    };
    return [inLanguage(claim, file.data.language)];
  });
}

type Wrong = (field: readonly (string | number)[], message: string) => void;

function placeMistakes(entry: ClaimEntry, article: ArticleFile, names: Names, wrong: Wrong): void {
  const slot = SLOTS[entry.slot];
  if (entry.paragraph > article.paragraphs) {
    wrong(
      ["paragraph"],
      `the article has ${article.paragraphs} paragraphs (or notes), so it cannot cite ${entry.paragraph}`,
    );
  }
  if (names.talks.get(entry.talks) === undefined) {
    wrong(["talks"], `no round has the id ${entry.talks}; there are ${listed(names.talks.all.map((t) => t.id))}`);
  }
  if (entry.side === undefined) {
    if (slot.needsSide(entry.says))
      wrong([], `${entry.slot} needs a side: ${listed([...names.parties.all.map((p) => p.id), BOTH.id])}`);
  } else if (slot.sided === "never") wrong(["side"], `${entry.slot} takes no side`);
  else if (entry.side === BOTH.id) {
    if (negotiating(entry.talks, names).length < 2) wrong(["side"], `fewer than two negotiate in ${entry.talks}`);
  } else if (names.parties.get(entry.side) === undefined) {
    wrong(
      ["side"],
      `no party has the id ${entry.side}; there are ${listed([...names.parties.all.map((p) => p.id), BOTH.id])}`,
    );
  }
}

/** Fields in which a source may have somebody who is in no list: "a senior official". */
const MAY_BE_NAMELESS: ReadonlySet<string> = new Set(["speaker", "by"]);

function readFields(entry: ClaimEntry, names: Names, wrong: Wrong): { fields: Fields; as: Record<string, string> } {
  const slot = SLOTS[entry.slot];
  const fields: Record<string, string | number> = {};
  const as: Record<string, string> = {};
  for (const name of Object.keys(entry.says)) {
    if (!Object.hasOwn(slot.fields, name)) {
      wrong(["says", name], `${entry.slot} has no field ${name}; it has ${listed(Object.keys(slot.fields))}`);
    }
  }
  for (const [name, option] of Object.entries(slot.fields)) {
    const typed = Object.hasOwn(entry.says, name) ? entry.says[name] : undefined;
    if (typed === undefined) {
      if (option.required) wrong(["says"], `${entry.slot} needs ${name}: ${option.about}`);
      continue;
    }
    const described = option.of === "people" && isDescription(String(typed));
    // A description is nobody who is called nearly so: "a Trump administration official".
    const read = option.read(described ? `new: ${typed}` : String(typed), names);
    if (!read.ok) wrong(["says", name], `${read.refusal.message} ${read.refusal.hint}`);
    else if (typeof read.value !== "string" && typeof read.value !== "number")
      wrong(["says", name], "not words or a number");
    else if (
      option.of !== undefined &&
      !MAY_BE_NAMELESS.has(name) &&
      !described &&
      names[option.of].get(String(read.value)) === undefined
    ) {
      wrong(["says", name], `"${typed}" is in no list of ${option.of} in pack.yaml; add it there, with its spellings`);
    } else {
      fields[name] = read.value;
      if (option.of !== undefined && read.value !== typed) as[name] = String(typed);
    }
  }
  return { fields, as };
}
