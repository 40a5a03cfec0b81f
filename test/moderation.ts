import { commands } from "#commands/index.ts";
import { answer, type Session } from "#core/answer/answer.ts";
import type { Asker, Tier } from "#core/request/asker.ts";
import { call, type RawCall } from "#core/request/call.ts";
import type { Answer } from "#core/answer/command.ts";
import type { Desk } from "#core/desk/desk.ts";
import { Desks } from "#core/desk/desks.ts";
import { openLibrary } from "#core/desk/library-desk.ts";
import { submit, type Form } from "#core/answer/form.ts";
import type { Library } from "#core/desk/library-view.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import type { Refusal } from "#core/request/refusal.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { Store } from "#core/desk/store.ts";
import { readLine } from "#core/answer/line.ts";
import { formReply } from "#platforms/terminal/form.ts";
import { choices, render } from "#platforms/terminal/render.ts";
import { memoryStore } from "#test/stores/memory-store.ts";
import { EITHER } from "#test/dialects.ts";
import { library as shippedLibrary } from "#test/desk.ts";

/** The store that the moderation tests run over. */
async function newStore(): Promise<Store> {
  return memoryStore();
}

export function asker(id: string, name: string, tier: Tier, platform = "test"): Asker {
  return { platform, id, name, tier, locale: "en" };
}

/** The people of these tests: an admin, two moderators, two contributors, a reader. */
export const ada = asker("u1", "Ada", "admin");
export const ann = asker("u2", "Ann", "moderator");
export const ben = asker("u3", "Ben", "moderator");
export const cid = asker("u4", "Cid", "contributor");
export const dee = asker("u5", "Dee", "contributor");
export const rea = asker("u6", "Rea", "reader");

const PAPER = { width: 2000, colour: false };

/** What a call came to: its text on wide paper, and whichever of reply, form and refusal it was. */
export interface Came {
  readonly answer: Answer;
  readonly text: string;
  readonly reply?: Reply;
  readonly form?: Form;
  readonly refusal?: Refusal;
}

/** A store with a library, a clock to set and any number of desks: what one process runs, time and chance aside. */
export class World {
  readonly store: Store;
  readonly desks: Desks;
  #now = Temporal.Instant.from("2026-11-20T10:00:00Z");
  #tokens = 0;

  private constructor(store: Store, open: (world: World) => Desks) {
    this.store = store;
    this.desks = open(this);
  }

  /** `store` and `at` carry on where another world left off: a restart, with the library as it then is. */
  static async open(library: Library = shippedLibrary, store?: Store, at?: string): Promise<World> {
    const clock = { now: (): Temporal.Instant => Temporal.Instant.from(at ?? "2026-11-20T10:00:00Z") };
    const kept = store ?? (await newStore());
    const loaded = await openLibrary(library, kept, clock);
    const world = new World(
      kept,
      (w) => new Desks({ store: kept, library: loaded, clock: w.clock, token: (length) => w.token(length) }),
    );
    world.#now = clock.now();
    return world;
  }

  readonly clock = { now: (): Temporal.Instant => this.#now };

  /** Lets time pass. */
  pass(time: Temporal.DurationLike): void {
    this.#now = this.#now.add(time);
  }

  token(length: number): string {
    this.#tokens += 1;
    return `${this.#tokens}`.padStart(length, "k");
  }

  async seat(id = "one", platform = "test"): Promise<Seat> {
    return new Seat(this, await this.desks.open({ platform, id }));
  }
}

/** A new world with one desk in it. */
export async function newSeat(): Promise<Seat> {
  return (await World.open()).seat();
}

/** One desk as the people in it use it. */
export class Seat {
  readonly world: World;
  readonly desk: Desk;
  readonly session: Session;

  constructor(world: World, desk: Desk) {
    this.world = world;
    this.desk = desk;
    this.session = {
      commands,
      desk,
      dialect: EITHER,
      clock: world.clock,
      token: (length) => world.token(length),
      // A defect is never an answer.
      incident: (defect) => {
        throw defect;
      },
    };
  }

