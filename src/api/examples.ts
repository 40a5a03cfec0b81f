import type { Session } from "#core/answer/answer.ts";
import { live } from "#core/facts/fact.ts";
import type { View } from "#core/facts/view.ts";
import { filled } from "#core/request/example.ts";
import { memoised } from "#core/text/lazy.ts";
import { askDesk, readerOf } from "./ask-desk.ts";
import { heldArticle, heldFact } from "./held.ts";
import { openApi, type Example } from "./openapi.ts";
import { readsOf } from "./reads.ts";

/** What tells something else as time goes by has no example. */
const PASSING = new Set(["changes"]);

/**
 * The document of the API with an example for each request: asked of the shipped sample by this very program, so that
 * none can be wrong. A Talks without a sample has none. `library`: the sample, without any desk's changes.
 */
export async function openApiWithExamples(library: Session): Promise<object> {
  const view = await library.desk.view();
  if (view.facts.length === 0) return openApi(library.commands);
  const made = documentsOf(library);
  const known = made.get(view) ?? examplesOf(library, view).then((examples) => openApi(library.commands, examples));
  made.set(view, known);
  try {
    return await known;
  } catch (defect) {
    // The next one who asks is not told of a failure that is over.
    made.delete(view);
    throw defect;
  }
}

const documentsOf = memoised((_: Session) => new WeakMap<View, Promise<object>>());

async function examplesOf(session: Session, view: View): Promise<ReadonlyMap<string, Example>> {
  const reads = readsOf(session.commands);
  const asker = readerOf("an example");
  const whole = await session.desk.whole();
  const fact = view.facts.find(live)?.id ?? "";
  const article = [...view.articles.keys()][0] ?? "";
  const words: Readonly<Record<string, string>> = {
    question: "who led",
    topic: "where",
    talks: unquoted(filled("{talks}", view)),
    words: unquoted(filled("{words}", view)),
    id: fact,
  };
  const asked = reads
    .filter(({ name }) => !PASSING.has(name))
    .map(async (read) => {
      const given = Object.fromEntries(read.required.map((option) => [option, words[option] ?? ""]));
      const answer: unknown = await askDesk(read, given, { session, asker, reads });
      return [read.name, { given, answer }] as const;
    });
  const examples = new Map<string, Example>(await Promise.all(asked));
  examples.set("fact/{id}", { given: { id: fact }, answer: heldFact(fact, whole) });
  examples.set("article/{id}", { given: { id: article }, answer: heldArticle(article, whole) });
  return examples;
}

function unquoted(typed: string): string {
  return typed.replace(/^"(.*)"$/u, "$1");
}
