import type { Asker, Tier } from "#core/request/asker.ts";
import type { RawCall } from "#core/request/call.ts";
import type { Dialect } from "#core/request/dialect.ts";
import type { Desk } from "#core/desk/desk.ts";
import type { Digests } from "#core/digest/digests.ts";
import type { Webhooks } from "#core/outbox/webhooks.ts";
import type { Fields } from "#core/facts/fact.ts";
import type { Form, FormDefinition } from "./form.ts";
import type { HereOption } from "./here.ts";
import type { Options, Values } from "#core/request/option.ts";
import type { Refusal } from "#core/request/refusal.ts";
import type { Reply } from "#core/reply/reply.ts";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { View } from "#core/facts/view.ts";
import { overLimits } from "./limits.ts";
import type { SecondEar } from "./second-ear.ts";

export type Answer =
  | { readonly kind: "reply"; readonly reply: Reply }
  | { readonly kind: "form"; readonly form: Form }
  | { readonly kind: "refusal"; readonly refusal: Refusal };

export function answered(reply: Reply): Answer {
  return { kind: "reply", reply };
}

export function refused(refusal: Refusal): Extract<Answer, { readonly kind: "refusal" }> {
  return { kind: "refusal", refusal };
}

/** What a command works with, besides its values. */
export interface Context {
  readonly asker: Asker;
  readonly desk: Desk;
  readonly view: View;
  /** The checked values of what the command's form asks beyond its own options. */
  readonly fields: Fields;
  /** A fresh unguessable token of letters and digits. */
  token(length: number): string;
  /** The id of the negotiation that is meant here where a question names none. */
  readonly focus: string | undefined;
  readonly now: Temporal.Instant;
  /** Lets other answers have their turn in long work. */
  giveWay(): Promise<void>;
  readonly raw: RawCall;
  readonly commands: Commands;
  /** The digests of the workspace where it is asked; undefined where none are kept. */
  readonly digests: Digests | undefined;
  /** The webhooks of the same workspace; undefined where none are sent. */
  readonly webhooks: Webhooks | undefined;
  readonly dialect: Dialect;
  /** The address that Talks is called by from outside, without a slash at its end; undefined where it has none. */
  readonly site: string | undefined;
  /** Who reads a question that was not heard; undefined where nobody does. */
  readonly secondEar: SecondEar | undefined;
}

interface Definition<O extends Options> {
  /** Group and name: `["talks", "who-led"]`, each 1–32 lower-case letters and hyphens (Discord's rule for names). */
  readonly path: readonly [group: string, name: string];
  /** One line, 1–100 characters (Discord's limit on a description). */
  readonly about: string;
  readonly tier: Tier;
  readonly options: O;
  /**
   * The command of its group through which it is reached where a platform lists commands and takes only so many: it has
   * no line of its own there. Everywhere it stays a name to type, in lines, buttons and help.
   */
  readonly listedAs?: string;
  /** Options that `facts here` may have set: what stands there is taken where the call does not say it. */
  readonly standing?: readonly HereOption[];
  /** What a call's words stand for, before any is read: the words of one option may be several values. */
  spread?(values: RawCall["values"], view: View): RawCall["values"];
  /** The kinds of fact that it tells whole, for the person who asks by kind of fact. */
  readonly reads?: readonly SlotName[];
  /**
   * Whether its reply follows from the view, its values and what the channel means alone: the next one who asks the
   * same is told the same.
   */
  readonly repeats?: true;
  /** What one would type after the command's name, for help. */
  readonly example: string;
  /** What to ask in a form when not all is given at once. */
  readonly form?: FormDefinition;
  /** Its calls carry a text that is kept for a day only: so are its forms, pages and buttons. */
  readonly brief?: true;
  /** Makes ready what takes long to load, while it is typed or its file is fetched; nobody waits for it. */
  ready?(): void;
  answer(values: Values<O>, context: Context): Promise<Answer>;
}

/** A command whose values have been checked by `check`; only `answer` knows their types. */
export interface Command extends Omit<Definition<Options>, "answer"> {
  answer(values: Readonly<Record<string, unknown>>, context: Context): Promise<Answer>;
}

export function defineCommand<const O extends Options>(definition: Definition<O>): Command {
  // `check` made the values with these very options.
  return { ...definition, answer: (values, context) => definition.answer(values as Values<O>, context) };
}

export const GROUPS = ["talks", "facts", "desk", "digest"] as const;

/** What each group is for, in at most 100 characters (Discord's limit on a description). */
export const ABOUT_GROUPS: Readonly<Record<(typeof GROUPS)[number], string>> = {
  talks: "Ask the fact desk; every answer names its source",
  facts: "Moderate the facts: add, correct, retract, undo",
  desk: "Say what the desk follows: negotiations, rounds, parties, people, places",
  digest: "Digests for channels, on their schedule",
};

/**
 * The one list of commands, found by path. Not made where one could not be registered. @throws Error that names each
 * limit
 */
export class Commands {
  readonly all: readonly Command[];
  readonly #byPath: ReadonlyMap<string, Command>;

  constructor(all: readonly Command[]) {
    this.all = all;
    this.#byPath = new Map(all.map((c) => [c.path.join(" "), c]));
    if (this.#byPath.size !== all.length) throw new Error("two commands have one path");
    const problems = overLimits(all);
    if (problems.length > 0) throw new Error(problems.join("\n"));
  }

  find(path: readonly string[]): Command | undefined {
    return this.#byPath.get(path.join(" "));
  }

  group(name: string): readonly Command[] {
    return this.all.filter((c) => c.path[0] === name);
  }

  /** Those of a group that have a line of their own where a platform lists commands. */
  listed(name: string): readonly Command[] {
    return this.group(name).filter((c) => c.listedAs === undefined);
  }
}

/** The way a command is typed, as help, refusals and hints show it: `/talks who-led`, `/facts add`. */
export function typed(path: readonly string[], rest = ""): string {
  return `/${path.join(" ")}${rest === "" ? "" : ` ${rest}`}`;
}
