import type { WholeSnapshot } from "#core/desk/desk.ts";
import { payload } from "#core/desk/heads.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Alias } from "./alias-change.ts";
import { NOUN } from "#core/request/options/named.ts";
import { subjectParts } from "#core/desk/subject.ts";
import { forWork, idCode, instant, mention, strong, text, words, type Inline } from "#core/reply/reply.ts";
import type { Revision, RevisionKind } from "#core/desk/store.ts";
import { shorten } from "#core/text/text.ts";
import { before } from "./revision-before.ts";
import { suggestionWords } from "./suggestion-words.ts";
import { factTrail } from "./trail-fact.ts";

const DID: Readonly<Record<RevisionKind, string>> = {
  add: "added",
  join: "added a source to",
  correct: "corrected",
  retract: "retracted",
  restore: "restored",
  dispute: "disputed",
  resolve: "settled the dispute over",
  source: "added a source:",
  alias: "changed the spellings of",
  lock: "locked",
  unlock: "unlocked",
  suggest: "suggested",
  approve: "approved",
  decline: "declined",
  role: "changed who moderates:",
  link: "linked",
  unlink: "unlinked",
  erase: "erased a person's name:",
  retire: "retired",
  merge: "merged",
  focus: "changed what is meant in",
  library: "switched the shipped sample:",
  token: "changed which programs may read:",
  webhook: "changed which programs are told:",
  pages: "switched public pages:",
  undo: "took back a change to",
  load: "loaded",
};

/** Kinds of subjects that are told by a name of their own. */
const NAMED: ReadonlySet<string> = new Set(["name", "token", "webhook", "alias"]);

/**
 * One revision as a sentence, with what it moved and when: `#7 Ada corrected the length of Second round: 5½ hours → 6
 * hours [Quay Times, note 1]. 3 May, 14:02 (slack)`. `here`: the platform that shows it, which knows its own names.
 */
export function trailLine(revision: Revision, snapshot: WholeSnapshot, here = ""): readonly Inline[] {
  const { number, at, by, why } = revision;
  const shipped = by.platform === "library";
  const did = didWords(revision, snapshot, here);
  const reason = why === undefined || words(did).includes(why) ? [] : [text(` Reason: ${stopped(why)}`)];
  return [
    ...(shipped ? [] : [idCode(`#${number}`), text(" ")]),
    strong(shipped ? "The library" : by.name),
    text(" "),
    ...did,
    ...(/[.!?…”]$/u.test(words(did)) ? [] : [text(".")]),
    ...reason,
    text(" "),
    instant(at),
    text(shipped ? "" : ` (${by.platform})`),
  ];
}

function stopped(why: string): string {
  return /[.!?…]$/u.test(why) ? why : `${why}.`;
}

/** What was done, after the name of the person who did it. */
function didWords(revision: Revision, snapshot: WholeSnapshot, here: string): readonly Inline[] {
  const { kind, undoes } = revision;
  const { kind: subject, id } = subjectParts(revision.subject);
  const back = undoes === undefined ? [] : [text("took back "), forWork(text(`revision ${undoes}, `)), text("about ")];
  if (subject === "fact") {
    const { about, change } = factTrail(revision, snapshot);
    const verb = back.length > 0 ? back : [text(`${DID[kind]} `)];
    return [...verb, text(about), text(" "), idCode(id), text(change === "" ? "" : `: ${change}`)];
  }
  if (subject === "suggestion") return suggestionDid(revision, snapshot, back);
  if (subject === "role") return roleDid(revision, snapshot, here);
  if (subject === "article") {
    const told = detail(revision, snapshot);
    const verb = back.length > 0 ? back : [text(`${DID[kind].replace(" a source:", "")} `)];
    return [...verb, text(told === "" ? "an article " : `the article ${told} `), idCode(id)];
  }
  const change = detail(revision, snapshot);
  if (subject === "alias" && kind === "alias")
    return [text(change.includes("no longer names") ? "removed a spelling: " : "added a spelling: "), text(change)];
  const verb = back.length > 0 ? back : [text(`${DID[kind]} `)];
  const named = NAMED.has(subject) ? text(nameOf(revision, snapshot)) : namedHere(subject, id, here);
  return [...verb, named, text(change === "" ? "" : `: ${change}`)];
}

/** The channel of a focus under its name, where the platform knows it; any other subject by its id. */
function namedHere(subject: string, id: string, here: string): Inline {
  const [platform = "", channel = ""] = id.split("/");
  return subject === "focus" && platform === here
    ? mention("channel", channel, `channel ${channel}`)
    : idCode(shorten(id, 80));
}

