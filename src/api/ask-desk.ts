import { answer, type Session } from "#core/answer/answer.ts";
import type { Asker } from "#core/request/asker.ts";
import { withPage } from "./page-of.ts";
import { callOf, type Read } from "./reads.ts";
import { toldOf, type Told } from "./told.ts";

/** Who asks through a program, named after what lets the program in: a reader, or who may suggest too. */
export function readerOf(name: string, may?: "suggest"): Asker {
  return { platform: "api", id: name, name, tier: may === undefined ? "reader" : "contributor", locale: "en" };
}

/** Asks the desk one read, on the path that every command takes. A refusal is told, not thrown. */
export async function askDesk(
  read: Read,
  input: Readonly<Record<string, string | number | undefined>>,
  { session, asker, reads }: { readonly session: Session; readonly asker: Asker; readonly reads: readonly Read[] },
): Promise<Told> {
  const answered = await answer(callOf(read, input), asker, session);
  const told = toldOf(answered, await session.desk.view(), reads);
  return { ...told, facts: await withPage(told.facts, session) };
}
