import type { Answer } from "#core/answer/command.ts";
import type { EntryResult } from "#core/changes/entry-result.ts";
import type { OfferedSpelling } from "#core/changes/offered-spelling.ts";
import type { Planned } from "#core/changes/import.ts";
import type { FileRead } from "#core/exchange/reader.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { buttons, heading, paragraph, reply, text, type Block } from "#core/reply/reply.ts";
import { call, LABEL_MAX, type Button } from "#core/request/call.ts";
import { count, listed, shorten } from "#core/text/text.ts";

/** How many entries' results one reply shows. */
const RESULTS_A_PAGE = 50;
// Names that may be spellings of known ones: the buttons of one row, less the ones for pages.
const SPELLINGS_OFFERED = 4;
// Rounds to choose from: as many buttons as stand in one row on every platform.
const ROUNDS_OFFERED = 4;

interface Shown {
  readonly view: View;
  readonly page: number;
  /** Keeps the file for a day and gives the token of it. */
  token(): Promise<string>;
}

/**
 * Result of every entry before anything is changed, what is to be asked about the file, and the button that imports it.
 */
export async function dryRunReply(file: FileRead, { results, changes }: Planned, shown: Shown): Promise<Answer> {
  const refused = results.filter((f) => f.result === "refused").length;
  const offered = refused > 0 ? questions(file, results, shown.view) : [];
  const spellings = spellingsOf(results);
  const ready = refused === 0 && changes.length > 0;
  const turns = turnsOf(results.length, shown.page);
  const token = ready || offered.length + turns.length + spellings.length > 0 ? await shown.token() : "";
  const again = (label: string, values: Readonly<Record<string, string>>): Button => ({
    label,
    call: call(["facts", "import"], { "dry-run": token, ...values }),
  });
  const changing = results.filter((f) => f.of === undefined && ["adds", "joins", "corrects"].includes(f.result)).length;
  const next = ready ? [again(changing === 0 ? "Import what is new" : `Import all ${changing}`, { apply: "yes" })] : [];
  const all = [
    ...next,
    ...offered.map((o) => again(o.label, o.values)),
    ...spellings.map(({ typed, known }) => ({
      label: shorten(`${shorten(typed, 18)} = ${known}`, LABEL_MAX),
      call: {
        ...call(["facts", "alias"], { action: "add", name: known, spelling: typed }),
        next: { path: ["facts", "import"], values: { "dry-run": token } },
      },
    })),
    ...turns.map((n) => again(`Page ${n}`, { page: `${n}` })),
  ];
  return {
    kind: "reply",
    reply: reply(`Dry run: ${summary(results)}. Nothing was changed yet.`, [
      heading("Dry run: nothing was changed yet"),
      paragraph(text(`${summary(results)}.`)),
      ...asides(file),
      ...offered.flatMap((o) => (o.question === undefined ? [] : [paragraph(text(o.question))])),
      ...(spellings.length === 0 ? [] : [paragraph(text(SPELLINGS))]),
      table(results, shown.page),
      ...closing(refused, changes.length, offered.length + spellings.length > 0),
      ...(all.length === 0 ? [] : [buttons(...all)]),
    ]),
  };
}

/**
 * What came of each entry that was imported. `token` keeps it for the further pages. `file`: what was imported, on the
 * first of them.
 */
export async function importedReply(
  results: readonly EntryResult[],
  page: number,
  token: () => Promise<string>,
  file?: FileRead,
): Promise<Answer> {
  const turns = turnsOf(results.length, page);
  const kept = turns.length === 0 ? "" : await token();
  const pages = turns.map((n): Button => ({
    label: `Page ${n}`,
    call: call(["facts", "import"], { "dry-run": kept, page: `${n}` }),
  }));
  // Where nothing was changed, an undo would take back something else.
  const changed = results.some((f) => f.result !== "held already");
  const all = [...(changed ? [{ label: "Undo the whole import", call: call(["facts", "undo"]) }] : []), ...pages];
  return {
    kind: "reply",
    reply: reply(`Imported: ${summary(results)}.`, [
      heading("Imported"),
      paragraph(text(`${summary(results)}.`)),
      ...(file === undefined ? [] : asides(file)),
      table(results, page),
      ...(all.length === 0 ? [] : [buttons(...all)]),
    ]),
  };
}

function summary(results: readonly EntryResult[]): string {
  const of = (result: EntryResult["result"], names = false): number =>
    results.filter((f) => f.result === result && (f.of !== undefined) === names).length;
  const names = of("adds", true) + of("joins", true) + of("held already", true);
  const told = names === 0 ? "" : `${count(of("adds", true), "new name")}, ${names - of("adds", true)} known here; `;
  const corrected = of("corrects") === 0 ? "" : `${of("corrects")} corrected, `;
  return `${told}${count(of("adds"), "new fact")}, ${count(of("joins"), "more source")}, ${corrected}${of("held already")} held already, ${of("refused") + of("refused", true)} refused`;
}