function suggestionDid(revision: Revision, snapshot: WholeSnapshot, back: readonly Inline[]): readonly Inline[] {
  const after = revision.after ?? before(revision, snapshot)?.after ?? null;
  const { id } = subjectParts(revision.subject);
  if (after === null) return [...back, text("a suggestion "), idCode(id)];
  const state = payload("suggestion", after);
  const reason = state.reason === undefined || revision.kind !== "decline" ? "" : `: ${state.reason}`;
  const said = suggestionWords(state, snapshot);
  const by = snapshot.own.of(revision.subject)[0]?.by.name ?? "somebody";
  if (revision.kind === "suggest") return [text("suggested "), idCode(id), text(`: ${said}`)];
  const verb = back.length > 0 ? back : [text(`${DID[revision.kind]} `)];
  return [...verb, text(`a suggestion of ${by} `), idCode(id), text(`: ${said}${reason}`)];
}

function roleDid(revision: Revision, snapshot: WholeSnapshot, here: string): readonly Inline[] {
  const kept = revision.after ?? before(revision, snapshot)?.after ?? null;
  if (kept === null) return [text("changed who moderates")];
  const { kind, id, name, platform } = payload("role", kept);
  const who = platform === here ? mention(kind === "user" ? "person" : "role", id, name) : text(name);
  const what = kind === "group" ? "user group" : kind;
  const now = revision.after === null ? "no longer moderates" : "moderates";
  return [text(`changed who moderates: ${what} `), who, text(` ${now} on ${platform}`)];
}

/** What a revision of a name, a spelling, a token or a webhook is about: a name as it was then called. */
function nameOf(revision: Revision, snapshot: WholeSnapshot): string {
  const after = revision.after ?? before(revision, snapshot)?.after ?? null;
  if (after === null) return subjectParts(revision.subject).id;
  const { kind } = subjectParts(revision.subject);
  if (kind === "token" || kind === "webhook") return payload(kind, after).name;
  if (kind === "alias") return spelt(payload("alias", after), snapshot);
  const { of, name } = payload("name", after);
  return `${NOUN[of]} ${name}`;
}

function detail(revision: Revision, snapshot: WholeSnapshot): string {
  const { subject, after } = revision;
  const { kind } = subjectParts(subject);
  if (after === null) return GONE[kind] ?? "";
  if (kind === "name") return nameDetail(payload("name", after), before(revision, snapshot), snapshot);
  if (kind === "alias") return aliasDetail(after, snapshot);
  if (kind === "library") return "off";
  if (kind === "pages") return "on, at a new place";
  if (kind === "token") return "may read";
  if (kind === "webhook") return `at ${payload("webhook", after).host}`;
  if (kind === "focus") return snapshot.view.negotiations.name(payload("focus", after).negotiation);
  return kind in DETAIL ? DETAIL[kind as keyof typeof DETAIL](after) : "";
}

/** What it means that the desk keeps nothing of a kind of subject any more. */
const GONE: Readonly<Record<string, string>> = {
  library: "on",
  pages: "off",
  rule: "proposes again",
  token: "may not read any more",
  webhook: "is not told any more",
};

function nameDetail(state: NameState, earlier: Revision | undefined, { view }: WholeSnapshot): string {
  if (state.into !== undefined) return `read as ${view[state.of].name(state.into)}`;
  const was = earlier === undefined || earlier.after === null ? undefined : payload("name", earlier.after).name;
  return was === undefined || was === state.name ? "" : `formerly ${was}`;
}

function aliasDetail(after: string, snapshot: WholeSnapshot): string {
  const alias = payload("alias", after);
  return `“${alias.spelling}” ${alias.removed ? "no longer names" : "also names"} ${spelt(alias, snapshot)}`;
}

/** What a spelling is one of: a name, or a fact by its id. */
function spelt({ of, id }: Pick<Alias, "of" | "id">, { view }: WholeSnapshot): string {
  return of === "facts" ? id : view[of].name(id);
}

const DETAIL = {
  article: (after: string) => {
    const { outlet, title, address } = payload("article", after);
    return [outlet, title, address].filter((p) => p !== undefined).join(", ");
  },
  proposal: (after: string) => {
    const { state, rule, paragraph } = payload("proposal", after);
    return `${state}, ¶${paragraph}, by the rule ${rule}`;
  },
  rule: () => "proposes nothing here",
} as const;