  async make(raw: RawCall, by: Asker): Promise<Came> {
    return came(await answer(raw, by, this.session));
  }

  /** A typed line. */
  async say(line: string, by: Asker = ann): Promise<Came> {
    const read = readLine(line, commands);
    return read.ok ? this.make(read.value, by) : came({ kind: "refusal", refusal: read.refusal });
  }

  /** A call with values that need no quoting, as a form or a platform's own options make it. */
  async call(path: string, values: Readonly<Record<string, string>> = {}, by: Asker = ann): Promise<Came> {
    return this.make(call(path.split(" "), values), by);
  }

  /** The text of a line's answer; fails where it was refused or asks. */
  async told(line: string, by: Asker = ann): Promise<string> {
    return replied(await this.say(line, by));
  }

  async refused(line: string, by: Asker = ann): Promise<Refusal> {
    return refusalOf(await this.say(line, by));
  }

  /** Presses the button with this label (or one that begins so). */
  async press(shown: Came, label: string, by: Asker = ann): Promise<Came> {
    const all = shown.reply === undefined ? (shown.refusal?.buttons ?? []) : choices(shown.reply);
    const button = all.find((b) => b.label === label) ?? all.find((b) => b.label.startsWith(label));
    if (button === undefined) throw new Error(`no button "${label}" among ${all.map((b) => b.label).join(", ")}`);
    return this.make(button.call, by);
  }

  /** Fills in a form that was asked and sends it: what is not given stays as it stands there. */
  async fill(asked: Came, entered: Readonly<Record<string, string>> = {}, by: Asker = ann): Promise<Came> {
    const form = formOf(asked);
    const present = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
    for (const name of Object.keys(entered)) {
      if (!Object.hasOwn(present, name)) throw new Error(`the form asks no "${name}": ${Object.keys(present).join()}`);
    }
    return this.make(submit(form, { ...present, ...entered }), by);
  }

  /** Adds a fact by its values; returns its id. */
  async add(values: Readonly<Record<string, string>>, by: Asker = ann): Promise<string> {
    const { reply } = await this.call("facts add", { paragraph: "1", source: "new: The Gazette", ...values }, by);
    const id = reply?.facts[0]?.id;
    if (id === undefined) throw new Error(`not added: ${JSON.stringify(values)}`);
    return id;
  }
}

export function came(answered: Answer): Came {
  switch (answered.kind) {
    case "reply":
      return { answer: answered, reply: answered.reply, text: render(answered.reply, PAPER) };
    case "form":
      return { answer: answered, form: answered.form, text: render(formReply(answered.form), PAPER) };
    case "refusal":
      return { answer: answered, refusal: answered.refusal, text: render(refusalReply(answered.refusal), PAPER) };
  }
}

export function replied(shown: Came): string {
  if (shown.reply === undefined) throw new Error(`not answered:\n${shown.text}`);
  return shown.text;
}

export function formOf(shown: Came): Form {
  if (shown.form === undefined) throw new Error(`no form:\n${shown.text}`);
  return shown.form;
}

/** What was refused, alone or with the form that comes back for it. */
export function refusalOf(shown: Came): Refusal {
  const refusal = shown.refusal ?? shown.form?.problem;
  if (refusal === undefined) throw new Error(`not refused:\n${shown.text}`);
  return refusal;
}

/** What stands in a form's fields. */
export function entries(shown: Came): Readonly<Record<string, string>> {
  return Object.fromEntries(formOf(shown).fields.map((f) => [f.name, f.value]));
}

/** The file that a reply hands over. */
export function fileOf(shown: Came): { readonly name: string; readonly media: string; readonly text: string } {
  const file = shown.reply?.blocks.find((b) => b.kind === "file");
  if (file === undefined) throw new Error(`no file:\n${shown.text}`);
  return file;
}
