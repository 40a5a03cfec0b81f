import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readLine } from "#core/answer/line.ts";
import { answer, type Session } from "#core/answer/answer.ts";
import { reader } from "#test/desk.ts";
import { formOf, langOf, type Asked } from "./questions.ts";

/** The rows of a file of ours beside this one, cut at its bars; lines that begin with # are for people. */
function rowsOf(file: string): readonly (readonly string[])[] {
  return readFileSync(join(import.meta.dirname, file), "utf8")
    .split("\n")
    .filter((text) => text !== "" && !text.startsWith("#"))
    .map((text) => text.split("|").map((part) => part.trim()));
}

/** Questions that were written from the facts of a set alone, before any of them was asked. */
export function freshQuestions(set: string): readonly Asked[] {
  return rowsOf("fresh.txt")
    .filter(([of]) => of === set)
    .map(([, words = "", facts = ""], i): Asked => {
      const gold = facts === "near" ? [] : facts.split(" ");
      const kind = facts === "near" ? "not-held" : "answerable";
      return {
        id: `fresh-${set}-${i}`,
        set,
        words,
        gold,
        kind,
        form: formOf(words),
        lang: langOf(words),
        typed: "clean",
      };
    });
}

/** A question, and the command that it must reach: `facts` none, `hello`, `thanks` and `bye` one friendly line. */
export interface CommandMeant {
  readonly command: string;
  readonly words: string;
}

export function commandsMeant(): readonly CommandMeant[] {
  return rowsOf("commands.txt").map(([command = "", words = ""]) => ({ command, words }));
}

/** What a typed question reaches: a command's name, `brief` for the list of one round, `facts` where it is none. */
export async function reached(words: string, session: Session): Promise<string> {
  const read = readLine(words, session.commands);
  if (!read.ok) return "refused";
  const given = await answer(read.value, reader, session);
  const reply = given.kind === "reply" ? given.reply : undefined;
  const plain = reply?.plain ?? "";
  for (const [kind, start] of GREETINGS) if (plain.startsWith(start)) return kind;
  const through = /→ \/talks (\S+)$/u.exec(reply?.matched?.[0] ?? "")?.[1];
  const typed = read.value.words === undefined ? (read.value.path.at(-1) ?? "") : "ask";
  const name = through ?? typed;
  if (name === "ask" || (reply === undefined && read.value.words !== undefined)) return "facts";
  return name === "list" && (reply?.facts.length ?? 0) > 0 ? "brief" : name;
}

const GREETINGS = [
  ["hello", "Hello."],
  ["thanks", "You are welcome."],
  ["bye", "Goodbye."],
] as const;

/** A question with something false in it, or, where `isTrue`, with nothing false. */
export interface Premised {
  readonly words: string;
  readonly isTrue: boolean;
}

export function premised(set: string): readonly Premised[] {
  return rowsOf("premises.txt")
    .filter(([of]) => of === set)
    .map(([, words = "", said = ""]) => ({ words, isTrue: said === "yes" }));
}

/** What an answer says first: whether that is "yes", "no" or neither, and the whole of it. */
export async function verdictTo(
  words: string,
  session: Session,
): Promise<{ readonly said: "yes" | "no" | "neither"; readonly text: string }> {
  const read = readLine(words, session.commands);
  const given = read.ok ? await answer(read.value, reader, session) : undefined;
  const text = given?.kind === "reply" ? given.reply.plain : given?.kind === "refusal" ? given.refusal.message : "";
  return { said: /^Yes\b/u.test(text) ? "yes" : /^No\b(?! exact)/u.test(text) ? "no" : "neither", text };
}
