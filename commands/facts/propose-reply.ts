import { listedIn } from "#core/messages/lists.ts";
import { tell } from "#core/messages/tell.ts";
import type { Answer } from "#core/answer/command.ts";
import { decided, proposalAt, valuesOf, type Kept } from "#core/changes/article-batch.ts";
import { besideHeld, type Beside } from "#core/changes/proposal-standing.ts";
import { citedIn } from "#core/changes/article-batch.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { MODEL } from "#core/propose/proposer.ts";
import type { Proposal } from "#core/propose/reading/proposal.ts";
import type { Span } from "#core/propose/reading/span.ts";
import { buttons, heading, list, paragraph, reply, strong, text, type Block, type Inline } from "#core/reply/reply.ts";
import { besideWords } from "#core/changes/beside-words.ts";
import { call, type Button, type RawCall } from "#core/request/call.ts";
import { shorten } from "#core/text/text.ts";

/** Proposals on one page: each is a line and a row of three buttons, and Discord takes 40 parts in a message. */
const SHOWN = 4;

/** One proposal that nobody decided on yet, with its number. */
interface Open {
  readonly at: number;
  readonly proposal: Proposal;
  readonly beside: Beside;
}

/** The proposals that wait, each with what it is beside what the desk holds. What is held already does not wait. */
export function openIn(batch: Kept, snapshot: Snapshot): readonly Open[] {
  const done = decided(batch, snapshot);
  return batch.proposals.flatMap((proposal, i) => {
    if (done.has(`${i + 1}`)) return [];
    const beside = besideHeld(batch, proposal, snapshot);
    return beside.is === "held" ? [] : [{ at: i + 1, proposal, beside }];
  });
}

/** Where to go on after a decision: there while something waits, else the next paragraph; undefined at the end. */
export function onward(batch: Kept, paragraph: number | undefined, snapshot: Snapshot): number | undefined {
  return openIn(batch, snapshot).find(({ proposal }) => proposal.paragraph >= (paragraph ?? 1))?.proposal.paragraph;
}

function outletOf({ source }: Kept): string {
  return source.replace(/^new:\s*/iu, "");
}

/** A call of `facts proposals` on the batch. */
function again(batch: Kept, values: Readonly<Record<string, string>> = {}): RawCall {
  return call(["facts", "proposals"], { batch: batch.token, ...values });
}

/**
 * The review at one paragraph: its sentences with what is proposed of them, what each proposal is beside what the desk
 * holds, and the way on. `said`: what was done just before.
 */
export function reviewReply(batch: Kept, at: number | undefined, snapshot: Snapshot, said?: string): Answer {
  const open = openIn(batch, snapshot);
  const [next] = open;
  if (next === undefined && at === undefined) return summaryReply(batch, snapshot, said);
  const number = at ?? next?.proposal.paragraph ?? 1;
  const here = open.filter(({ proposal }) => proposal.paragraph === number);
  const shown = here.slice(0, SHOWN);
  const joining = here.filter(({ proposal, beside }) => beside.is === "joins" && proposal.rule !== MODEL);
  const { view } = snapshot;
  const round = view.talks.name(batch.talks);
  const all = batch.paragraphs.length;
  const title = tell(view, "propose.title", { outlet: outletOf(batch), round, n: number, all });
  const left = tell(view, "propose.waits", { n: open.length });
  const waits = here.length > SHOWN ? tell(view, "propose.here", { waits: left, n: here.length }) : left;
  return {
    kind: "reply",
    reply: reply(`${said === undefined ? "" : `${said} `}${title}: ${left}.`, [
      heading(shorten(title, 140)),
      paragraph(text(`${said === undefined ? "" : `${said} `}${waits}.`)),
      ...(shown.length === 0 ? [paragraph(text(shorten(batch.paragraphs[number - 1] ?? "", 1500)))] : []),
      ...bySentence(shown).flatMap((some) => [
        paragraph(
          ...marked(
            batch.paragraphs[number - 1] ?? "",
            some.map((o) => o.proposal),
          ),
        ),
        ...some.flatMap((one) => blocksOf(batch, one, snapshot)),
      ]),
      buttons(...way(batch, number, open, joining.length, snapshot)),
    ]),
  };
}

function blocksOf(batch: Kept, { at, proposal, beside }: Open, snapshot: Snapshot): readonly Block[] {
  return [
    paragraph(...lineOf(at, proposal, beside, snapshot)),
    buttons(
      { label: tell(snapshot.view, "propose.accept", { n: at }), call: again(batch, { accept: `${at}` }) },
      {
        label: tell(snapshot.view, "propose.edit", { n: at }),
        call: {
          ...call(["facts", "accept"], { of: `${batch.token}.${at}`, ...valuesOf(batch, proposal, snapshot) }),
          reopen: true,
        },
      },
      { label: tell(snapshot.view, "propose.reject", { n: at }), call: again(batch, { reject: `${at}` }) },
    ),
  ];
}

/** Proposals of one sentence, together. */
function bySentence(shown: readonly Open[]): readonly (readonly Open[])[] {
  const starts = [...new Set(shown.map((o) => o.proposal.sentence.start))];
  return starts.map((start) => shown.filter((o) => o.proposal.sentence.start === start));
}

const AROUND = 700;