interface Question {
  /** Asked once; further buttons answer the same one. */
  readonly question?: string;
  readonly label: string;
  readonly values: Readonly<Record<string, string>>;
}

/**
 * What only who made the file can say: whether a name is new, which talks it is about, whether an empty cell means the
 * one above.
 */
function questions({ gaps, noTalks }: FileRead, results: readonly EntryResult[], view: View): readonly Question[] {
  const near = results.filter((f) => f.near === true);
  if (near.length > 0) {
    const question = `Names of the file are near names that the desk knows (${listed(near.map((f) => f.where))}). Are they new?`;
    const label = near.length === 1 ? "It is new" : `All ${near.length} are new`;
    return [{ question, label, values: { "new-names": "yes" } }];
  }
  if (noTalks) {
    const some = rounds(view).toReversed().slice(0, ROUNDS_OFFERED);
    return some.map((round, i) => ({
      ...(i === 0
        ? { question: "No entry says which round it is about. Choose one, or type talks: and the round." }
        : {}),
      label: shorten(`All are of: ${round.name}`, LABEL_MAX),
      values: { talks: round.id },
    }));
  }
  const columns = gaps.map((g) => g.column).join(", ");
  const [first] = gaps;
  if (first === undefined) return [];
  const told = gaps.map(
    ({ column, above, lines }) =>
      `${column} (${shorten(listed(lines.slice(0, 5)), 80)}${lines.length > 5 ? ", …" : ""}, below “${shorten(above, 40)}”)`,
  );
  return [
    {
      question: `These cells are empty below a filled one, as merged cells are when saved: ${listed(told)}. Do they mean the cell above? Then use it, or type fill-down:"${columns}".`,
      label: `Use the ${columns} above`,
      values: { "fill-down": columns },
    },
  ];
}

const SPELLINGS =
  "Some names may be spellings of known ones. Press those that are, or write new: before one that is not.";

/** Each name once that may be a spelling of a known one, as many as can be offered. */
function spellingsOf(results: readonly EntryResult[]): readonly OfferedSpelling[] {
  const all = results.flatMap(({ spelling }) => spelling ?? []);
  return [...new Map(all.map((one) => [one.typed, one])).values()].slice(0, SPELLINGS_OFFERED);
}

/** The parts of the file that are not entries: what was left out on request, and what holds nothing. */
function asides({ leftOut, empty, placeholders }: FileRead): readonly Block[] {
  const out = leftOut.length === 0 ? [] : [`You left out: ${listed(leftOut.map((name) => `“${name}”`))}.`];
  const nothing =
    empty.length === 0
      ? []
      : [
          `Talks passed over what is empty: ${listed(empty.slice(0, 20))}${empty.length > 20 ? ` and ${empty.length - 20} more` : ""}.`,
        ];
  const words = placeholders.map(
    ({ column, word, lines: [first, ...more] }) =>
      `${column} (“${word}” in ${first ?? ""}${more.length === 0 ? "" : `, and in ${more.length} more`})`,
  );
  const left = words.length === 0 ? [] : [`Talks read these as empty: ${listed(words)}.`];
  return [...out, ...left, ...nothing].map((line) => paragraph(text(line)));
}

function closing(refused: number, changes: number, asks: boolean): readonly Block[] {
  if (refused > 0) {
    const mend = asks ? "answer the question above, or correct the file" : "correct the file and import it again";
    return [
      paragraph(text(`Nothing can be imported while ${count(refused, "entry is", "entries are")} refused: ${mend}.`)),
    ];
  }
  return changes === 0 ? [paragraph(text("There is nothing to import."))] : [];
}

function table(results: readonly EntryResult[], page: number): Block {
  // What is refused comes first: it is what one has to act on.
  const order = results.toSorted((a, b) => Number(b.result === "refused") - Number(a.result === "refused"));
  const from = (page - 1) * RESULTS_A_PAGE;
  const some = order.slice(from, from + RESULTS_A_PAGE);
  const which = results.length <= RESULTS_A_PAGE ? "" : `, ${from + 1} to ${from + some.length} of ${results.length}`;
  return {
    kind: "table",
    caption: `Result of every entry${which}`,
    head: ["Entry", "Result", "Fact or reason", "Talks"],
    rows: some.map((f) => [f.where, f.result, shorten(f.detail, f.result === "refused" ? 400 : 240), f.talks ?? ""]),
  };
}

/** The pages beside this one. */
function turnsOf(entries: number, page: number): readonly number[] {
  const last = Math.ceil(entries / RESULTS_A_PAGE);
  return [page - 1, page + 1].filter((n) => n >= 1 && n <= last);
}
