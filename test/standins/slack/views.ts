import { createHash } from "node:crypto";
import { VIEW_STACK } from "./block-kit/limits.ts";
import type { Ids } from "./ids.ts";
import type { Fields } from "./json.ts";
import { fields, list, words } from "./json.ts";
import { Refusal } from "./refusal.ts";
import { initialValues, keptValues } from "./typed-values.ts";
import type { Values } from "./typed-values.ts";

/** A modal or Home tab as one person has it open, with what they typed so far. */
export interface View {
  readonly id: string;
  readonly teamId: string;
  readonly userId: string;
  readonly rootId: string;
  readonly previousId: string | undefined;
  /** What the app sent: type, title, blocks and the rest. */
  given: Fields;
  hash: string;
  values: Values;
  /** Messages under the fields, by block_id, since the last submission was refused. */
  errors: Readonly<Record<string, string>>;
  open: boolean;
}

function identified(given: Fields, ids: Ids): Fields {
  const blocks = list(given["blocks"]).map((block) =>
    Object.assign({}, block, { block_id: block["block_id"] ?? ids.next("b") }),
  );
  return { ...given, blocks };
}

/** The open views of everyone: a stack of at most three modals each, and one Home tab. */
export class Views {
  readonly #ids: Ids;
  readonly #stacks = new Map<string, View[]>();
  readonly #homes = new Map<string, View>();
  #revision = 0;

  constructor(ids: Ids) {
    this.#ids = ids;
  }

  #fresh(userId: string, teamId: string, given: Fields, below?: View, here?: string): View {
    const id = this.#ids.next("V");
    const identifiedView = identified(given, this.#ids);
    return {
      id,
      teamId,
      userId,
      rootId: below?.rootId ?? id,
      previousId: below?.id,
      given: identifiedView,
      hash: this.#hash(),
      values: initialValues(identifiedView, here),
      errors: {},
      open: true,
    };
  }

  #hash(): string {
    this.#revision += 1;
    return `${this.#revision}.${createHash("sha256").update(String(this.#revision)).digest("hex").slice(0, 8)}`;
  }

  #claimExternalId(given: Fields, teamId: string, except?: View): void {
    const wanted = words(given["external_id"]);
    if (wanted !== "" && this.find({ external_id: wanted }, teamId, except) !== undefined)
      throw new Refusal("duplicate_external_id");
  }

  /** Opens a modal; one that is already open is replaced with its whole stack, as Slack's client does. */
  open(userId: string, teamId: string, given: Fields, here?: string): View {
    this.#claimExternalId(given, teamId);
    this.clear(userId);
    const view = this.#fresh(userId, teamId, given, undefined, here);
    this.#stacks.set(userId, [view]);
    return view;
  }

  push(userId: string, teamId: string, given: Fields): View {
    const stack = this.#stacks.get(userId) ?? [];
    if (stack.length === 0) throw new Refusal("not_found");
    if (stack.length >= VIEW_STACK) throw new Refusal("push_limit_reached");
    this.#claimExternalId(given, teamId);
    const view = this.#fresh(userId, teamId, given, stack.at(-1));
    stack.push(view);
    return view;
  }

  /** Replaces a view's content. What was typed stays where block_id and action_id stay the same. */
  update(view: View, given: Fields): View {
    this.#claimExternalId(given, view.teamId, view);
    const next = identified(given, this.#ids);
    view.values = keptValues(view.values, next);
    view.given = next;
    view.errors = {};
    view.hash = this.#hash();
    return view;
  }

  publish(userId: string, teamId: string, given: Fields): View {
    const home = this.#homes.get(userId);
    if (home !== undefined) return this.update(home, given);
    const view = this.#fresh(userId, teamId, given);
    this.#homes.set(userId, view);
    return view;
  }

  home(userId: string): View | undefined {
    return this.#homes.get(userId);
  }

  top(userId: string): View | undefined {
    return this.#stacks.get(userId)?.at(-1);
  }

  /** By `view_id` or `external_id`, as views.update names it. */
  find(by: Fields, teamId: string, except?: View): View | undefined {
    const all = [...this.#stacks.values(), [...this.#homes.values()]].flat();
    return all.find(
      (view) =>
        view !== except &&
        view.teamId === teamId &&
        (view.id === by["view_id"] ||
          (by["external_id"] !== undefined && view.given["external_id"] === by["external_id"])),
    );
  }

  /** Closes one view; those above it go with it. */
  close(view: View): void {
    const stack = this.#stacks.get(view.userId) ?? [];
    const at = stack.indexOf(view);
    for (const gone of at === -1 ? [] : stack.splice(at)) gone.open = false;
    if (stack.length === 0) this.#stacks.delete(view.userId);
  }

  clear(userId: string): void {
    for (const view of this.#stacks.get(userId) ?? []) view.open = false;
    this.#stacks.delete(userId);
  }
}

/** A view as payloads and answers carry it. */
export function viewOnWire(view: View, appId: string, botId: string): Record<string, unknown> {
  const given = view.given;
  return {
    id: view.id,
    team_id: view.teamId,
    type: given["type"],
    blocks: given["blocks"],
    private_metadata: words(given["private_metadata"]),
    callback_id: words(given["callback_id"]),
    external_id: words(given["external_id"]),
    state: { values: view.values },
    hash: view.hash,
    title: fields(given["title"]),
    close: given["close"] ?? null,
    submit: given["submit"] ?? null,
    clear_on_close: given["clear_on_close"] === true,
    notify_on_close: given["notify_on_close"] === true,
    previous_view_id: view.previousId ?? null,
    root_view_id: view.rootId,
    app_id: appId,
    app_installed_team_id: view.teamId,
    bot_id: botId,
  };
}