/** The sentence of proposals with their values in bold. */
function marked(whole: string, proposals: readonly Proposal[]): readonly Inline[] {
  const spans = joined(proposals.flatMap((p) => Object.values(p.fields)));
  const start = Math.min(...proposals.map((p) => p.sentence.start), ...spans.map((s) => s.start));
  const end = Math.max(...proposals.map((p) => p.sentence.end), ...spans.map((s) => s.end));
  const parts: Inline[] = [text("“")];
  let at = start;
  for (const span of spans) {
    parts.push(text(whole.slice(at, span.start)), strong(whole.slice(span.start, span.end)));
    at = span.end;
  }
  parts.push(text(`${shorten(whole.slice(at, end).trimEnd(), AROUND)}”`));
  return parts.filter((p) => p.text !== "");
}

/** Spans that do not overlap: those that do are one. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const last = all.at(-1);
    if (last !== undefined && span.start < last.end)
      all[all.length - 1] = { start: last.start, end: Math.max(last.end, span.end) };
    else all.push({ start: span.start, end: span.end });
  }
  return all;
}

function lineOf(
  at: number,
  { slot, fields, side, according, hints, rule }: Proposal,
  beside: Beside,
  { view }: Snapshot,
): readonly Inline[] {
  const values = Object.entries(fields).map(([name, { text: words }]) => `${name}: ${shorten(words, 120)}`);
  const about = side === undefined ? "" : ` · ${side.name}`;
  const from = according === undefined ? "" : tell(view, "propose.from", { who: shorten(according.text, 100) });
  const hint = Object.entries(hints ?? {}).map(([name, value]) => tell(view, "propose.hint", { name, value }));
  const model = rule === MODEL ? tell(view, "propose.model") : "";
  return [
    strong(`${at} ${tell(view, `slot.${slot}`)}`),
    text(`${about} · ${values.join(" · ")}${from}${hint.join("")}. ${model}`),
    ...besideWords(beside, view),
  ];
}

/** The buttons below: the paragraphs before and after, what was missed here, what joins, the end. */
function way(
  batch: Kept,
  number: number,
  open: readonly Open[],
  joining: number,
  snapshot: Snapshot,
): readonly Button[] {
  const before = number > 1 ? [{ label: `‹ ¶${number - 1}`, call: again(batch, { paragraph: `${number - 1}` }) }] : [];
  const after =
    number < batch.paragraphs.length
      ? [{ label: `¶${number + 1} ›`, call: again(batch, { paragraph: `${number + 1}` }) }]
      : [];
  const missed: Button = {
    label: tell(snapshot.view, "propose.missed"),
    call: { ...call(["facts", "accept"], { of: batch.token, ...citedIn(batch, number, snapshot) }), reopen: true },
  };
  const join =
    joining === 0
      ? []
      : [
          {
            label: tell(snapshot.view, "propose.join", { n: joining }),
            call: again(batch, { accept: "joins", paragraph: `${number}` }),
          },
        ];
  const end: Button = {
    label: tell(snapshot.view, open.length === 0 ? "propose.summary" : "propose.stop"),
    call: again(batch, { show: "summary" }),
  };
  return [...before, missed, ...join, end, ...after];
}

/** What came of the article: how many were taken, what was left out of the text, and the way back. */
export function summaryReply(batch: Kept, snapshot: Snapshot, said?: string): Answer {
  const { view } = snapshot;
  const done = decided(batch, snapshot);
  const open = openIn(batch, snapshot);
  const of = (state: string): number => [...done.values()].filter((d) => d.state === state).length;
  const taken = ["accepted", "edited", "missed", "rejected", "suggested"] as const;
  const counted = taken.flatMap((state) =>
    of(state) === 0 ? [] : [tell(view, `proposed.${state}`, { n: of(state) })],
  );
  const held =
    batch.proposals.length -
    open.length -
    [...done.keys()].filter((at) => proposalAt(batch, Number(at)) !== undefined).length;
  const all = [
    ...counted,
    ...(held === 0 ? [] : [tell(view, "import.held", { n: held })]),
    tell(view, "propose.look", { n: open.length }),
  ];
  const line = tell(view, "propose.line", {
    proposals: batch.proposals.length,
    n: batch.paragraphs.length,
    all: listedIn(view, all),
  });
  const { leftOut } = batch;
  const back = done.size === 0 ? [] : [{ label: tell(view, "propose.back"), call: again(batch, { undo: "yes" }) }];
  const on = open.length === 0 ? [] : [{ label: tell(view, "propose.through"), call: again(batch) }];
  return {
    kind: "reply",
    reply: reply(`${said === undefined ? "" : `${said} `}${line}`, [
      heading(shorten(`${outletOf(batch)} · ${snapshot.view.talks.name(batch.talks)}`, 140)),
      paragraph(text(`${said === undefined ? "" : `${said} `}${line}`)),
      ...(leftOut.length === 0
        ? []
        : [
            paragraph(text(tell(view, "propose.leftOut"))),
            list(
              ...leftOut
                .slice(0, 8)
                .map((part) => [strong(`${tell(view, `omitted.${part.what}`)}: `), text(shorten(part.text, 120))]),
            ),
          ]),
      ...(done.size + held === 0 ? [] : [paragraph(text(tell(view, "propose.kept")))]),
      ...(on.length + back.length === 0 ? [] : [buttons(...on, ...back)]),
    ]),
  };
}
