import { tongueOfLocale, type Told } from "#core/messages/tongue.ts";
import { tell } from "#core/messages/tell.ts";
import { answered, defineCommand, refused, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { webhookSubject } from "#core/desk/subject.ts";
import { hostOf, webhookAddress } from "#core/outbox/webhook-address.ts";
import { newSecret, type Webhook } from "#core/outbox/webhook.ts";
import { WEBHOOKS_MAX, type Webhooks } from "#core/outbox/webhooks.ts";
import { oneOf, text } from "#core/request/options/index.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { defined } from "#core/text/defined.ts";
import { fold, shorten } from "#core/text/text.ts";
import { listOf, made, pinged, removed, resumed } from "./webhook-reply.ts";

const NAME_MAX = 40;

export const webhook = defineCommand({
  path: ["desk", "webhook"],
  about: "Addresses of programs that are told when facts change",
  tier: "admin",
  options: {
    action: oneOf("Add, test, resume or remove one (the list, if empty)", ["add", "test", "resume", "remove"], {
      words: true,
    }),
    name: text("What the webhook is for, such as Archive", { words: true, max: NAME_MAX }),
    address: text("For a new one: where events are sent, https://…", { words: "free", max: 600 }),
  },
  example: "add Archive https://example.org/talks",
  async answer({ action, name, address }, context) {
    const { webhooks, view } = context;
    if (webhooks === undefined)
      return refused(refuse("state", tell(view, "webhook.none"), tell(view, "webhook.askIn")));
    const all = await webhooks.list();
    if (action === undefined) return answered(listOf(all, view));
    if (name === undefined) return refused({ ...which(action, all, view), field: "name" });
    const found = all.find((w) => fold(w.name) === fold(name));
    if (action === "add")
      return found === undefined ? add(name, address, webhooks, context) : refused(taken(found, view));
    if (found === undefined)
      return refused(
        refuse("held", tell(view, "webhook.absent", { name: shorten(name, NAME_MAX) }), tell(view, "webhook.list")),
      );
    switch (action) {
      case "test":
        return test(found, webhooks, context);
      case "resume":
        await webhooks.change(found.id, { off: null, since: context.now });
        return answered(resumed(found, view));
      case "remove":
        await webhooks.remove(found.id);
        await note(found, null, context);
        return answered(removed(found, view));
    }
  },
});

function which(action: "add" | "test" | "resume" | "remove", all: readonly Webhook[], at: Told): Refusal {
  const names = all.map((w) => w.name).join(", ");
  const hint = names === "" ? tell(at, "webhook.nameIt") : tell(at, "webhook.those", { names });
  return refuse("usage", tell(at, `webhook.which.${action}`), hint);
}

function taken({ name }: Webhook, at: Told): Refusal {
  return refuse("state", tell(at, "webhook.held", { name }), tell(at, "program.first"));
}

async function add(name: string, address: string | undefined, webhooks: Webhooks, context: Context): Promise<Answer> {
  const { view } = context;
  if (address === undefined) {
    const missing = refuse("usage", tell(view, "webhook.where"), tell(view, "webhook.giveAddress"));
    return refused({ ...missing, field: "address" });
  }
  const read = webhookAddress(address, webhooks.open, view);
  if (!read.ok) return refused({ ...read.refusal, field: "address" });
  if ((await webhooks.list()).length >= WEBHOOKS_MAX)
    return refused(refuse("limit", tell(view, "webhook.most", { n: WEBHOOKS_MAX }), tell(view, "program.unused")));
  const kept = {
    id: context.token(8),
    name,
    address: read.value,
    secret: newSecret((length) => context.token(length)),
    owner: context.asker.id,
    ...defined({ tongue: tongueOfLocale(context.asker.locale) }),
    since: context.now,
  };
  // First the audit: nothing is sent that it does not know of.
  await note(kept, JSON.stringify({ name, host: hostOf(kept.address) }), context);
  await webhooks.add(kept);
  return answered(made(kept, view));
}

async function test(found: Webhook, webhooks: Webhooks, context: Context): Promise<Answer> {
  const { now, view } = context;
  const notified = await webhooks.ping(found, now, `test${context.token(18)}`);
  // Of a test that was not sent, the list has nothing to tell.
  if (notified.kind !== "sealed")
    await webhooks.change(found.id, {
      last: { at: now, ...(notified.kind === "taken" ? {} : { why: notified.kind === "gone" ? "410" : notified.why }) },
    });
  return answered(pinged(found, notified, view));
}

async function note({ id }: Pick<Webhook, "id">, after: string | null, { asker, desk }: Context): Promise<void> {
  await desk.change(authorOf(asker), () => ({
    kind: "append",
    changes: [{ subject: webhookSubject(id), kind: "webhook", after }],
    result: undefined,
  }));
}
