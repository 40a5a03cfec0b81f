import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { Answer } from "#core/answer/command.ts";
import type { EntryResult } from "#core/changes/entry-result.ts";
import type { OfferedSpelling } from "#core/changes/offered-spelling.ts";
import type { Planned } from "#core/changes/import.ts";
import type { FileRead } from "#core/exchange/reader.ts";
import { rounds, type View } from "#core/facts/view.ts";
import { buttons, heading, paragraph, reply, text, type Block } from "#core/reply/reply.ts";
import { call, LABEL_MAX, type Button } from "#core/request/call.ts";
import { shorten } from "#core/text/text.ts";

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
  const { view } = shown;
  const told = summary(results, view);
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
  const next = ready
    ? [again(changing === 0 ? tell(view, "import.new") : tell(view, "import.all", { n: changing }), { apply: "yes" })]
    : [];
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
    ...turns.map((n) => again(tell(view, "import.page", { n }), { page: `${n}` })),
  ];
  return {
    kind: "reply",
    reply: reply(tell(view, "import.dry", { summary: told }), [
      heading(tell(view, "import.dryTitle")),
      paragraph(text(`${told}.`)),
      ...asides(file, view),
      ...offered.flatMap((o) => (o.question === undefined ? [] : [paragraph(text(o.question))])),
      ...(spellings.length === 0 ? [] : [paragraph(text(tell(view, "import.spellings")))]),
      table(results, shown.page, view),
      ...closing(refused, changes.length, offered.length + spellings.length > 0, view),
      ...(all.length === 0 ? [] : [buttons(...all)]),
    ]),
  };
}

/**
 * What came of each entry that was imported, told as `at` is read. `token` keeps it for the further pages. `file`: what
 * was imported, on the first of them.
 */
export async function importedReply(
  results: readonly EntryResult[],
  page: number,
  at: Told,
  token: () => Promise<string>,
  file?: FileRead,
): Promise<Answer> {
  const turns = turnsOf(results.length, page);
  const kept = turns.length === 0 ? "" : await token();
  const pages = turns.map((n): Button => ({
    label: tell(at, "import.page", { n }),
    call: call(["facts", "import"], { "dry-run": kept, page: `${n}` }),
  }));
  // Where nothing was changed, an undo would take back something else.
  const changed = results.some((f) => f.result !== "held already");
  const all = [...(changed ? [{ label: tell(at, "import.undo"), call: call(["facts", "undo"]) }] : []), ...pages];
  return {
    kind: "reply",
    reply: reply(tell(at, "import.done", { summary: summary(results, at) }), [
      heading(tell(at, "import.title")),
      paragraph(text(`${summary(results, at)}.`)),
      ...(file === undefined ? [] : asides(file, at)),
      table(results, page, at),
      ...(all.length === 0 ? [] : [buttons(...all)]),
    ]),
  };
}

function summary(results: readonly EntryResult[], at: Told): string {
  const of = (result: EntryResult["result"], names = false): number =>
    results.filter((f) => f.result === result && (f.of !== undefined) === names).length;
  const names = of("adds", true) + of("joins", true) + of("held already", true);
  const fresh = of("adds", true);
  const told = names === 0 ? "" : `${tell(at, "import.names", { n: fresh, known: names - fresh })}; `;
  const parts = [
    tell(at, "import.facts", { n: of("adds") }),
    tell(at, "import.sources", { n: of("joins") }),
    ...(of("corrects") === 0 ? [] : [tell(at, "import.corrected", { n: of("corrects") })]),
    tell(at, "import.held", { n: of("held already") }),
    tell(at, "import.refused", { n: of("refused") + of("refused", true) }),
  ];
  return `${told}${parts.join(", ")}`;
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
    const names = listedIn(
      view,
      near.map((f) => f.where),
    );
    const question = tell(view, "import.near", { names });
    const label = near.length === 1 ? tell(view, "import.isNew") : tell(view, "import.areNew", { n: near.length });
    return [{ question, label, values: { "new-names": "yes" } }];
  }
  if (noTalks) {
    const some = rounds(view).toReversed().slice(0, ROUNDS_OFFERED);
    return some.map((round, i) => ({
      ...(i === 0 ? { question: tell(view, "import.noTalks") } : {}),
      label: shorten(tell(view, "import.allOf", { round: round.name }), LABEL_MAX),
      values: { talks: round.id },
    }));
  }
  const columns = gaps.map((g) => g.column).join(", ");
  const [first] = gaps;
  if (first === undefined) return [];
  const told = gaps.map(({ column, above, lines }) =>
    tell(view, "import.gap", {
      column,
      lines: `${shorten(listedIn(view, lines.slice(0, 5)), 80)}${lines.length > 5 ? ", …" : ""}`,
      above: shorten(above, 40),
    }),
  );
  return [
    {
      question: tell(view, "import.gaps", { cells: listedIn(view, told), columns }),
      label: tell(view, "import.use", { columns }),
      values: { "fill-down": columns },
    },
  ];
}

