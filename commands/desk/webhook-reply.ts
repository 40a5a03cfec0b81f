import type { Told } from "#core/messages/tongue.ts";
import { clauseIn } from "#core/messages/line-in.ts";
import { tell } from "#core/messages/tell.ts";
import { WEBHOOKS_MAX } from "#core/outbox/webhooks.ts";
import { hostOf } from "#core/outbox/webhook-address.ts";
import { SEALED, type Notified, type Webhook } from "#core/outbox/webhook.ts";
import { WEBHOOK_EVENTS } from "#core/outbox/webhook-event.ts";
import { call, type Button } from "#core/request/call.ts";
import { buttons, code, heading, instant, list, paragraph, reply, strong, text } from "#core/reply/reply.ts";
import type { Inline, Reply } from "#core/reply/reply.ts";

export function made(webhook: Pick<Webhook, "name" | "address" | "secret">, at: Told): Reply {
  const { name, address, secret } = webhook;
  const names = WEBHOOK_EVENTS.filter((type) => type !== "webhook.test").join(", ");
  return reply(tell(at, "webhook.made", { name }), [
    heading(tell(at, "webhook.for", { name })),
    paragraph(code(secret)),
    paragraph(text(tell(at, "webhook.once")), strong(hostOf(address)), text(tell(at, "webhook.checks"))),
    paragraph(text(tell(at, "webhook.events", { names }))),
    buttons(deed("test", name, at), deed("remove", name, at)),
  ]);
}

export function pinged({ name, address }: Webhook, notified: Notified, at: Told): Reply {
  const host = hostOf(address);
  switch (notified.kind) {
    case "taken":
      return told(at, tell(at, "webhook.arrived"), tell(at, "webhook.testArrived", { host }));
    case "gone":
      return told(at, tell(at, "webhook.notTaken"), tell(at, "webhook.gone", { host }), name);
    case "sealed":
      return told(
        at,
        tell(at, "webhook.notArrived"),
        tell(at, "webhook.unsealed", { host, why: clauseIn(at, SEALED) }),
        name,
      );
    case "failed": {
      const why = clauseIn(at, notified.why);
      return told(at, tell(at, "webhook.notArrived"), tell(at, "webhook.testFailed", { host, why }), name);
    }
  }
}

export function resumed({ name }: Webhook, at: Told): Reply {
  return told(at, tell(at, "webhook.resumed"), tell(at, "webhook.tells", { name }), name);
}

export function removed({ name }: Webhook, at: Told): Reply {
  return told(at, tell(at, "webhook.removed"), tell(at, "webhook.silent", { name }));
}

export function listOf(all: readonly Webhook[], at: Told): Reply {
  return reply(tell(at, "webhook.count", { n: all.length }), [
    heading(tell(at, "webhook.title")),
    ...(all.length === 0
      ? [paragraph(text(tell(at, "webhook.makeOne")), code("/desk webhook add Archive https://example.org/talks"))]
      : [
          list(...all.map((webhook) => row(webhook, at))),
          buttons(...all.slice(0, WEBHOOKS_MAX).map((webhook) => next(webhook, at))),
        ]),
  ]);
}

function row({ name, address, off, last }: Webhook, at: Told): readonly Inline[] {
  return [
    strong(name),
    text(tell(at, "webhook.to", { host: hostOf(address) })),
    ...(off === undefined ? [] : [text(tell(at, "webhook.off", { why: clauseIn(at, off) }))]),
    ...(last === undefined ? [text(tell(at, "webhook.unsent"))] : [text(tell(at, "webhook.sent")), instant(last.at)]),
    ...(last?.why === undefined || off !== undefined
      ? []
      : [text(tell(at, "webhook.failed", { why: clauseIn(at, last.why) }))]),
  ];
}

function next({ name, off }: Webhook, at: Told): Button {
  return deed(off === undefined ? "test" : "resume", name, at);
}

function deed(action: "test" | "resume" | "remove", name: string, at: Told): Button {
  return { label: tell(at, `webhook.do.${action}`, { name }), call: call(["desk", "webhook"], { action, name }) };
}

function told(at: Told, title: string, words: string, again?: string): Reply {
  return reply(words, [
    heading(title),
    paragraph(text(words)),
    ...(again === undefined ? [] : [buttons(deed("test", again, at))]),
  ]);
}
