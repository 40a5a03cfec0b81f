import type { IntlMessageFormat } from "intl-messageformat";
import type { MessageId } from "./english.ts";
import { speak, spokenIn, type Spoken } from "./spoken.ts";
import { tongueOfLocale, type Told, type Tongue } from "./tongue.ts";

/**
 * Reads the catalogue of a language, the first time that somebody needs it: English needs neither a catalogue nor the
 * library that reads one.
 */
export async function ready(tongue: Tongue | undefined): Promise<void> {
  if (tongue === undefined || spokenIn(tongue) !== undefined) return;
  const [{ IntlMessageFormat }, messages] = await Promise.all([import("intl-messageformat"), CATALOGUES[tongue]()]);
  speak(
    tongue,
    spoken(messages, (message) => new IntlMessageFormat(message, tongue, undefined, { ignoreTag: true })),
  );
}

/** What says that something is told to the person with this locale, once that can be told. */
export async function toldTo(locale: string | undefined): Promise<Told> {
  const tongue = locale === undefined ? undefined : tongueOfLocale(locale);
  await ready(tongue);
  return { tongue };
}

/** The messages of a catalogue; each is parsed when it is first told. */
function spoken(
  messages: Readonly<Partial<Record<MessageId, string>>>,
  parse: (message: string) => IntlMessageFormat,
): Spoken {
  const parsed = new Map<MessageId, IntlMessageFormat>();
  return (id, values) => {
    const message = messages[id];
    if (message === undefined || !message.includes("{")) return message;
    const known = parsed.get(id) ?? parse(message);
    parsed.set(id, known);
    return String(known.format(values));
  };
}

const CATALOGUES = {
  tr: async () => (await import("#data/replies/tr.json", { with: { type: "json" } })).default.messages,
  ru: async () => (await import("#data/replies/ru.json", { with: { type: "json" } })).default.messages,
} satisfies Record<Tongue, () => Promise<Partial<Record<MessageId, string>>>>;
