import { call } from "#core/request/call.ts";
import { defineCommand, type Answer, type Context } from "#core/answer/command.ts";
import { authorOf } from "#core/desk/desk.ts";
import { IMPORT_MAX, readEntries } from "#core/exchange/entries.ts";
import { applyImport, planImport, type Fate } from "#core/changes/import.ts";
import { changed } from "./changed.ts";
import { file, text } from "#core/request/options/index.ts";
import { refuse } from "#core/request/refusal.ts";
import { buttons, heading, paragraph, reply, text as words, type Block } from "#core/reply/reply.ts";
import { count, shorten } from "#core/text/text.ts";

const SHOWN = 100;

export const importFacts = defineCommand({
  path: ["facts", "import"],
  about: "Import facts from YAML, JSON or CSV: first every line's fate, then all or nothing",
  tier: "moderator",
  options: {
    file: file("The file, as /facts export writes it; at most 1 MB", IMPORT_MAX),
    confirm: text("The token of a dry run that was shown", { max: 40 }),
  },
  example: "file:./facts.yaml",
  async answer(values, context) {
    const content = values.confirm === undefined ? values.file : await context.desk.stash.pop(values.confirm);
    if (content === undefined) {
      const why = values.confirm === undefined ? "No file was given." : "That dry run is over or was applied already.";
      return {
        kind: "refusal",
        refusal: refuse("usage", why, "Import the file again, as in: /facts import file:./facts.yaml"),
      };
    }
    const entries = readEntries(content);
    if (!entries.ok) return { kind: "refusal", refusal: entries.refusal };
    if (values.confirm === undefined)
      return dryRun(
        content,
        planImport(entries.value, context.asker.tier, await context.desk.snapshot()).fates,
        context,
      );
    const outcome = await context.desk.change(authorOf(context.asker), (snapshot) =>
      applyImport(entries.value, context.asker.tier, snapshot),
    );
    return changed(outcome, ({ fates }) => ({
      kind: "reply",
      reply: reply(`Imported: ${summary(fates)}.`, [
        heading("Imported"),
        paragraph(words(`${summary(fates)}.`)),
        ...table(fates),
        buttons({ label: "Undo the whole import", call: call(["facts", "undo"]) }),
      ]),
    }));
  },
});

async function dryRun(content: string, fates: readonly Fate[], { desk, raw }: Context): Promise<Answer> {
  const refused = fates.filter((f) => f.fate === "refused").length;
  const changes = fates.filter((f) => f.fate === "adds" || f.fate === "joins").length;
  const next =
    refused > 0
      ? [
          paragraph(
            words(
              `Nothing can be imported while ${count(refused, "entry is", "entries are")} refused: mend the file and import it again.`,
            ),
          ),
        ]
      : changes === 0
        ? [paragraph(words("There is nothing to import."))]
        : [
            buttons({
              label: `Import all ${changes}`,
              call: call(raw.path, { confirm: await desk.stash.put(content) }),
            }),
          ];
  return {
    kind: "reply",
    reply: reply(`Dry run: ${summary(fates)}. Nothing was changed yet.`, [
      heading("Dry run: nothing was changed yet"),
      paragraph(words(`${summary(fates)}.`)),
      ...table(fates),
      ...next,
    ]),
  };
}

function summary(fates: readonly Fate[]): string {
  const of = (fate: Fate["fate"]): number => fates.filter((f) => f.fate === fate).length;
  return `${count(of("adds"), "new fact")}, ${count(of("joins"), "more source")}, ${of("held already")} held already, ${of("refused")} refused`;
}

function table(fates: readonly Fate[]): readonly Block[] {
  // What is refused comes first: it is what one has to act on.
  const order = fates.toSorted((a, b) => Number(b.fate === "refused") - Number(a.fate === "refused"));
  const rows = order.slice(0, SHOWN).map((f) => [f.where, f.fate, shorten(f.detail, 200)]);
  const more = fates.length > SHOWN ? [paragraph(words(`And ${fates.length - SHOWN} more.`))] : [];
  return [{ kind: "table", caption: "Every entry's fate", head: ["Entry", "Fate", "Fact or reason"], rows }, ...more];
}
