import { DatabaseSync } from "node:sqlite";
import uFuzzy from "@leeoniya/ufuzzy";
import { create, insertMultiple, search } from "@orama/orama";
import { Index } from "flexsearch";
import Fuse from "fuse.js";
import MiniSearch from "minisearch";
import { LIMIT, type Engine } from "./engine.ts";
import type { BenchRow } from "./rows.ts";

const FIELDS = ["subject", "label", "text", "aliases"] as const;
// Peers get the same input as ours: uFuzzy dies of a very long word, Fuse slows with the square of the pattern.
const capped = (question: string): string => question.slice(0, 200);
const words = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
const whole = (row: BenchRow): string => [row.subject, row.label, row.text, ...row.aliases, ...row.tags].join(" ");
const flat = (row: BenchRow) => ({ ...row, aliases: [...row.aliases, ...row.tags].join(" ") });

const miniSearch: Engine = {
  name: "minisearch tuned",
  build(rows) {
    const index = new MiniSearch({
      fields: [...FIELDS],
      searchOptions: {
        boost: { subject: 2, label: 2, aliases: 0.9 },
        fuzzy: (term) => (term.length < 3 ? 0 : term.length <= 5 ? 1 : 2),
        prefix: false,
        combineWith: "OR",
        bm25: { k: 0.8, b: 0.35, d: 0.5 },
        weights: { fuzzy: 0.45, prefix: 0.4 },
      },
      processTerm: (term) => (STOP.has(term.toLowerCase()) ? undefined : term.toLowerCase()),
    });
    index.addAll(rows.map(flat));
    return {
      ask(question) {
        const hits = index.search(capped(question)).slice(0, LIMIT);
        return { ids: hits.map((h) => String(h.id)), score: hits[0]?.score ?? 0 };
      },
      complete: (typed) =>
        index
          .search(capped(typed), { prefix: true, fields: ["subject", "label", "aliases"] })
          .slice(0, LIMIT)
          .map((h) => String(h.id)),
    };
  },
};

const STOP = new Set(
  "a an and are as at be by did do does for from had has have how in is it of on or that the to was were what when where which who whom whose why will with".split(
    " ",
  ),
);

function fuse(name: string, options: object, tuned = false): Engine {
  return {
    name,
    build(rows) {
      const held = tuned ? rows.map((row) => ({ ...row, whole: whole(row) })) : rows;
      const index = new Fuse(held, {
        includeScore: true,
        keys: ["subject", "label", "text", "aliases", "tags"],
        ...options,
      });
      const found = (typed: string) => index.search(typed, { limit: LIMIT });
      return {
        ask(question) {
          const asked = tuned
            ? words(capped(question))
                .filter((w) => !STOP.has(w))
                .join(" ")
            : capped(question);
          const hits = found(asked);
          return { ids: hits.map((h) => h.item.id), score: 1 - (hits[0]?.score ?? 1) };
        },
        complete: (typed) => found(capped(typed)).map((h) => h.item.id),
      };
    },
  };
}

const fuseDefault = fuse("fuse.js defaults", {});
// The best of twenty settings on 120 of the development questions, by thresholds, keys, their weights and norms.
const fuseTokens = fuse(
  "fuse.js tokens tuned",
  {
    useTokenSearch: true,
    threshold: 0.3,
    ignoreLocation: true,
    ignoreFieldNorm: true,
    keys: [
      { name: "whole", weight: 3 },
      { name: "subject", weight: 1 },
      { name: "label", weight: 1 },
    ],
  },
  true,
);

const orama: Engine = {
  name: "orama tuned",
  async build(rows) {
    const db = create({
      schema: { id: "string", subject: "string", label: "string", text: "string", aliases: "string" },
    });
    await insertMultiple(db, rows.map(flat), 2000);
    return {
      async ask(question) {
        const asked = words(capped(question)).filter((w) => !STOP.has(w));
        if (asked.length === 0) return { ids: [], score: 0 };
        const found = await search(db, {
          term: asked.join(" "),
          tolerance: 1,
          limit: LIMIT,
          threshold: 1,
          boost: { subject: 2, label: 2 },
        });
        return { ids: found.hits.map((h) => h.document.id), score: found.hits[0]?.score ?? 0 };
      },
    };
  },
};

const flexSearch: Engine = {
  name: "flexsearch tuned",
  build(rows) {
    const index = new Index({ tokenize: "forward", encoder: "LatinBalance", context: false });
    for (const [i, row] of rows.entries()) index.add(i, whole(row));
    const found = (typed: string): readonly string[] =>
      index.search(capped(typed), { limit: LIMIT, suggest: true }).map((i) => rows[Number(i)]?.id ?? "");
    return { ask: (question) => ({ ids: found(question), score: undefined }), complete: found };
  },
};

const fuzzy: Engine = {
  name: "ufuzzy",
  build(rows) {
    const finder = new uFuzzy({ intraMode: uFuzzy.IntraMode?.SingleError ?? 1 });
    const texts = rows.map(whole);
    return {
      ask(question) {
        const asked = words(capped(question))
          .filter((w) => !STOP.has(w) && w.length <= 32)
          .join(" ");
        const [at, , order] = finder.search(texts, asked, 1, 1000);
        const found = order === null || order === undefined ? (at ?? []) : order.map((o) => at?.[o] ?? 0);
        return { ids: found.slice(0, LIMIT).map((i) => rows[i]?.id ?? ""), score: undefined };
      },
    };
  },
};

const fts5: Engine = {
  name: "sqlite fts5 porter",
  build(rows) {
    const db = new DatabaseSync(":memory:");
    db.exec("create virtual table facts using fts5(id unindexed, subject, label, text, aliases, tokenize = 'porter')");
    const put = db.prepare("insert into facts values (?, ?, ?, ?, ?)");
    db.exec("begin");
    for (const r of rows.map(flat)) put.run(r.id, r.subject, r.label, r.text, r.aliases);
    db.exec("commit");
    const find = db.prepare(
      `select id, bm25(facts, 0, 2, 2, 1, 0.9) as score from facts where facts match ? order by score limit ${LIMIT}`,
    );
    return {
      beside: () =>
        ["page_count", "page_size"].map((of) => Number(db.prepare(`pragma ${of}`).get()?.[of])).reduce((a, b) => a * b),
      ask(question) {
        const asked = words(capped(question)).filter((w) => !STOP.has(w));
        const found = asked.length === 0 ? [] : find.all(asked.map((w) => `"${w}"`).join(" OR "));
        return { ids: found.map((r) => String(r["id"])), score: -Number(found[0]?.["score"] ?? 0) };
      },
    };
  },
};

export const PEERS: readonly Engine[] = [miniSearch, fuseTokens, fuseDefault, orama, flexSearch, fuzzy, fts5];
