import { defineCommand } from "#core/command.ts";
import { authorOf } from "#core/desk.ts";
import { aliasSubject } from "#core/desk/subject.ts";
import { call } from "#core/call.ts";
import { spellings, type Named } from "#core/names.ts";
import { oneOf, text } from "#core/options/index.ts";
import { refuse } from "#core/refusal.ts";
import { buttons, heading, list, reply, text as words } from "#core/reply.ts";
import { changed } from "#core/moderate/shown.ts";
import { fold } from "#core/text.ts";
import type { Names, View } from "#core/view.ts";

const KINDS = ["people", "places", "parties", "talks"] as const;

export const alias = defineCommand({
  path: ["facts", "alias"],
  about: "Add or remove a spelling of a person, place, party or round",
  tier: "moderator",
  options: {
    action: oneOf("Whether to add or to remove it", ["add", "remove"], { words: true, required: true }),
    name: {
      ...text("Whose spelling: a name that the desk knows", { words: true, required: true, max: 100 }),
      complete: (view) => KINDS.flatMap((of) => view[of].all.map((n) => ({ label: n.name, value: n.name }))),
    },
    spelling: text("The spelling", { words: true, required: true, max: 100 }),
  },
  example: 'add "Sonata Coulter" "S. Coulter"',
  form: { title: "Spelling", asks: ["action", "name", "spelling"] },
  async answer({ action, name, spelling }, { asker, desk }) {
    const outcome = await desk.change(authorOf(asker), ({ view }) => {
      const found = findNamed(name, view);
      if (found === undefined) {
        return {
          kind: "refuse",
          refusal: {
            ...refuse(
              "held",
              `Nothing here is called "${name}".`,
              "Type a person, place, party or round that the desk knows.",
            ),
            field: "name",
          },
        };
      }
      const { of, item } = found;
      const problem = action === "add" ? cannotAdd(spelling, of, item, view) : cannotRemove(spelling, item);
      if (problem !== undefined)
        return {
          kind: "refuse",
          refusal: { ...refuse("usage", problem, "Type another spelling."), field: "spelling" },
        };
      const after = JSON.stringify({ of, id: item.id, spelling, ...(action === "remove" ? { removed: true } : {}) });
      return {
        kind: "append",
        changes: [{ subject: aliasSubject(of, item.id, fold(spelling)), kind: "alias", after }],
        result: found,
      };
    });
    return changed(outcome, ({ of, item }, now) => {
      const known = now.view[of].get(item.id);
      const all = known === undefined ? [] : [known.name, ...known.aliases];
      return {
        kind: "reply",
        reply: reply(`${item.name} is now found by ${all.length} spellings.`, [
          heading(`Spellings of ${item.name}`),
          list(...all.map((s) => [words(s)])),
          buttons({ label: "Undo", call: call(["facts", "undo"]) }),
        ]),
      };
    });
  },
});

interface FoundNamed {
  readonly of: keyof Names;
  readonly item: Named;
}

function findNamed(name: string, view: View): FoundNamed | undefined {
  for (const kind of KINDS) {
    const found = view[kind].find(name);
    if (found.kind === "exact") return { of: kind, item: found.item };
  }
  return undefined;
}

function cannotAdd(spelling: string, of: keyof Names, item: Named, view: View): string | undefined {
  if (fold(spelling) === "") return "A spelling needs a letter or a digit.";
  const taken = view[of].exact(spelling);
  if (taken === undefined) return undefined;
  return taken.id === item.id
    ? `"${spelling}" is a spelling of ${item.name} already.`
    : `"${spelling}" is ${taken.name} here.`;
}

function cannotRemove(spelling: string, item: Named): string | undefined {
  if (fold(spelling) === fold(item.name)) return `"${item.name}" is the name itself.`;
  return spellings(item).some((s) => fold(s) === fold(spelling))
    ? undefined
    : `"${spelling}" is no spelling of ${item.name}.`;
}
