import { rounds, type View } from "#core/facts/view.ts";
import type { Option } from "#core/request/option.ts";
import { ALL_SLOTS, FIELD_NAMES } from "#core/slots/index.ts";
import type { Slot } from "#core/slots/slot.ts";
import { ARTICLE_COLUMNS } from "./columns.ts";
import { csvText } from "./csv.ts";
import type { Written } from "./write.ts";

export const TEMPLATES = ["yaml", "csv"] as const;

/** An empty file that `/facts import` reads once it is filled in: one entry for every slot, in each its fields. */
export function writeTemplate(format: (typeof TEMPLATES)[number], view: View): Written {
  switch (format) {
    case "yaml":
      return { text: yaml(view), media: "application/yaml" };
    case "csv":
      return { text: csv(), media: "text/csv" };
  }
}

const ARTICLE_HINTS: Readonly<Record<(typeof ARTICLE_COLUMNS)[number], string>> = {
  source: "who published it",
  title: "",
  address: "http or https; never fetched",
  published: "2025-04-10 or 10.04.2025",
  language: "a tag such as en or tr",
  outletKind: "such as state news agency",
  held: "text (read whole) or notes",
  paragraphs: "how many there are",
};

function yaml(view: View): string {
  const known = rounds(view).map((t) => `${t.id} (${t.name})`);
  const sides = view.parties.all.map((p) => p.id);
  const article = ARTICLE_COLUMNS.map((name) => line("    ", name === "source" ? "outlet" : name, ARTICLE_HINTS[name]));
  return [
    "# Facts to import. Fill in what you have, repeat what you need, take out the rest: what stays empty is passed over.",
    `# talks: ${known.join(", ")}`,
    `# side: ${sides.join(", ")}`,
    "articles:",
    `  -${article.join("\n").slice(3)}`,
    "    claims:",
    ...ALL_SLOTS.flatMap(claim),
    "",
  ].join("\n");
}

function claim(slot: Slot): readonly string[] {
  const indent = "        ";
  const side = slot.sided === "never" ? [] : [line(indent, "side", slot.sided)];
  return [
    `      - slot: ${slot.name} # ${slot.label}`,
    line(indent, "talks", "which round"),
    ...side,
    line(indent, "paragraph", "which one says it, counted from 1"),
    line(indent, "excerpt", "its exact words, where they matter"),
    line(indent, "according", "whom the source has it from, such as: according to the ministry"),
    `${indent}says:`,
    ...Object.entries(slot.fields).map(([name, option]) => line(`${indent}  `, name, hintOf(option))),
  ];
}

function hintOf({ about, choices, required }: Option): string {
  const which = choices === undefined ? "" : ` (${choices.map((c) => c.value).join(", ")})`;
  return `${about}${which}${required ? "; needed" : ""}`;
}

function line(indent: string, name: string, hint: string): string {
  return `${indent}${name}:${hint === "" ? "" : ` # ${hint}`}`;
}

// A row for every slot, so that each is there to be filled in or copied.
function csv(): string {
  const columns = ["talks", "slot", "side", ...ARTICLE_COLUMNS, "paragraph", "excerpt", "according", ...FIELD_NAMES];
  return csvText([columns, ...ALL_SLOTS.map((slot) => columns.map((name) => (name === "slot" ? slot.name : "")))]);
}
