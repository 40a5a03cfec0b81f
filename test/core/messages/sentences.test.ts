import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { commands } from "#commands/index.ts";
import { ENGLISH } from "#core/messages/english.ts";
import { ROOT } from "#test/desk.ts";
import { literals } from "#test/structure/literals.ts";

/** Where code has sentences that are no messages, and why: the whole list. */
const LEFT: Readonly<Record<string, string>> = {
  "src/core/exchange/columns.ts": "a column's name in a file",
  "src/core/exchange/schema.ts": "mistakes in the data that Talks ships, told by the check of the data",
  "src/core/answer/command.ts": "what the lists of commands say of groups: data/locales has it",
  "src/core/chat/message-commands.ts": "what the menus of messages say: data/locales has it",
  "src/core/answer/limits.ts": "told at start to the person who runs Talks",
  "src/core/chat/variable.ts": "told at start to the person who runs Talks",
  "src/core/chat/locale.ts": "mistakes in data/locales, told by the check of the data",
  "src/core/changes/trail-fact.ts": "English sentences of a history; other languages name the kind of fact",
  "src/core/reply/event.ts": "English statements; other languages have a label and a value",
  "src/core/reply/statement.ts": "how a source says it, as it is kept",
  "src/core/changes/citing.ts": "how a source says it, as it is typed and kept",
  "src/core/request/example.ts": "names that stand for others in an example",
  "src/core/digest/every.ts": "days as one types them",
  "src/core/digest/rule.ts": "days as one types them",
  "src/core/digest/time-in-words.ts": "times as one types them",
  "commands/digest/subscribe.ts": "days as one types them",
  "src/core/changes/article-batch.ts": "numbers as an article writes them",
  "src/core/answer/line.ts": "verbs that begin a question",
  "src/core/desk/read-only-desk.ts": "thrown: nobody reads it",
  "src/core/desk/store.ts": "thrown: nobody reads it",
  "src/core/changes/suggestion.ts": "thrown: nobody reads it",
  "src/core/chat/frame.ts": "thrown, or a command's name",
  "src/core/digest/topic.ts": "thrown: nobody reads it",
  "src/core/outbox/inbox-posts.ts": "thrown, or a command's name",
  "src/core/outbox/settlement.ts": "thrown, or what becomes of a row",
  "commands/talks/about.ts": "thrown: nobody reads it",
  "commands/digest/wanted.ts": "thrown: nobody reads it",
  "commands/facts/import.ts": "thrown: nobody reads it",
  "commands/talks/begin.ts": "a question as one types it in English",
  "src/core/answer/kept.ts": "a command's name",
  "commands/talks/ask-lines.ts": "numbers in words, said in English alone",
  "src/api/fact-page.ts": "marks of HTML",
  "src/api/html.ts": "marks of HTML",
  "src/pictures/font.ts": "thrown: nobody reads it",
  "src/pictures/svg.ts": "marks of a picture",
  "src/platforms/terminal/next-lines.ts": "a command as one types it",
  "src/platforms/slack/shortcut.ts": "who wrote a message, as a form has it for a source",
  "commands/desk/edit.ts": "a command's own line, made of its kind: lines.test.ts",
  "commands/desk/retire.ts": "a command's own line, made of its kind: lines.test.ts",
};

const FILES = [
  "commands/**/*.ts",
  "src/core/{answer,changes,chat,desk,digest,exchange,outbox,reply,request}/**/*.ts",
  "src/api/{fact-page,html,pages}.ts",
  "src/pictures/*.ts",
  "src/platforms/terminal/*.ts",
  "src/platforms/slack/{agent,form,form-view,forwarded,home,late-view,pages,render,shortcut,unfurl,work-object}.ts",
  "src/platforms/discord/{choices,continued,form,pages,render}.ts",
];

/** What other tests hold to the messages: lines of commands and options, and commands as one types them. */
const KNOWN = new Set<string>([
  ...Object.values(ENGLISH),
  ...commands.all.flatMap(({ about, example, options }) => [
    about,
    example,
    ...Object.values(options).map((option) => option.about),
  ]),
]);

const sentencesIn = (path: string): readonly string[] =>
  literals(readFileSync(join(ROOT, path), "utf8")).filter(
    (said) => /\p{L}{2,} \p{L}{2,}/u.test(said) && !KNOWN.has(said) && !/^\/(?:talks|facts|desk|digest) /u.test(said),
  );

it("says by messages whatever people read, but for what is on the list", { timeout: 120_000 }, () => {
  const left = new Set(Object.keys(LEFT).flatMap((pattern) => globSync(pattern, { cwd: ROOT })));
  const said = globSync(FILES, { cwd: ROOT }).flatMap((path) => sentencesIn(path).map((words) => ({ path, words })));
  expect(said.filter(({ path }) => !left.has(path))).toEqual([]);
  // What no longer has any is taken off.
  const found = new Set(said.map(({ path }) => path));
  const idle = Object.keys(LEFT).filter((pattern) => !globSync(pattern, { cwd: ROOT }).some((path) => found.has(path)));
  expect(idle).toEqual([]);
});
