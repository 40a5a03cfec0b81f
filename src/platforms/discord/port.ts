import type { GuildMember } from "discord.js";
import type { Port, Recognised } from "#core/chat/conversation.ts";
import type { Host } from "#core/chat/platform.ts";
import { sessionOf, type Speaker } from "#core/chat/session.ts";
import type { Stash } from "#core/chat/stash.ts";
import { ok, type Read } from "#core/request/refusal.ts";
import type { Answerable } from "./acknowledge.ts";
import { memberThere } from "./direct.ts";
import { steps } from "./form.ts";
import type { OwnersRules } from "./owners-rules.ts";
import { recognise } from "./recognise.ts";
import type { RequestContext } from "./request-context.ts";
import { soon } from "./within.ts";

/** What answers all interactions. */
export interface Answering {
  readonly host: Host;
  readonly stash: Stash;
  readonly rules: OwnersRules;
  readonly platform: Speaker;
}

/** What the conversation asks of Discord about one interaction. */
export function portOf(interaction: Answerable, context: RequestContext, answering: Answering): Port {
  const { workspace, hasDesk, direct } = context;
  const { host, stash, rules, platform } = answering;
  const member = async (): Promise<Read<GuildMember | undefined>> =>
    direct ? memberThere(interaction, workspace.id) : ok(undefined);
  const known = async (there: GuildMember | undefined): Promise<Recognised> => {
    const desk = hasDesk ? await host.desk(workspace) : host.library;
    const asker = await recognise(interaction, context, desk, rules, there);
    return { asker, session: sessionOf(host, desk, platform, hasDesk ? workspace : undefined) };
  };
  return {
    host,
    stash,
    workspace,
    dialect: platform.dialect,
    steps,
    locale: async () => interaction.locale,
    async recognise() {
      const there = await member();
      return there.ok ? ok(await known(there.value)) : there;
    },
    // A form must open within Discord's three seconds, so that a slow desk cannot be waited for.
    async recogniseSoon() {
      const there = await member();
      if (!there.ok) return there;
      const found = await soon(known(there.value));
      return found === undefined ? undefined : ok(found);
    },
  };
}
