import type { Commands } from "#core/answer/command.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Reply } from "#core/reply/reply.ts";

/**
 * What to type next, for the buttons of a moderator's reply: who asks once from a shell cannot press them. Empty where
 * there are none; a reader's buttons are only further questions.
 */
export function nextLines({ blocks }: Reply, commands: Commands): string {
  const all = blocks.flatMap((block) => (block.kind === "buttons" ? block.buttons : []));
  const lines = all.flatMap(({ label, call }) => {
    const command = commands.find(call.path);
    return command === undefined || command.tier === "reader" ? [] : [`  ${shellLine(call)}\n    ${label}`];
  });
  return lines.length === 0 ? "" : `\nTo go on, type:\n${lines.join("\n")}`;
}

function shellLine({ path, values }: RawCall): string {
  const words = Object.entries(values).map(([name, value]) => `${name}:${inShell(value)}`);
  return ["npm run --silent talks --", ...path, ...words].join(" ");
}

// POSIX, 2.2.3: within double quotes, only these signs are more than themselves.
function inShell(value: string): string {
  return /^[\w./-]+$/u.test(value) ? value : `"${value.replace(/["\\$`]/gu, String.raw`\$&`)}"`;
}
