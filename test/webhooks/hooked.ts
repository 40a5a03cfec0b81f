import { onTestFinished } from "vitest";
import { commands } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import type { Asker } from "#core/request/asker.ts";
import { readLine } from "#core/answer/line.ts";
import type { RawCall } from "#core/request/call.ts";
import { Webhooks } from "#core/outbox/webhooks.ts";
import { WebhookSecrets } from "#src/app/webhook-secrets.ts";
import { callWebhook } from "#src/webhooks/call-webhook.ts";
import { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore, type OpenStore } from "#stores/open.ts";
import { library } from "#test/desk.ts";
import { ada, ann, came, replied, type Came } from "#test/moderation.ts";
import { EITHER } from "#test/dialects.ts";
import { depsOver } from "#test/scheduler/deps.ts";
import { HERE } from "#test/scheduler/orders.ts";
import { standinPlatform } from "#test/standins/scheduler/platform.ts";
import { startStandin, type Standin } from "#test/standins/scheduler/server.ts";

/** A workspace whose admin can make webhooks, and a scheduler that tells them. */
export interface Hooked {
  readonly store: OpenStore;
  readonly standin: Standin;
  readonly scheduler: Scheduler;
  /** What comes of a line of an admin, or of somebody else. */
  say(line: string, by?: Asker): Promise<Came>;
  press(call: RawCall): Promise<Came>;
  /** The secret of a webhook that is made for an address. */
  add(name: string, address: string): Promise<string>;
  /** Adds a fact in a moderator's name; returns its id. */
  fact(where: string): Promise<string>;
  /** Lets time pass for what waits. */
  pass(ms: number): void;
}

/** `open`: whether private addresses may be called. `secrets`: how they are kept. */
export async function hooked(open = true, secrets = new WebhookSecrets(undefined)): Promise<Hooked> {
  let skew = 0;
  let tokens = 0;
  const store = await openStore({ home: ":memory:" }, () => skew);
  const standin = await startStandin();
  const notify = secrets.opening(callWebhook(open, 1000));
  const deps = { ...(await depsOver(store, { shipped: library })), webhooks: { notify } };
  const scheduler = new Scheduler(deps, [standinPlatform(standin.url)]);
  onTestFinished(async () => {
    await scheduler.stop();
    await standin.close();
    await store.close();
  });
  const session = {
    commands,
    desk: await deps.desks.open(HERE),
    webhooks: new Webhooks(secrets.sealing(store.webhooks), HERE, { notify, open }),
    dialect: EITHER,
    clock: { now: () => Temporal.Now.instant() },
    token: (length: number) => `${(tokens += 1)}`.padStart(length, "k"),
    incident: (defect: unknown) => {
      throw defect;
    },
  };
  const press = async (call: RawCall, by = ada): Promise<Came> => came(await answer(call, by, session));
  const say = async (line: string, by = ada): Promise<Came> => {
    const read = readLine(line, commands);
    return read.ok ? press(read.value, by) : came({ kind: "refusal", refusal: read.refusal });
  };
  return {
    store,
    standin,
    scheduler,
    say,
    press,
    async add(name, address) {
      const [secret = ""] = /whsec_[\w=]+/u.exec(replied(await say(`desk webhook add ${name} ${address}`))) ?? [];
      return secret;
    },
    async fact(where) {
      const values = { slot: "note", talks: "second round", remark: `they met at ${where}` };
      const given = { ...values, paragraph: "1", source: "new: The Gazette" };
      const made = await press({ path: ["facts", "add"], values: given, submitted: true }, ann);
      const id = made.reply?.facts[0]?.id;
      if (id === undefined) throw new Error(made.text);
      return id;
    },
    pass: (ms) => void (skew += ms),
  };
}
