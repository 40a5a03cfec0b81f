import { defineCommand } from "#core/command.ts";
import { authorOf } from "#core/desk.ts";
import { roleSubject } from "#core/desk/subject.ts";
import type { RoleGrant } from "#core/desk/payload.ts";
import { changed } from "#core/moderate/shown.ts";
import { oneOf, text } from "#core/options/index.ts";
import { no, ok, refuse, type Read } from "#core/refusal.ts";
import { heading, list, paragraph, reply, strong, text as words, type Reply } from "#core/reply.ts";
import type { Snapshot } from "#core/desk.ts";
import { count, shorten } from "#core/text.ts";

export const roles = defineCommand({
  path: ["facts", "roles"],
  about: "Who moderates here: roles, user groups and users",
  tier: "admin",
  options: {
    action: oneOf("Add or remove a moderator (the list, if empty)", ["add", "remove"], { words: true }),
    who: text("A role, user group or user: mention it, or type role:ID, group:ID, user:ID", {
      words: "free",
      max: 100,
    }),
  },
  example: "add @editors",
  async answer({ action, who }, { asker, desk }) {
    if (action === undefined) return { kind: "reply", reply: listOf(await desk.snapshot()) };
    const read = readWho(who ?? "", asker.platform);
    if (!read.ok) return { kind: "refusal", refusal: read.refusal };
    const grant = read.value;
    const outcome = await desk.change(authorOf(asker), ({ own }) => {
      const subject = roleSubject(grant.platform, grant.kind, grant.id);
      const held = own.get("role", subject) !== undefined;
      if (held === (action === "add")) {
        const state = held ? "moderates here already" : "does not moderate here";
        return {
          kind: "refuse",
          refusal: refuse("state", `${shorten(grant.name, 60)} ${state}.`, "The list is /facts roles."),
        };
      }
      const after = action === "add" ? JSON.stringify(grant) : null;
      return { kind: "append", changes: [{ subject, kind: "role", after }], result: grant };
    });
    return changed(outcome, (_, now) => ({ kind: "reply", reply: listOf(now) }));
  },
});

function listOf({ own }: Snapshot): Reply {
  const all = own.all("role").map((h) => h.state);
  return reply(`${count(all.length, "moderator entry", "moderator entries")}.`, [
    heading("Who moderates here"),
    paragraph(words("The platform's own admins always do. Besides them:")),
    all.length === 0
      ? paragraph(words("nobody yet. Add one with /facts roles add."))
      : list(...all.map((r) => [strong(r.name), words(` (${r.kind} on ${r.platform}, id ${r.id})`)])),
  ]);
}

const MENTIONS = [
  ["role", /^<@&(\d{1,25})>$/u],
  ["group", /^<!subteam\^([A-Z0-9]{1,25})(?:\|@?([^>]*))?>$/u],
  ["user", /^<@!?([A-Z0-9]{1,25})(?:\|([^>]*))?>$/u],
  ["role", /^role:([A-Za-z0-9]{1,25})$/u],
  ["group", /^group:([A-Za-z0-9]{1,25})$/u],
  ["user", /^user:([A-Za-z0-9]{1,25})$/u],
] as const;

function readWho(who: string, platform: string): Read<RoleGrant> {
  for (const [kind, pattern] of MENTIONS) {
    const [, id, name] = pattern.exec(who.trim()) ?? [];
    if (id !== undefined)
      // A person's name is kept nowhere but with what they did, where erase-user finds it.
      return ok({ platform, kind, id, name: kind === "user" || (name ?? "") === "" ? `${kind} ${id}` : (name ?? "") });
  }
  return no(
    `"${shorten(who, 40)}" is no role, user group or user.`,
    "Mention one with @, or type role:ID, group:ID or user:ID.",
    [],
    "who",
  );
}
