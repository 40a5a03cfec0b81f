import { commands } from "#commands/index.ts";
import { answer, failed, type Session } from "#core/answer/answer.ts";
import type { Asker, Tier } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Answer } from "#core/answer/command.ts";
import { Desks } from "#core/desk/desks.ts";
import { Digests } from "#core/digest/digests.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { submit, type Form } from "#core/answer/form.ts";
import type { Library } from "#core/desk/library-view.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Refusal } from "#core/request/refusal.ts";
import { readLine } from "#core/answer/line.ts";
import type { DeskKey, Store } from "#core/desk/store.ts";
import { render } from "#platforms/terminal/render.ts";
import { defined } from "#core/text/defined.ts";
import { memoryDigests, type MemoryDigests } from "#test/stores/memory-digests.ts";
import { openStore } from "#stores/open.ts";
import { EITHER } from "./dialects.ts";
import { library } from "./desk.ts";

export const who = (name: string, tier: Tier, platform = "slack"): Asker => ({
  platform,
  id: `id-${name}`,
  name,
  tier,
  locale: "en",
});
export const ann = who("Ann", "moderator");
export const ben = who("Ben", "moderator", "discord");
export const cid = who("Cid", "contributor");
export const root = who("Root", "admin");

/** What came of a line: the text on wide paper, or the form, or the refusal. */
export interface Heard {
  readonly text: string;
  readonly form?: Form;
  readonly refusal?: Refusal;
  readonly answer: Answer;
}

/** A server with a desk in it: lines are typed by anybody, buttons pressed by their label, time set by hand. */
export interface TestServer {
  readonly session: Session;
  say(line: string, asker?: Asker): Promise<Heard>;
  press(heard: Heard, label: RegExp, asker?: Asker): Promise<Heard>;
  fill(form: Form, entered: Readonly<Record<string, string>>, asker?: Asker): Promise<Heard>;
  ask(raw: RawCall, asker?: Asker): Promise<Heard>;
}

export interface TestServers {
  readonly store: Store;
  readonly digests: MemoryDigests;
  /** Channels that may not be posted to, with what to do about it; any other may. */
  readonly closed: Map<string, string>;
  /** The locales of channels, where the platform says them. */
  readonly locales: Map<string, string>;
  /** How many public messages quote a fact. */
  readonly quoting: Map<string, number>;
  server(key?: DeskKey): Promise<TestServer>;
  /** Sets the time; it stands still until set again. */
  at(moment: string): void;
  close(): Promise<void>;
}

const PAPER = { width: 2000, colour: false };

/** Desks over a real SQLite database in memory. Time stands at noon on 23 November 2026 until it is set. */
export async function servers(shipped: Library = library, over?: Store): Promise<TestServers> {
  const store = over ?? (await openStore({ home: ":memory:" }));
  let now = Temporal.Instant.from("2026-11-23T12:00:00Z");
  let tokens = 0;
  const clock = { now: () => now };
  const token = (length: number): string => `tok${(tokens += 1)}`.padEnd(length, "x").slice(0, Math.max(length, 6));
  const quoting = new Map<string, number>();
  const digests = memoryDigests((_, fact) => quoting.get(fact) ?? 0);
  const closed = new Map<string, string>();
  const locales = new Map<string, string>();
  const poster = {
    mayPost: async ({ channel }: { readonly channel: string }) => {
      const hint = closed.get(channel);
      const locale = locales.get(channel);
      return hint === undefined ? { ok: true as const, ...defined({ locale }) } : { ok: false as const, hint };
    },
  };
  // What people ordered is in memory here, where the store's transaction does not reach it.
  const reaching: Store = {
    ...store,
    async erase(desk, author, name, erasing) {
      if (erasing?.workspace.platform === author.platform)
        await digests.forget(erasing.workspace, author.id, {
          id: erasing.by.id,
          ...defined({ tongue: erasing.tongue }),
        });
      return store.erase(desk, author, name, erasing);
    },
  };
  const desks = new Desks({ store: reaching, clock, library: await openLibrary(shipped, store, clock), token });
  return {
    store,
    digests,
    closed,
    locales,
    quoting,
    at(moment) {
      now = Temporal.Instant.from(moment);
    },
    close: () => store.close(),
    async server(key = { platform: "slack", id: "T1" }) {
      const desk = await desks.open(key);
      const session: Session = {
        commands,
        desk,
        clock,
        digests: new Digests(digests, key, poster),
        dialect: EITHER,
        token,
        incident: (defect) => {
          throw defect;
        },
      };
      const server: TestServer = {
        session,
        ask: async (raw, asker = ann) => {
          const answered = desks.open(key).then(
            (opened) => answer(raw, asker, { ...session, desk: opened }),
            (defect: unknown) => failed(defect, raw, session, {}),
          );
          return heardOf(await answered);
        },
        say: async (line, asker = ann) => {
          const read = readLine(line, commands);
          return read.ok ? server.ask(read.value, asker) : heardOf({ kind: "refusal", refusal: read.refusal });
        },
        fill: (form, entered, asker = ann) => server.ask(submit(form, entered), asker),
        press: (heard, label, asker = ann) => server.ask(buttonOf(heard, label), asker),
      };
      return server;
    },
  };
}

function heardOf(answered: Answer): Heard {
  switch (answered.kind) {
    case "reply":
      return { answer: answered, text: render(answered.reply, PAPER) };
    case "form": {
      const { form } = answered;
      const problem = form.problem === undefined ? "" : `${form.problem.message} ${form.problem.hint}`;
      return { answer: answered, form, text: `${form.title}: ${problem}` };
    }
    case "refusal":
      return { answer: answered, refusal: answered.refusal, text: render(refusalReply(answered.refusal), PAPER) };
  }
}

function buttonOf({ answer: answered, text }: Heard, label: RegExp): RawCall {
  const blocks = answered.kind === "reply" ? answered.reply.blocks : [];
  const buttons =
    answered.kind === "refusal"
      ? answered.refusal.buttons
      : blocks.flatMap((b) => (b.kind === "buttons" ? b.buttons : []));
  const found = buttons.find((b) => label.test(b.label));
  if (found === undefined) throw new Error(`no button ${label} in:\n${text}`);
  return found.call;
}

/** The form of a line's answer; fails where there is none. */
export function formOf(heard: Heard): Form {
  if (heard.form === undefined) throw new Error(`no form, but:\n${heard.text}`);
  return heard.form;
}
