import { tell } from "#core/messages/tell.ts";
import { call } from "#core/request/call.ts";
import { answered, defineCommand, refused, type Answer } from "#core/answer/command.ts";
import type { WholeSnapshot } from "#core/desk/desk.ts";
import { aliasSubject, articleSubject, factSubject, nameSubject, subjectParts } from "#core/desk/subject.ts";
import type { Revision } from "#core/desk/store.ts";
import { payload } from "#core/desk/heads.ts";
import { findFact } from "#core/changes/find-fact.ts";
import { FACT_ID } from "./fact-options.ts";
import { knownName } from "#core/changes/known-name.ts";
import type { Known } from "#core/changes/name-state.ts";
import { trailLine } from "#core/changes/history.ts";
import { factBlocks, quoted } from "#core/reply/fact-blocks.ts";
import type { Read, Refusal } from "#core/request/refusal.ts";
import { buttons, heading, list, paragraph, reply, text } from "#core/reply/reply.ts";
import type { Told } from "#core/messages/tongue.ts";
import { shorten } from "#core/text/text.ts";

export const history = defineCommand({
  path: ["facts", "history"],
  about: "Every change to a fact, name or article: who, when, why, what it was before",
  tier: "moderator",
  options: { id: FACT_ID },
  example: "{fact}",
  async answer(values, { desk, asker }) {
    const snapshot = await desk.whole();
    const { view } = snapshot;
    // A name comes before a fact that only has its words.
    const named = snapshot.view.facts.some((f) => f.id === values.id.trim().toLowerCase())
      ? undefined
      : nameMeant(values.id, snapshot);
    if (named?.ok === true) return nameHistory(named.value, snapshot);
    const article = articleCalled(values.id, snapshot);
    if (article !== undefined) return articleHistory(article, snapshot);
    const found = findFact(values.id, snapshot);
    const id = found.ok ? found.value.id : values.id.trim().toLowerCase();
    const spelled = aliasSubject("facts", id, "");
    const own = snapshot.own.revisions.filter((r) => r.subject === factSubject(id) || r.subject.startsWith(spelled));
    const taken = takenFrom(id, snapshot);
    // A fact whose adding was undone has a history still.
    if (!found.ok && own.length === 0) return refused(notFound(found.refusal, named?.refusal, snapshot.view));
    const changes = [...own, ...taken].toSorted((a, b) => a.number - b.number);
    const lines = [...snapshot.library.of(factSubject(id)), ...changes].map((r) => trailLine(r, snapshot));
    return answered(
      reply(
        tell(view, "history.count", { name: id, n: lines.length }),
        [
          heading(tell(view, "history.of", { name: id })),
          ...(found.ok ? factBlocks(found.value, snapshot.view) : []),
          list(...lines),
          buttons(
            { label: tell(view, "button.correctIt"), call: call(["facts", "correct"], { id }) },
            ...(own.length > 0 && asker.tier === "admin"
              ? [
                  {
                    label: tell(view, "history.undoLast"),
                    call: call(["facts", "undo"], { id: String(own.at(-1)?.number) }),
                  },
                ]
              : []),
          ),
        ],
        found.ok ? [quoted(found.value, snapshot.view)] : [],
      ),
    );
  },
});

/** What an article proposed and became a fact, also by a suggestion: whose its words are, the text's or somebody's. */
function takenFrom(id: string, { own }: WholeSnapshot): readonly Revision[] {
  const suggested = own
    .every("suggestion")
    .filter(({ after }) => after !== null && payload("suggestion", after).fact === id)
    .map(({ subject }) => subjectParts(subject).id);
  const ids = new Set([id, ...suggested]);
  return own
    .every("proposal")
    .filter(({ after }) => after !== null && ids.has(payload("proposal", after).became ?? ""));
}

/** The name that is meant, in use or retired. */
function nameMeant(typed: string, { view }: WholeSnapshot): Read<Known> {
  const used = knownName(typed, view, { field: "id" });
  const retired = used.ok ? used : knownName(typed, view, { field: "id", retired: true });
  return retired.ok ? retired : used;
}

/** Neither a fact nor a name: near ones of both. */
function notFound(fact: Refusal, name: Refusal | undefined, at: Told): Refusal {
  if (name === undefined || name.kind === "usage") return name ?? fact;
  const { offers = [], unheld, hint } = name;
  if (unheld === undefined || (fact.offers ?? []).length > 0) return fact;
  const message = tell(at, "history.none", { typed: shorten(unheld.typed, 60) });
  return { ...fact, message, ...(offers.length === 0 ? {} : { hint }), offers, unheld };
}

/** An article by its id, held or held once; its outlet's name may be words of a fact too. */
function articleCalled(
  typed: string,
  { view, own }: WholeSnapshot,
): { readonly id: string; readonly name: string } | undefined {
  const id = typed.trim().toLowerCase();
  const held = view.articles.get(id);
  if (held !== undefined) return { id, name: held.outlet };
  const last = own.of(articleSubject(id)).findLast(({ after }) => after !== null)?.after ?? null;
  return last === null ? undefined : { id, name: payload("article", last).outlet };
}

/** Every change to what an article says of itself. */
function articleHistory({ id, name }: { readonly id: string; readonly name: string }, snapshot: WholeSnapshot): Answer {
  const subject = articleSubject(id);
  const changes = [...snapshot.library.of(subject), ...snapshot.own.of(subject)];
  return answered(
    reply(tell(snapshot.view, "history.count", { name, n: changes.length }), [
      heading(tell(snapshot.view, "history.article", { name, id })),
      list(...changes.map((r) => trailLine(r, snapshot))),
      buttons(
        { label: tell(snapshot.view, "button.correctIt"), call: call(["facts", "correct"], { id }) },
        { label: tell(snapshot.view, "history.says"), call: call(["talks", "sources"], { outlet: id }) },
      ),
    ]),
  );
}

/** Every change to a name and its spellings. */
function nameHistory({ of, item }: Known, snapshot: WholeSnapshot): Answer {
  const { own, library } = snapshot;
  const [named, spelt] = [nameSubject(of, item.id), aliasSubject(of, item.id, "")];
  const changes = [
    ...library.of(named),
    ...own.revisions.filter((r) => r.subject === named || r.subject.startsWith(spelt)),
  ];
  const title = tell(snapshot.view, "history.of", { name: item.name });
  return answered(
    reply(tell(snapshot.view, "history.count", { name: item.name, n: changes.length }), [
      heading(title),
      changes.length === 0
        ? paragraph(text(tell(snapshot.view, "history.unchanged")))
        : list(...changes.map((r) => trailLine(r, snapshot))),
    ]),
  );
}
