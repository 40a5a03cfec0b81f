import { mayActAs, type Asker } from "#core/request/asker.ts";
import { NO_CALL, type RawCall, type Button } from "#core/request/call.ts";
import type { Commands } from "#core/answer/command.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { defined } from "#core/text/defined.ts";
import { hasDetails, readable } from "#core/reply/readable.ts";
import type { Picture, Reply } from "#core/reply/reply.ts";
import type { DeskKey } from "#core/desk/store.ts";
import { writeAction, type Action } from "./actions.ts";
import type { Paint } from "./paint.ts";
import type { Stash } from "./stash.ts";

/** Who asked what. `everyone`: the answer is not for the asker alone. `shares`: whether it can be shared. */
export interface Request {
  readonly shares?: boolean;
  /** Somebody pressed Share: they are told that it was done. */
  readonly shared?: true;
  readonly call: RawCall;
  readonly asker: Asker;
  readonly everyone: boolean;
}

/**
 * All that decides what stands around a reply. Without a request, as in a refusal or a post, nobody can share it or see
 * its history.
 */
export interface Setting {
  readonly workspace: DeskKey;
  readonly commands: Commands;
  readonly stash: Stash;
  readonly request?: Request;
  /** Absent where nothing draws pictures, or the platform shows none there. */
  readonly paint?: Paint | undefined;
}

/** Where what stands around a reply is stashed. */
export type Stashing = Pick<Setting, "workspace" | "stash" | "paint">;

/** What stands around a page's own words, in the same language. `id` writes an action as a button carries it. */
export interface Frame extends Told {
  readonly page: number;
  readonly pages: number;
  /** Actions under the page: the pages before and after, share, history. */
  readonly below: readonly { readonly label: string; readonly action: Action; readonly enabled?: boolean }[];
  /** Facts whose history the asker may see, to choose from where there are several. */
  readonly histories: readonly { readonly id: string; readonly statement: string }[];
  /** Who shared it, by the platform's id and by name. */
  readonly sharedBy?: { readonly id: string; readonly name: string };
  /** The role or user group that is pinged above it, by the platform's id. */
  readonly pings?: string;
  /** The pictures of the page that could be drawn, as PNG. */
  readonly pictures?: Pictures;
  id(action: Action): string;
}

export type Pictures = ReadonlyMap<Picture, Uint8Array>;
/** The pictures of a page, drawn. */
export async function painted(all: readonly Picture[], paint: Paint | undefined): Promise<Pictures> {
  if (paint === undefined) return new Map();
  const drawn = await Promise.all(all.map(async (picture) => [picture, await paint(picture)] as const));
  return new Map(drawn.flatMap(([picture, png]) => (png === undefined ? [] : [[picture, png]])));
}

/**
 * One page of how many, the buttons it shows, the token under which its reply is stashed already, the room of a button
 * for its action.
 */
export interface PageSpec {
  readonly page: number;
  readonly pages: number;
  readonly buttons: readonly Button[];
  readonly token: string | undefined;
  readonly room: number;
}

/** What stands around one page of a reply. Keeps what its buttons cannot hold. @throws what the store throws */
export async function frameOf(reply: Reply, spec: PageSpec, setting: Setting): Promise<Frame> {
  const { page, pages, room } = spec;
  const { stash, workspace, commands, request } = setting;
  const call = request?.call ?? NO_CALL;
  const token = pages > 1 ? (spec.token ?? (await stash.put(workspace, { call, reply }, [call]))) : "";
  const turn = (label: string, to: number): Frame["below"][number] => ({
    label,
    action: { do: "page", token, page: Math.max(0, Math.min(to, pages - 1)) },
    enabled: to >= 0 && to < pages,
  });
  const histories = request === undefined ? [] : historiesFor(reply, request, commands);
  const [only] = histories;
  const below: Frame["below"] = [
    ...(pages > 1 ? [turn(tell(reply, "frame.back"), page - 1), turn(tell(reply, "frame.next"), page + 1)] : []),
    ...(request !== undefined && request.call.path.length > 0 && hasDetails(reply)
      ? [{ label: tell(reply, "frame.details"), action: { do: "details" as const, call } }]
      : []),
    ...(request !== undefined && sharable(request, commands)
      ? [{ label: tell(reply, "frame.share"), action: { do: "share" as const, call } }]
      : []),
    ...(only !== undefined && histories.length === 1
      ? [{ label: tell(reply, "frame.history"), action: { do: "call" as const, call: historyOf(only.id) } }]
      : []),
  ];
  const inside = spec.buttons.map((b) => ({ do: "call" as const, call: b.call }));
  const id = await identified([...inside, ...below.map((b) => b.action)], room, setting);
  const frame = { page, pages, below, histories, id, ...defined({ tongue: reply.tongue }) };
  if (request?.everyone !== true) return frame;
  const { asker } = request;
  return { ...frame, sharedBy: { id: asker.id, name: asker.name } };
}

/**
 * A reply as the person reads it who asked, or everyone: ids are for moderators, details for those who ask for them. A
 * post has no button for details, so it has all of them.
 */
export function readBy(reply: Reply, request: Request | undefined): Reply {
  const ids = request !== undefined && !request.everyone && mayActAs(request.asker.tier, "moderator");
  return readable(reply, { ids, details: request === undefined || request.call.path.length === 0 });
}

export function historyOf(id: string): RawCall {
  return { path: ["facts", "history"], values: { id } };
}

function historiesFor(
  { facts, blocks }: Reply,
  { asker, call, everyone }: Request,
  commands: Commands,
): Frame["histories"] {
  const history = commands.find(["facts", "history"]);
  if (everyone || history === undefined || !mayActAs(asker.tier, history.tier) || call.path[1] === "history") return [];
  // Where the answer offers a history itself, a second button would only ask which.
  if (blocks.some((b) => b.kind === "buttons" && b.buttons.some((one) => one.call.path.join(" ") === "facts history")))
    return [];
  return [...new Map(facts.map((f) => [f.id, { id: f.id, statement: f.told ?? f.statement }])).values()];
}

/** The person who reads an answer alone may show it to everyone; an answer to a change is nobody else's business. */
function sharable({ everyone, call, shares }: Request, commands: Commands): boolean {
  if (shares === false) return false;
  const options = commands.find(call.path)?.options;
  return !everyone && options !== undefined && Object.hasOwn(options, "public");
}

/**
 * How the actions of one message are written, each another. Calls that are too long are stashed together under one
 * token.
 */
export async function identified(
  actions: readonly Action[],
  room: number,
  { workspace, stash }: Stashing,
): Promise<(action: Action) => string> {
  const long = actions.filter((a) => writeAction(a, 99, room) === undefined);
  const names = long.map((a) => JSON.stringify(a));
  const token =
    long.length === 0
      ? ""
      : await stash.put(
          workspace,
          long,
          long.flatMap((a) => ("call" in a ? [a.call] : [])),
        );
  let nth = 0;
  return (action) => {
    nth += 1;
    const index = names.indexOf(JSON.stringify(action));
    const id = writeAction(index < 0 ? action : { do: "stashed", token, index }, nth, room);
    if (id === undefined) throw new Error(`the action ${JSON.stringify(action)} was not stashed`);
    return id;
  };
}
