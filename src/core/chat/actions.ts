import type { RawCall } from "#core/request/call.ts";

/**
 * What a press of one of our buttons asks for. `details` is the same answer with all that it has. `page` and `form`
 * name something stashed: a reply of several pages, a form half filled in. `history` comes from a menu, whose choice is
 * the fact.
 */
export type Action =
  | { readonly do: "call"; readonly call: RawCall }
  | { readonly do: "share"; readonly call: RawCall }
  | { readonly do: "details"; readonly call: RawCall }
  | { readonly do: "page"; readonly token: string; readonly page: number }
  | { readonly do: "form"; readonly token: string; readonly step: number }
  /** Sends a form as it stands, without its further steps. */
  | { readonly do: "send"; readonly token: string }
  | { readonly do: "stashed"; readonly token: string; readonly index: number }
  | { readonly do: "history" };

/**
 * An action as a button carries it, in at most `room` characters; undefined where it does not fit. `nth` keeps those of
 * one message apart.
 */
export function writeAction(action: Action, nth: number, room: number): string | undefined {
  // What comes next is a whole call of its own: two do not fit.
  if (action.do === "call" && action.call.next !== undefined) return undefined;
  const id = `${nth.toString(36)}|${written(action)}`;
  return id.length > room ? undefined : id;
}

function written(action: Action): string {
  switch (action.do) {
    case "call":
      return `c|${writtenCall(action.call)}`;
    case "share":
      return `s|${writtenCall(action.call)}`;
    case "details":
      return `d|${writtenCall(action.call)}`;
    case "page":
      return `p|${action.token}|${action.page}`;
    case "form":
      return `f|${action.token}|${action.step}`;
    case "send":
      return `e|${action.token}|0`;
    case "stashed":
      return `k|${action.token}|${action.index}`;
    case "history":
      return "h";
  }
}

function writtenCall({ path, values, submitted, reopen, instead }: RawCall): string {
  const all = Object.entries(values).map(([name, value]) => pair(name, value));
  const mark = submitted === true ? "|submitted" : reopen === true ? "|reopen" : "";
  const last = instead === undefined ? mark : `|${pair(instead.option, instead.typed)}`;
  return `${path.join(" ")}|${all.join("&")}${last}`;
}

function pair(name: string, value: string): string {
  return `${name}=${value.replace(/[%&|]/gu, encodeURIComponent)}`;
}

/**
 * What a button carries, back to its action; undefined for one that is not ours, or of a Talks that wrote them
 * otherwise.
 */
export function readAction(id: string): Action | undefined {
  const [, kind = "", first = "", second = "", third = ""] = id.split("|");
  switch (kind) {
    case "c":
    case "d":
    case "s": {
      const call = readCall(first, second, third);
      return call === undefined ? undefined : { do: kind === "c" ? "call" : kind === "d" ? "details" : "share", call };
    }
    case "p":
    case "f":
    case "e":
    case "k": {
      const token = /^[a-z0-9]{1,64}$/u.exec(first)?.[0];
      const number = /^\d{1,4}$/u.test(second) ? Number(second) : undefined;
      if (token === undefined || number === undefined) return undefined;
      if (kind === "p") return { do: "page", token, page: number };
      if (kind === "e") return { do: "send", token };
      return kind === "f" ? { do: "form", token, step: number } : { do: "stashed", token, index: number };
    }
    case "h":
      return { do: "history" };
  }
  return undefined;
}

function readCall(path: string, values: string, last: string): RawCall | undefined {
  const words = path.split(" ");
  if (words.length !== 2) return undefined;
  const pairs = (text: string): readonly (readonly [string, string])[] =>
    text.split("&").map((part) => {
      const [name = "", value = ""] = part.split(/=([^]*)/u, 2);
      return [name, decodeURIComponent(value)];
    });
  try {
    const read = { path: words, values: values === "" ? {} : Object.fromEntries(pairs(values)) };
    if (last === "submitted") return { ...read, submitted: true };
    if (last === "reopen") return { ...read, reopen: true };
    const [instead] = last.includes("=") ? pairs(last) : [];
    return instead === undefined ? read : { ...read, instead: { option: instead[0], typed: instead[1] } };
  } catch {
    return undefined;
  }
}
