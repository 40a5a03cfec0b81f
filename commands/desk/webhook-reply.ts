import { WEBHOOKS_MAX } from "#core/outbox/webhooks.ts";
import { hostOf } from "#core/outbox/webhook-address.ts";
import type { Notified, Webhook } from "#core/outbox/webhook.ts";
import { WEBHOOK_EVENTS } from "#core/outbox/webhook-event.ts";
import { call, type Button } from "#core/request/call.ts";
import { buttons, code, heading, instant, list, paragraph, reply, strong, text } from "#core/reply/reply.ts";
import type { Inline, Reply } from "#core/reply/reply.ts";
import { count } from "#core/text/text.ts";

export function made(webhook: Pick<Webhook, "name" | "address" | "secret">): Reply {
  const { name, address, secret } = webhook;
  const told = WEBHOOK_EVENTS.filter((type) => type !== "webhook.test").join(", ");
  return reply(`The webhook “${name}” is made. Its secret is shown this once.`, [
    heading(`Webhook for ${name}`),
    paragraph(code(secret)),
    paragraph(text("It is shown this once. The program at "), strong(hostOf(address)), text(" checks events with it.")),
    paragraph(text(`Events: ${told}. They have ids and revisions alone; the program reads the rest by a token.`)),
    buttons(deed("test", name), deed("remove", name)),
  ]);
}

export function pinged({ name, address }: Webhook, notified: Notified): Reply {
  const host = hostOf(address);
  switch (notified.kind) {
    case "taken":
      return told("Arrived", `The test arrived at ${host}.`);
    case "gone":
      return told("Not taken", `${host} answered 410: it wants no events. The webhook would be switched off.`, name);
    case "failed":
      return told("Not arrived", `The test did not arrive at ${host}: ${notified.why}.`, name);
  }
}

export function resumed({ name }: Webhook): Reply {
  return told("Resumed", `“${name}” is told of what changes from now on.`, name);
}

export function removed({ name }: Webhook): Reply {
  return told("Removed", `“${name}” is told of nothing any more. Its secret is deleted.`);
}

export function listOf(all: readonly Webhook[]): Reply {
  return reply(`${count(all.length, "webhook")}.`, [
    heading("Webhooks"),
    ...(all.length === 0
      ? [
          paragraph(
            text("None: no program is told of changes. Make one with "),
            code("/desk webhook add Archive https://example.org/talks"),
          ),
        ]
      : [list(...all.map(row)), buttons(...all.slice(0, WEBHOOKS_MAX).map(next))]),
  ]);
}

function row({ name, address, off, last }: Webhook): readonly Inline[] {
  return [
    strong(name),
    text(`: to ${hostOf(address)}`),
    ...(off === undefined ? [] : [text(`; switched off: ${off}`)]),
    ...(last === undefined ? [text("; nothing sent yet")] : [text("; sent last "), instant(last.at)]),
    ...(last?.why === undefined || off !== undefined ? [] : [text(`, without success: ${last.why}`)]),
  ];
}

function next({ name, off }: Webhook): Button {
  return deed(off === undefined ? "test" : "resume", name);
}

function deed(action: "test" | "resume" | "remove", name: string): Button {
  const label = { test: "Test", resume: "Resume", remove: "Remove" }[action];
  return { label: `${label} ${name}`, call: call(["desk", "webhook"], { action, name }) };
}

function told(title: string, words: string, again?: string): Reply {
  return reply(words, [
    heading(title),
    paragraph(text(words)),
    ...(again === undefined ? [] : [buttons(deed("test", again))]),
  ]);
}
