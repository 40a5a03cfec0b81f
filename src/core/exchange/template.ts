import { rounds, type View } from "#core/facts/view.ts";
import type { MessageId } from "#core/messages/english.ts";
import { lineIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
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

const ARTICLE_HINTS = {
  source: "template.source",
  title: undefined,
  address: "template.address",
  published: "template.published",
  language: "template.language",
  outletKind: "template.outletKind",
  held: "template.held",
  paragraphs: "template.paragraphs",
} as const satisfies Record<(typeof ARTICLE_COLUMNS)[number], MessageId | undefined>;

function yaml(view: View): string {
  const known = rounds(view).map((t) => `${t.id} (${t.name})`);
  const sides = view.parties.all.map((p) => p.id);
  const article = ARTICLE_COLUMNS.map((name) => {
    const hint = ARTICLE_HINTS[name];
    return line("    ", name === "source" ? "outlet" : name, hint === undefined ? "" : tell(view, hint));
  });
  return [
    `# ${tell(view, "template.facts")}`,
    `# talks: ${known.join(", ")}`,
    `# side: ${sides.join(", ")}`,
    "articles:",
    `  -${article.join("\n").slice(3)}`,
    "    claims:",
    ...ALL_SLOTS.flatMap((slot) => claim(slot, view)),
    "",
  ].join("\n");
}

function claim({ name, sided, fields }: Slot, at: Told): readonly string[] {
  const indent = "        ";
  const side = sided === "never" ? [] : [line(indent, "side", tell(at, `template.side.${sided}`))];
  return [
    `      - slot: ${name} # ${tell(at, `slot.${name}`)}`,
    line(indent, "talks", tell(at, "template.talks")),
    ...side,
    line(indent, "paragraph", tell(at, "template.paragraph")),
    line(indent, "excerpt", tell(at, "template.excerpt")),
    line(indent, "according", tell(at, "template.according")),
    `${indent}says:`,
    ...Object.entries(fields).map(([field, option]) => line(`${indent}  `, field, hintOf(option, at))),
  ];
}

function hintOf({ about, choices, required }: Option, at: Told): string {
  const what = lineIn(at, about);
  const told =
    choices === undefined
      ? what
      : tell(at, "template.oneOf", { about: what, values: choices.map((c) => c.value).join(", ") });
  return required ? tell(at, "template.needed", { about: told }) : told;
}

function line(indent: string, name: string, hint: string): string {
  return `${indent}${name}:${hint === "" ? "" : ` # ${hint}`}`;
}

// A row for every slot, so that each is there to be filled in or copied.
function csv(): string {
  const columns = ["talks", "slot", "side", ...ARTICLE_COLUMNS, "paragraph", "excerpt", "according", ...FIELD_NAMES];
  return csvText([columns, ...ALL_SLOTS.map((slot) => columns.map((name) => (name === "slot" ? slot.name : "")))]);
}
