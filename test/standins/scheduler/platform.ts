import type { Delivery } from "#core/reply/posting.ts";
import type { Limits, Platform } from "#core/chat/platform.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { Asked } from "./server.ts";

/** So fast that no test waits for it. */
const SWIFT: Limits = { atOnce: 24, perSecond: 1000, channelEvery: 10 };

/** The stand-in as the scheduler sees it: a platform that asks over a socket and never asks twice. */
export function standinPlatform(url: string, name = "standin", repeats?: number): Platform {
  const ask = async (
    asked: Partial<Asked>,
    timeout: number,
  ): Promise<{ status: number; body: string; after: number }> => {
    const body = JSON.stringify(asked);
    const response = await fetch(url, { method: "POST", body, signal: AbortSignal.timeout(timeout) });
    const after = Number(response.headers.get("retry-after-ms"));
    return { status: response.status, body: await response.text(), after };
  };
  const deliver = async (workspace: string, asked: Partial<Asked> & { channel: string }): Promise<Delivery> => {
    try {
      const { status, body, after } = await ask({ workspace, ...asked }, 10_000);
      if (status === 429) return { kind: "later", after };
      if (status === 404) return { kind: "gone", why: "the channel is gone" };
      if (status === 403) return { kind: "denied", hint: "Invite it: /invite @Talks" };
      if (status !== 200) return { kind: "unsure" };
      return { kind: "posted", posting: { workspace, channel: asked.channel, message: JSON.parse(body) as string } };
    } catch {
      return { kind: "unsure" };
    }
  };
  const said = ({ plain, facts }: Reply) => ({ plain, facts: facts.length });
  return {
    name,
    limits: SWIFT,
    dialect: {},
    ...(repeats === undefined ? {} : { repeats }),
    start: async () => {},
    stop: async () => {},
    post: ({ workspace, ...to }, reply, key) => deliver(workspace, { deed: "post", ...to, ...said(reply), key }),
    tell: (workspace, user, reply, key) => deliver(workspace, { deed: "tell", channel: user, ...said(reply), key }),
    edit: ({ workspace, ...at }, reply) => deliver(workspace, { deed: "edit", ...at, ...said(reply) }),
    remove: ({ workspace, ...at }) => deliver(workspace, { deed: "remove", ...at }),
    async find({ workspace, channel }, key) {
      try {
        const { status, body } = await ask({ deed: "find", workspace, channel, key }, 2000);
        if (status !== 200) return undefined;
        return (JSON.parse(body) as string[]).map((message) => ({ workspace, channel, message }));
      } catch {
        return undefined;
      }
    },
    mayPost: async () => ({ ok: true }),
  };
}
