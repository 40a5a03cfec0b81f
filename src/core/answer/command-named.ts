import { GROUPS, type Command, type Commands } from "./command.ts";

/** A command at the beginning of a line's words: how many of them are its name, and how many stand before that. */
export interface Named {
  readonly command: Command;
  readonly from: number;
  readonly length: number;
}

/**
 * The command that words begin with, as one types it anywhere: `who-led`, `who led`, `/facts add`, `facts talks add`
 * for `desk talks-add`, and all of these after the one slash command of Slack. `words` are in lower case, without a
 * slash before the first; one that cannot be part of a name is "".
 */
export function commandNamed(words: readonly string[], commands: Commands): Named | undefined {
  const [first, second] = words;
  const group = GROUPS.find((g) => g === first);
  if (group === "talks" && GROUPS.some((g) => g === second)) {
    const inner = words.length > 2 ? commandNamed(words.slice(1), commands) : undefined;
    if (inner !== undefined) return { ...inner, from: inner.from + 1 };
  }
  const from = group === undefined || words.length === 1 ? 0 : 1;
  for (const length of [3, 2, 1]) {
    const some = words.slice(from, from + length);
    const bare = some.join("-").replace(/[?.!]+$/u, "");
    if (some.length < length) continue;
    const command =
      commands.find([from === 0 ? "talks" : (group ?? "talks"), bare]) ??
      (from === 1 && group !== "digest" ? ofDesk(group === "talks" ? ["talks", ...some] : some, commands) : undefined);
    if (command !== undefined) return { command, from, length };
  }
  return undefined;
}

/**
 * What the desk follows is made beside the facts: `facts talks add` is `talks-add`. What is done alike to every kind of
 * name, `facts person merge`, is one command.
 */
function ofDesk(words: readonly string[], commands: Commands): Command | undefined {
  const [kind, verb, ...more] = words;
  const whole = commands.find(["desk", words.join("-")]);
  if (whole !== undefined || verb === undefined || more.length > 0) return whole;
  const alike = commands.find(["desk", `${kind}-edit`]) === undefined ? undefined : commands.find(["desk", verb]);
  return alike?.options["name"] === undefined ? undefined : alike;
}
