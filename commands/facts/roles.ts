import type { Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused } from "#core/answer/command.ts";
import { authorOf, refusing } from "#core/desk/desk.ts";
import { roleSubject } from "#core/desk/subject.ts";
import type { RoleGrant } from "#core/desk/payload.ts";
import { changed } from "./changed.ts";
import { mentionable, oneOf } from "#core/request/options/index.ts";
import type { Dialect } from "#core/request/dialect.ts";
import { refuse } from "#core/request/refusal.ts";
import {
  heading,
  list,
  mention,
  paragraph,
  reply,
  strong,
  text as words,
  type Inline,
  type Reply,
} from "#core/reply/reply.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import { shorten } from "#core/text/text.ts";

export const roles = defineCommand({
  path: ["facts", "roles"],
  about: "Who moderates here: roles, user groups and users",
  tier: "admin",
  options: {
    action: oneOf("Add or remove a moderator (the list, if empty)", ["add", "remove"], { words: true }),
    who: mentionable("A role, user group or user: mention it, or type role:ID, group:ID, user:ID", {
      words: "free",
    }),
  },
  example: "add @editors",
  async answer({ action, who }, { asker, desk, dialect, view }) {
    if (action === undefined) return answered(listOf(await desk.snapshot(), dialect, asker.platform));
    if (who === undefined) {
      const missing = refuse("usage", tell(view, `roles.whom.${action}`), tell(view, "roles.mention"));
      return refused({ ...missing, field: "who" });
    }
    const grant: RoleGrant = { platform: asker.platform, ...who };
    const outcome = await desk.change(authorOf(asker), ({ own }) => {
      const subject = roleSubject(grant.platform, grant.kind, grant.id);
      const held = own.get("role", subject) !== undefined;
      if (held === (action === "add")) {
        const name = shorten(grant.name, 60);
        return refusing(
          refuse("state", tell(view, held ? "roles.already" : "roles.not", { name }), tell(view, "roles.list")),
        );
      }
      const after = action === "add" ? JSON.stringify(grant) : null;
      return { kind: "append", changes: [{ subject, kind: "role", after }], result: grant };
    });
    return changed(outcome, (_, now) => answered(listOf(now, dialect, asker.platform)));
  },
});

function listOf({ own, view }: Snapshot, { moderatorsHint }: Dialect, platform: string): Reply {
  const all = own.all("role").map((h) => h.state);
  return reply(tell(view, "roles.count", { n: all.length }), [
    heading(tell(view, "roles.title")),
    paragraph(words(tell(view, "roles.admins"))),
    all.length === 0
      ? paragraph(words(tell(view, "roles.nobody")))
      : list(...all.map((r) => granted(r, platform, view))),
    ...(moderatorsHint === undefined || all.length === 0 ? [] : [paragraph(words(tell(view, moderatorsHint)))]),
  ]);
}

const KINDS = { group: "trail.group", role: "trail.aRole", user: "trail.user" } as const;

/** A role, group or person under the name that the platform shows; of another platform under the name that it gave. */
function granted({ kind, id, name, platform }: RoleGrant, here: string, at: Told): readonly Inline[] {
  const shown = platform === here ? mention(kind === "user" ? "person" : "role", id, name) : strong(name);
  const what = tell(at, KINDS[kind]);
  const of =
    platform === here ? tell(at, "roles.kind", { kind: what }) : tell(at, "roles.kindOn", { kind: what, platform });
  return [shown, words(of)];
}
