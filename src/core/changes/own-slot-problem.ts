import { tell } from "#core/messages/tell.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { View } from "#core/facts/view.ts";
import { refuse, type Refusal } from "#core/request/refusal.ts";
import { ALL_SLOTS } from "#core/slots/index.ts";
import type { Slot } from "#core/slots/slot.ts";
import { fold, shorten } from "#core/text/text.ts";

/** Most slots that a desk defines, and most other words that ask for one. */
const SLOTS_MAX = 25;
const WORDS_MAX = 20;
/** Longest name of one, and longest words that ask for it, in characters: a heading, a button. */
const NAME_MAX = 40;

/** Why a slot of the desk's own cannot be kept so: too many, too long, or words that already ask for something. */
export function ownSlotProblem({ id, name, aliases }: NameState, view: View): Refusal | undefined {
  const long = [name, ...aliases].find((words) => words.length > NAME_MAX);
  if (long !== undefined)
    return wrong(
      long === name ? "name" : "aliases",
      tell(view, "spelling.long", { name: shorten(long, 60), n: long.length }),
      tell(view, "spelling.shorten", { max: NAME_MAX }),
    );
  if (aliases.length > WORDS_MAX)
    return wrong(
      "aliases",
      tell(view, "ownSlot.words", { n: aliases.length }),
      tell(view, "ownSlot.keep", { max: WORDS_MAX }),
    );
  if (view.slots.all.filter((slot) => slot.id !== id).length >= SLOTS_MAX)
    return refuse("limit", tell(view, "ownSlot.most", { n: SLOTS_MAX }), tell(view, "ownSlot.retire"));
  for (const [at, words] of [name, ...aliases].entries()) {
    const shipped = ALL_SLOTS.find((slot) => wordsOf(slot).some((w) => fold(w) === fold(words)));
    if (shipped !== undefined)
      return wrong(
        at === 0 ? "name" : "aliases",
        tell(view, "ownSlot.asks", { words, slot: tell(view, `slot.${shipped.name}`) }),
        tell(view, "ownSlot.choose", { slot: shipped.name }),
      );
  }
  return undefined;
}

/** What a shipped slot is called, and each single word that asks for it: a longer phrase may ask for two. */
function wordsOf({ name, label, ask }: Slot): readonly string[] {
  return [name, label, ...ask.filter((phrase) => !phrase.includes(" "))];
}

function wrong(field: string, message: string, hint: string): Refusal {
  return { ...refuse("usage", message, hint), field };
}
