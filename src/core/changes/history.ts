import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import type { WholeSnapshot } from "#core/desk/desk.ts";
import { payload } from "#core/desk/heads.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Alias } from "./alias-change.ts";
import { subjectParts } from "#core/desk/subject.ts";
import { forWork, idCode, instant, mention, strong, text, words, type Inline } from "#core/reply/reply.ts";
import type { Revision } from "#core/desk/store.ts";
import { shorten } from "#core/text/text.ts";
import { before } from "./revision-before.ts";
import { reasonIn } from "#core/messages/reasons.ts";
import { suggestionWords } from "./suggestion-words.ts";
import { factTrail } from "./trail-fact.ts";

/** Kinds of subjects that are told by a name of their own. */
const NAMED: ReadonlySet<string> = new Set(["name", "token", "webhook", "alias"]);

/**
 * One revision as a sentence, with what it moved and when: `#7 Ada corrected the length of Second round: 5½ hours → 6
 * hours [Quay Times, note 1]. 3 May, 14:02 (slack)`. `here`: the platform that shows it, which knows its own names.
 */
export function trailLine(revision: Revision, snapshot: WholeSnapshot, here = ""): readonly Inline[] {
  const { number, at, by, why } = revision;
  const { view } = snapshot;
  const shipped = by.platform === "library";
  const did = didWords(revision, snapshot, here);
  const because = why === undefined ? "" : reasonIn(view, why);
  const reason = words(did).includes(because) ? [] : [text(tell(view, "news.reason", { why: stopped(because) }))];
  return [
    ...(shipped ? [] : [idCode(`#${number}`), text(" ")]),
    strong(shipped ? tell(view, "trail.library") : by.name),
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
  const { view } = snapshot;
  const back =
    undoes === undefined
      ? []
      : [
          text(tell(view, "trail.tookBack")),
          forWork(text(tell(view, "trail.revision", { number: undoes }))),
          text(tell(view, "trail.about")),
        ];
  if (subject === "fact") {
    const { about, change } = factTrail(revision, snapshot);
    const verb = back.length > 0 ? back : [text(`${tell(view, `did.${kind}`)} `)];
    return [...verb, text(about), text(" "), idCode(id), text(change === "" ? "" : `: ${change}`)];
  }
  if (subject === "suggestion") return suggestionDid(revision, snapshot, back);
  if (subject === "role") return roleDid(revision, snapshot, here);
  if (subject === "article") {
    const told = detail(revision, snapshot);
    const did = tell(view, kind === "source" ? "trail.added" : `did.${kind}`);
    const verb = back.length > 0 ? back : [text(`${did} `)];
    return [
      ...verb,
      text(told === "" ? tell(view, "trail.anArticle") : tell(view, "trail.article", { name: told })),
      idCode(id),
    ];
  }
  const change = detail(revision, snapshot);
  if (subject === "alias" && kind === "alias") {
    const isGone = revision.after !== null && payload("alias", revision.after).removed;
    return [text(tell(view, isGone ? "trail.spellingGone" : "trail.spelling")), text(change)];
  }
  const verb = back.length > 0 ? back : [text(`${tell(view, `did.${kind}`)} `)];
  const named = NAMED.has(subject) ? text(nameOf(revision, snapshot)) : namedHere(subject, id, here, view);
  return [...verb, named, text(change === "" ? "" : `: ${change}`)];
}

/** The channel of a focus under its name, where the platform knows it; any other subject by its id. */
function namedHere(subject: string, id: string, here: string, at: Told): Inline {
  const [platform = "", channel = ""] = id.split("/");
  return subject === "focus" && platform === here
    ? mention("channel", channel, tell(at, "trail.channel", { id: channel }))
    : idCode(shorten(id, 80));
}

function suggestionDid(revision: Revision, snapshot: WholeSnapshot, back: readonly Inline[]): readonly Inline[] {
  const after = revision.after ?? before(revision, snapshot)?.after ?? null;
  const { id } = subjectParts(revision.subject);
  const { view } = snapshot;
  if (after === null) return [...back, text(tell(view, "trail.aSuggestion")), idCode(id)];
  const state = payload("suggestion", after);
  const reason = state.reason === undefined || revision.kind !== "decline" ? "" : `: ${state.reason}`;
  const said = suggestionWords(state, snapshot);
  const by = snapshot.own.of(revision.subject)[0]?.by.name ?? tell(view, "trail.somebody");
  if (revision.kind === "suggest") return [text(`${tell(view, "did.suggest")} `), idCode(id), text(`: ${said}`)];
  const verb = back.length > 0 ? back : [text(`${tell(view, `did.${revision.kind}`)} `)];
  return [...verb, text(tell(view, "trail.suggestionOf", { name: by })), idCode(id), text(`: ${said}${reason}`)];
}

function roleDid(revision: Revision, snapshot: WholeSnapshot, here: string): readonly Inline[] {
  const kept = revision.after ?? before(revision, snapshot)?.after ?? null;
  const { view } = snapshot;
  if (kept === null) return [text(tell(view, "trail.moderates"))];
  const { kind, id, name, platform } = payload("role", kept);
  const who = platform === here ? mention(kind === "user" ? "person" : "role", id, name) : text(name);
  const what = tell(view, ROLE[kind]);
  const now = tell(view, revision.after === null ? "trail.noLonger" : "trail.now", { platform });
  return [text(tell(view, "trail.role", { what })), who, text(now)];
}

/** What a revision of a name, a spelling, a token or a webhook is about: a name as it was then called. */
function nameOf(revision: Revision, snapshot: WholeSnapshot): string {
  const after = revision.after ?? before(revision, snapshot)?.after ?? null;
  if (after === null) return subjectParts(revision.subject).id;
  const { kind } = subjectParts(revision.subject);
  if (kind === "token" || kind === "webhook") return payload(kind, after).name;
  if (kind === "alias") return spelt(payload("alias", after), snapshot);
  const { of, name } = payload("name", after);
  return `${tell(snapshot.view, `noun.${of}`)} ${name}`;
}

function detail(revision: Revision, snapshot: WholeSnapshot): string {
  const { subject, after } = revision;
  const { kind } = subjectParts(subject);
  const { view } = snapshot;
  if (after === null) return Object.hasOwn(GONE, kind) ? tell(view, GONE[kind as keyof typeof GONE]) : "";
  if (kind === "name") return nameDetail(payload("name", after), before(revision, snapshot), snapshot);
  if (kind === "alias") return aliasDetail(after, snapshot);
  if (kind === "library") return tell(view, "trail.off");
  if (kind === "pages") return tell(view, "trail.newPlace");
  if (kind === "token") return tell(view, "trail.mayRead");
  if (kind === "webhook") return tell(view, "trail.told", { host: payload("webhook", after).host });
  if (kind === "focus") return snapshot.view.negotiations.name(payload("focus", after).negotiation);
  return kind in DETAIL ? DETAIL[kind as keyof typeof DETAIL](after, view) : "";
}

/** What it means that the desk keeps nothing of a kind of subject any more. */
const GONE = {
  library: "trail.on",
  pages: "trail.off",
  rule: "trail.proposes",
  token: "trail.mayNot",
  webhook: "trail.untold",
} as const;

const ROLE = { group: "trail.group", user: "trail.user", role: "trail.aRole" } as const;

function nameDetail(state: NameState, earlier: Revision | undefined, { view }: WholeSnapshot): string {
  if (state.into !== undefined) return tell(view, "trail.readAs", { name: view[state.of].name(state.into) });
  const was = earlier === undefined || earlier.after === null ? undefined : payload("name", earlier.after).name;
  return was === undefined || was === state.name ? "" : tell(view, "trail.formerly", { name: was });
}

function aliasDetail(after: string, snapshot: WholeSnapshot): string {
  const alias = payload("alias", after);
  const { spelling } = alias;
  return tell(snapshot.view, alias.removed ? "trail.namesNot" : "trail.names", {
    spelling,
    name: spelt(alias, snapshot),
  });
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
  proposal: (after: string, at: Told) => {
    const { state, rule, paragraph, reworded } = payload("proposal", after);
    const became = tell(at, reworded === true ? "trail.became.reworded" : `trail.became.${state}`);
    return tell(at, "trail.proposal", { state: became, paragraph, rule });
  },
  rule: (_: string, at: Told) => tell(at, "trail.proposesNot"),
} as const;