/** Each name once that may be a spelling of a known one, as many as can be offered. */
function spellingsOf(results: readonly EntryResult[]): readonly OfferedSpelling[] {
  const all = results.flatMap(({ spelling }) => spelling ?? []);
  return [...new Map(all.map((one) => [one.typed, one])).values()].slice(0, SPELLINGS_OFFERED);
}

/** The parts of the file that are not entries: what was left out on request, and what holds nothing. */
function asides({ leftOut, empty, placeholders }: FileRead, at: Told): readonly Block[] {
  const out =
    leftOut.length === 0
      ? []
      : [
          tell(at, "import.leftOut", {
            names: listedIn(
              at,
              leftOut.map((name) => `“${name}”`),
            ),
          }),
        ];
  const nothing =
    empty.length === 0
      ? []
      : [
          empty.length > 20
            ? tell(at, "import.emptyMore", { names: empty.slice(0, 20).join(", "), n: empty.length - 20 })
            : tell(at, "import.empty", { names: listedIn(at, empty) }),
        ];
  const words = placeholders.map(({ column, word, lines: [line = "", ...more] }) =>
    more.length === 0
      ? tell(at, "import.asEmptyIn", { column, word, line })
      : tell(at, "import.asEmptyMore", { column, word, line, n: more.length }),
  );
  const left = words.length === 0 ? [] : [tell(at, "import.asEmpty", { cells: listedIn(at, words) })];
  return [...out, ...left, ...nothing].map((line) => paragraph(text(line)));
}

function closing(refused: number, changes: number, asks: boolean, at: Told): readonly Block[] {
  if (refused > 0) {
    return [paragraph(text(tell(at, asks ? "import.answer" : "import.correct", { n: refused })))];
  }
  return changes === 0 ? [paragraph(text(tell(at, "import.nothing")))] : [];
}

function table(results: readonly EntryResult[], page: number, at: Told): Block {
  // What is refused comes first: it is what one has to act on.
  const order = results.toSorted((a, b) => Number(b.result === "refused") - Number(a.result === "refused"));
  const from = (page - 1) * RESULTS_A_PAGE;
  const some = order.slice(from, from + RESULTS_A_PAGE);
  return {
    kind: "table",
    caption:
      results.length <= RESULTS_A_PAGE
        ? tell(at, "import.results")
        : tell(at, "import.resultsFrom", { from: from + 1, to: from + some.length, all: results.length }),
    head: [tell(at, "import.entry"), tell(at, "import.result"), tell(at, "import.detail"), tell(at, "import.talks")],
    rows: some.map((f) => [
      f.where,
      tell(at, `entry.${f.result}`),
      shorten(f.detail, f.result === "refused" ? 400 : 240),
      f.talks ?? "",
    ]),
  };
}

/** The pages beside this one. */
function turnsOf(entries: number, page: number): readonly number[] {
  const last = Math.ceil(entries / RESULTS_A_PAGE);
  return [page - 1, page + 1].filter((n) => n >= 1 && n <= last);
}
