import type { Fields } from "./json.ts";
import { isFields, list, words } from "./json.ts";

/** What a text would do once shown: whom it notifies and what becomes clickable. */
export interface Live {
  readonly pings: readonly string[];
  readonly links: readonly string[];
}

interface Reading {
  /** Slack turns bare addresses into links unless told `parse: none` or `verbatim: true`. */
  readonly addresses: boolean;
  /**
   * Slack links bare `@channel` and `#name` with `link_names`, `parse: full`, or in mrkdwn objects that are not
   * verbatim.
   */
  readonly names: boolean;
}

const ADDRESS = /\bhttps?:\/\/[^\s<>|]+/giu;
const EMAIL = /\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+/giu;
const DOMAIN =
  /(?<![@\w./-])(?:[a-z0-9-]+\.)+(?:com|org|net|io|dev|info|biz|gov|edu|tr|ru|uk|de|eu|example)\b[^\s<>|]*/giu;
const CODE = /```[\s\S]*?```|`[^`\n]*`/gu;

function marked(inside: string, pings: string[], links: string[]): void {
  const [target = ""] = inside.split("|");
  const broadcast = /^!(channel|here|everyone|group)\b/u.exec(target);
  if (broadcast?.[1] !== undefined) pings.push(broadcast[1]);
  else if (target.startsWith("!subteam^")) pings.push(`group:${target.slice(9)}`);
  else if (/^@[UW]/u.test(target)) pings.push(`user:${target.slice(1)}`);
  else if (/^#[CG]/u.test(target)) links.push(`channel:${target.slice(1)}`);
  else if (target.startsWith("!date^")) links.push(...target.split("^").slice(3));
  else if (/^(?:https?|mailto|tel|ftp|slack):/iu.test(target)) links.push(target);
}

/** docs.slack.dev/messaging/formatting-message-text: `<…>` is live, `&lt;…&gt;` is not. */
function liveText(text: string, reading: Reading): Live {
  const pings: string[] = [];
  const links: string[] = [];
  const rest = text.replaceAll(/<([^<>\n]+)>/gu, (_, inside: string) => {
    marked(inside, pings, links);
    return " ";
  });
  let plain = rest.replaceAll(CODE, " ");
  if (reading.addresses) {
    for (const pattern of [ADDRESS, EMAIL, DOMAIN]) {
      plain = plain.replaceAll(pattern, (address) => {
        links.push(pattern === EMAIL ? `mailto:${address}` : address);
        return " ";
      });
    }
  }
  if (reading.names) {
    for (const [, name] of plain.matchAll(/(?<!\w)@(channel|here|everyone)\b/gu))
      if (name !== undefined) pings.push(name);
    for (const [name] of plain.matchAll(/(?<![\w&])#[a-z][\w-]*/gu)) links.push(`channel:${name}`);
  }
  return { pings, links };
}

function fromRichText(element: Fields): Live {
  switch (element["type"]) {
    case "user":
      return { pings: [`user:${words(element["user_id"])}`], links: [] };
    case "usergroup":
      return { pings: [`group:${words(element["usergroup_id"])}`], links: [] };
    case "broadcast":
      return { pings: [words(element["range"])], links: [] };
    case "channel":
      return { pings: [], links: [`channel:${words(element["channel_id"])}`] };
    case "link":
      return { pings: [], links: [words(element["url"])] };
    default:
      return { pings: [], links: [] };
  }
}

function ofObject(object: Fields): Live {
  const text = words(object["text"]);
  if (object["type"] === "mrkdwn") {
    const loose = object["verbatim"] !== true;
    return liveText(text, { addresses: loose, names: loose });
  }
  if (object["type"] === "markdown") {
    const links = [...text.matchAll(/\]\((\S+?)\)/gu)].map(([, address]) => address ?? "");
    const live = liveText(text.replaceAll(/\]\(\S+?\)/gu, "]"), { addresses: true, names: true });
    return { pings: live.pings, links: [...links, ...live.links] };
  }
  return fromRichText(object);
}

function walk(value: unknown, pings: string[], links: string[]): void {
  if (Array.isArray(value)) for (const one of value) walk(one, pings, links);
  if (!isFields(value)) return;
  const live = ofObject(value);
  pings.push(...live.pings);
  links.push(...live.links);
  for (const one of Object.values(value)) walk(one, pings, links);
}

/** Everything live in a message as it was posted: its text, its blocks, its attachments. */
export function liveMessage(given: Fields): Live {
  const named = given["link_names"] === true || given["parse"] === "full";
  const top = liveText(words(given["text"]), { addresses: given["parse"] !== "none", names: named });
  const pings = [...top.pings];
  const links = [...top.links];
  walk(given["blocks"], pings, links);
  for (const attachment of list(given["attachments"])) {
    const text = `${words(attachment["pretext"])} ${words(attachment["text"])} ${words(attachment["title_link"])}`;
    const live = liveText(text, { addresses: true, names: named });
    pings.push(...live.pings);
    links.push(...live.links);
    walk(attachment["blocks"], pings, links);
  }
  return { pings: [...new Set(pings)], links: [...new Set(links)] };
}
