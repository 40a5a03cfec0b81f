import type { Judged, Outcome } from "./judge.ts";

const GROUPS: readonly (readonly [string, (j: Judged) => string])[] = [
  ["language", (j) => j.asked.lang],
  ["typed", (j) => j.asked.typed],
  ["words", (j) => lengthOf(j.asked.words)],
  ["form", (j) => j.asked.form],
];

function lengthOf(words: string): string {
  const n = words.split(/\s+/u).length;
  if (n <= 2) return "1 to 2";
  return n <= 5 ? "3 to 5" : n <= 9 ? "6 to 9" : "10 and more";
}

/** The figures of one set: all, then by language, slips, length and form. */
export function shown(name: string, all: readonly Judged[]): string {
  const lines = [line("all", all)];
  for (const [title, of] of GROUPS) {
    for (const [group, some] of [...Map.groupBy(all, of)].toSorted((a, b) => b[1].length - a[1].length))
      lines.push(line(`${title} ${group}`, some));
  }
  const times = all.map((j) => j.ms).toSorted((a, b) => a - b);
  const at = (part: number): string => (times[Math.floor(times.length * part)] ?? 0).toFixed(2);
  return [`${name}: p50 ${at(0.5)} p99 ${at(0.99)} ms`, HEAD, ...lines].join("\n");
}

const HEAD = `${"".padEnd(22)}   held  first  anywhere  in a press  wrong   not held  answered  other talks`;

function line(title: string, some: readonly Judged[]): string {
  const held = some.filter((j) => j.asked.gold.length > 0);
  const not = some.filter((j) => j.asked.gold.length === 0);
  const of = (...outcomes: readonly Outcome[]): string =>
    share(held.filter((j) => outcomes.includes(j.outcome)).length, held.length);
  return [
    `  ${title.padEnd(20)}`,
    String(held.length).padStart(6),
    of("first"),
    `   ${of("first", "anywhere")}`,
    `     ${of("first", "anywhere", "pressed")}`,
    of("wrong"),
    String(not.length).padStart(10),
    `   ${share(not.filter((j) => j.outcome === "answered").length, not.length)}`,
    String(some.filter((j) => j.elsewhere).length).padStart(13),
  ].join(" ");
}

function share(part: number, whole: number): string {
  return (whole === 0 ? "–" : ((part / whole) * 100).toFixed(1)).padStart(6);
}

/** One question and what came of it. */
export function each({ asked, outcome, facts, said, elsewhere }: Judged): string {
  const mark = elsewhere ? "!" : " ";
  return `${outcome.padEnd(8)} ${mark} ${asked.id} ${asked.form}: ${asked.words} → ${facts.slice(0, 3).join(" ")} · ${said.slice(0, 150)}`;
}
