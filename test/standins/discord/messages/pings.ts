import type { Json } from "#test/standins/discord/json.ts";
import { isObject, list, object, objects, text, texts } from "#test/standins/discord/json.ts";

/**
 * Who a message would notify: `everyone`, `here`, `role:ID`, `user:ID`. Without `allowed_mentions` all that it
 * mentions; else what is parsed or listed (docs.discord.com/developers/resources/message#allowed-mentions-object).
 *
 * On the safe side: mentions count also in code, in edits, and whatever the bot's permission to mention everyone is.
 *
 * @param repliesTo author of the message replied to, who is notified unless `replied_user` is false
 */
export function pingsOf(body: Json, repliesTo?: string): readonly string[] {
  const mentioned = [...mentions([text(body.content), ...displayedTexts(body.components)].join("\n"))];
  const rule = body.allowed_mentions;
  const replied = repliesTo === undefined ? [] : [`user:${repliesTo}`];
  if (!isObject(rule)) return [...new Set([...mentioned, ...replied])];
  const allowed = mentioned.filter((one) => permits(rule, one));
  return [...new Set(rule.replied_user === true ? [...allowed, ...replied] : allowed)];
}

function permits(rule: Json, who: string): boolean {
  const parse = texts(rule.parse);
  const [kind, id] = who.split(":");
  if (kind === "user") return parse.includes("users") || texts(rule.users).includes(id ?? "");
  if (kind === "role") return parse.includes("roles") || texts(rule.roles).includes(id ?? "");
  return parse.includes("everyone");
}

function* mentions(content: string): Generator<string> {
  if (content.includes("@everyone")) yield "everyone";
  if (content.includes("@here")) yield "here";
  for (const [, role, id] of content.matchAll(/<@(&|!)?(\d+)>/gu)) yield `${role === "&" ? "role" : "user"}:${id}`;
}

/** The texts of all text displays, in the order they are shown. */
function displayedTexts(components: unknown): readonly string[] {
  return objects(components).flatMap((one) => [
    ...(one.type === 10 ? [text(one.content)] : []),
    ...displayedTexts(one.components),
  ]);
}

/** Everything a reader of the message sees as text: content, embeds, text displays. */
export function shownText(message: Json): string {
  const embeds = objects(message.embeds).flatMap((embed) => [
    text(embed.title),
    text(embed.description),
    ...objects(embed.fields).flatMap((field) => [text(field.name), text(field.value)]),
    text(object(embed.footer).text),
  ]);
  return [text(message.content), ...embeds, ...displayedTexts(list(message.components))]
    .filter((one) => one !== "")
    .join("\n");
}
