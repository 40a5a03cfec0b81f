import { randomInt } from "node:crypto";
import type { Server } from "node:http";
import { BRIEF } from "#core/chat/stash.ts";
import { commandsReading } from "#commands/index.ts";
import type { Session } from "#core/answer/answer.ts";
import { ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import { endPages } from "#core/changes/end-pages.ts";
import type { Host, Platform } from "#core/chat/platform.ts";
import { Desks, type Published } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { Digests } from "#core/digest/digests.ts";
import type { DigestStore } from "#core/digest/digest-store.ts";
import { Webhooks } from "#core/outbox/webhooks.ts";
import { WEBHOOKS } from "#core/outbox/webhook.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { loadLibrary } from "#src/library/load-library.ts";
import { readLocales } from "#src/library/locales.ts";
import { printed } from "#src/library/mistake.ts";
import type { Scheduler } from "#src/scheduler/scheduler.ts";
import { openStore } from "#stores/open.ts";
import { SHIPPED, type Config } from "./config.ts";
import { defined } from "#core/text/defined.ts";
import type { SecondEar } from "#core/answer/second-ear.ts";
import type { ApiConfig, ModelConfig } from "./run-config.ts";
import { deliveriesOf } from "./deliveries.ts";
import type { Health } from "./health.ts";
import type { Log } from "./log.ts";
import type { Proposer } from "#core/propose/proposer.ts";
import { Painter } from "#src/pictures/painter.ts";
import { giveWay } from "./give-way.ts";
import { ReadingRoom } from "./reading-room.ts";
import { storeLog } from "./store-log.ts";
import { NOBODY, type Watch } from "./watch.ts";
import { WebhookSecrets } from "./webhook-secrets.ts";

/** Talks with its store open: a session for each desk, until it is closed. */
export interface Open {
  session(key: DeskKey): Promise<Session>;
  readonly host: Host;
  /** What sends by itself what is due on these platforms, once it is started. */
  scheduler(platforms: readonly Platform[]): Promise<Scheduler>;
  /** Checks the histories of all desks in the background, and logs a line for each that is broken. Never fails. */
  checkHistories(stopped: AbortSignal): Promise<void>;
  /**
   * The server for programs, not listening yet. `hosts`: the names that it may be called by; `slackSecret`: as
   * Slackbot's.
   */
  api(asked: Pick<ApiConfig, "hosts" | "slackSecret">): Promise<Server>;
  /** What is asked of it while it serves these platforms. */
  health(platforms: readonly Platform[], scheduler: Scheduler): Health;
  close(): Promise<void>;
}

// Without 0, O, 1, I and L: tokens are read aloud and typed over.
const LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";

/** What stands around a Talks that is open. */
export interface Around {
  readonly log: Log;
  readonly watch?: Watch;
  /** By how many milliseconds its clock is ahead, for the playground. */
  readonly ahead?: () => number;
}

/** @throws BadLibrary, BadStore, StoreUnavailable */
export async function open(
  config: Pick<Config, "home" | "databaseUrl" | "data" | "model"> &
    Partial<Pick<Config, "webhooks" | "site" | "sealing">>,
  { log: { say: log, incident: noted }, watch = NOBODY, ahead = () => 0 }: Around,
): Promise<Open> {
  const incident = (defect: unknown): string => {
    watch.incident();
    return noted(defect);
  };
  const neverFails = async (deed: () => Promise<unknown>): Promise<void> => {
    try {
      await deed();
    } catch (defect) {
      incident(defect);
    }
  };
  const clock = { now: () => Temporal.Now.instant().add({ milliseconds: ahead() }), giveWay };
  const room = new ReadingRoom(undefined, incident);
  const commands = commandsReading(
    room,
    config.model === undefined ? room : await modelBeside(room, config.model, log),
  );
  const shipped = loadLibrary(config.data);
  const told = storeLog(log);
  const store = await openStore(config, ahead, (...deed) => {
    watch.stored(...deed);
    told(...deed);
  });
  const library = await openLibrary(shipped, store, clock);
  const desks = new Desks({ store, library, clock, token });
  let running: Scheduler | undefined;
  const digests: DigestStore = {
    ...store.digests,
    // A call that asks for it now waits for it.
    async postNow(workspace, id) {
      const found = await store.digests.postNow(workspace, id);
      running?.poke();
      return found;
    },
  };
  const secondEar = config.model === undefined ? undefined : await modelEar(config.model, log);
  const painter = new Painter();
  const { webhooks, site, sealing } = config;
  const secrets = new WebhookSecrets(sealing);
  const hooks = secrets.sealing(store.webhooks);
  // Who asks once calls nobody, and does not wait for what it takes.
  const notify = secrets.opening(async (...event) => {
    const { callWebhook } = await import("#src/webhooks/call-webhook.ts");
    return callWebhook(webhooks?.open === true)(...event);
  });
  const host: Host = {
    commands,
    paint: (picture, patience) => painter.paint(picture, patience),
    ...(webhooks === undefined
      ? {}
      : { webhooks: (workspace) => new Webhooks(hooks, workspace, { notify, open: webhooks.open }) }),
    ...defined({ secondEar, site, sealing }),
    locales() {
      const { files, mistakes } = readLocales(SHIPPED);
      for (const mistake of mistakes) log(`data/${printed(mistake)}; that language stays English`);
      return files.map((file) => file.locale);
    },
    clock,
    library: new ReadOnlyDesk(library),
    desk: (key) => desks.open(key),
    digests: (workspace, poster) => new Digests(digests, workspace, poster),
    token,
    incident,
    ...(site === undefined ? {} : { published: (address) => publishedAt(address, site, desks) }),
    stash: {
      async put(workspace, content, brief) {
        const name = token(20);
        await store.stash.put(scopeOf(workspace), name, content, clock.now().add(brief === true ? BRIEF : STASHED));
        return name;
      },
      get: (workspace, name) => store.stash.get(scopeOf(workspace), name, clock.now()),
    },
    secrets: {
      put: (name, content, until) => store.stash.put("secret", name, content, until),
      get: (name) => store.stash.get("secret", name, clock.now()),
      names: () => store.stash.tokens("secret", clock.now()),
      pop: (name) => store.stash.pop("secret", name, clock.now()),
    },
    ...(config.databaseUrl === undefined ? {} : { shares: store.shares }),
    deliveries: deliveriesOf(store, clock, watch.answered),
    remember: (platform, posting, reply) =>
      neverFails(async () => {
        const { facts } = reply;
        if (facts.length === 0) return;
        const desk = await store.desk({ platform, id: posting.workspace }, clock.now());
        await store.outbox.remember(desk, platform, posting, facts, reply);
      }),
    left: (workspace) =>
      neverFails(async () => {
        await store.outbox.leave(workspace, REMOVED);
        await endPages(await desks.open(workspace), { ...workspace, id: "talks", name: "Talks" }, REMOVED);
      }),
    back: (platform, workspaces) => neverFails(() => store.outbox.comeBack(platform, workspaces)),
    log,
  };
  return {
    host,
    session: async (key) => ({
      commands,
      desk: await desks.open(key),
      digests: host.digests(key),
      clock,
      token,
      incident,
      ...defined({ secondEar, site }),
    }),
    // Who asks once needs none of these files, and does not wait for them.
    async scheduler(platforms) {
      const [{ Scheduler }, { schedulerDeps }] = await Promise.all([
        import("#src/scheduler/scheduler.ts"),
        import("./scheduler-deps.ts"),
      ]);
      if (webhooks !== undefined) await secrets.sealAll(store.webhooks, log);
      running = new Scheduler(
        schedulerDeps(store, desks, clock, incident, watch.settled, webhooks && notify),
        platforms,
      );
      return running;
    },
    checkHistories: (stopped) =>
      neverFails(async () => {
        const { checkHistories } = await import("./check-histories.ts");
        await checkHistories(store, log, stopped);
      }),
    async api({ hosts, slackSecret: secret }) {
      const [{ apiServer }, { Door }] = await Promise.all([import("#src/api/http.ts"), import("#src/api/let-in.ts")]);
      const door = new Door((shown) => desks.admitted(shown), clock);
      return apiServer({
        door,
        hosts: site === undefined ? hosts : [...hosts, new URL(site).hostname],
        published: (path) => desks.published(path),
        ...(secret === undefined ? {} : { slack: { secret, desk: (key) => desks.open(key) } }),
        around: { commands, clock, token, incident, ...defined({ secondEar, site }) },
        library: { commands, clock, token, incident, desk: host.library },
        incident,
      });
    },
    health: (platforms, scheduler) => ({
      store: () => store.outbox.now(),
      due: () => store.outbox.due([...platforms.map(({ name }) => name), WEBHOOKS]),
      desks: () => ({ desks: desks.warm }),
      platforms: () => platforms.map(({ name, connected = true }) => ({ name, connected })),
      turned: () => (scheduler.turnAge === undefined ? undefined : scheduler.turnAge / 1000),
    }),
    close: () => store.close(),
  };
}

function publishedAt(address: string, site: string, desks: Desks): Promise<Published | undefined> {
  const url = URL.parse(address);
  return url?.origin === site ? desks.published(url.pathname) : Promise.resolve(undefined);
}

async function modelEar(model: ModelConfig, log: Log["say"]): Promise<SecondEar> {
  const { earOf } = await import("./second-ear.ts");
  return earOf(model, log);
}

async function modelBeside(rules: Proposer, model: ModelConfig, log: Log["say"]): Promise<Proposer> {
  const { withModel } = await import("./article-model.ts");
  return withModel(rules, model, log);
}

const REMOVED = "Talks was removed from there";

// As long as a button of a message is likely to be pressed.
const STASHED = Temporal.Duration.from({ hours: 24 * 30 });

function scopeOf(workspace: DeskKey): string {
  return `place ${workspace.platform} ${workspace.id}`;
}

function token(length: number): string {
  return Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join("");
}
