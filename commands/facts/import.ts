import { tell } from "#core/messages/tell.ts";
import { commandCalled } from "./command-called.ts";
import type { PackNames } from "#core/exchange/pack-names.ts";
import { applyImport, planImport } from "#core/changes/import.ts";
import { authorOf } from "#core/desk/desk.ts";
import { defineCommand, type Answer, type Context } from "#core/answer/command.ts";
import { IMPORT_MAX, type Reader, type Reading } from "#core/exchange/reader.ts";
import type { Option } from "#core/request/option.ts";
import { call, type Button, type RawCall } from "#core/request/call.ts";
import { file, flag, talks, text, whole } from "#core/request/options/index.ts";
import { no, ok, refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import { changed } from "./changed.ts";
import { dryRunReply, importedReply } from "./import-reply.ts";
import { readKept, writeKept, type Kept } from "./kept-import.ts";

// As much as fits a form's field on every platform (Slack 3,000, Discord 4,000).
const PASTED_MAX = 3000;

const paste: Option<string, false> = {
  ...text("The facts themselves in place of a file: YAML, JSON or CSV", { max: PASTED_MAX }),
  type: "long",
  // Line ends and indentation are what it is read by.
  read: (raw, names) =>
    raw.length > PASTED_MAX
      ? no(tell(names, "value.long", { n: raw.length, max: PASTED_MAX }), tell(names, "importFile.asFile"))
      : ok(raw),
};

const OPTIONS = {
  file: file("The file: YAML, JSON, JSON lines or CSV, at most 1 MB", IMPORT_MAX),
  paste,
  apply: flag("Import at once if no entry is refused"),
  talks: talks("The round of all entries that name no round"),
  "leave-out": text("Columns or keys to leave out, with commas between"),
  "fill-down": text("Columns whose empty cells mean the cell above, such as talks"),
  "new-names": flag("Names near known ones are new names"),
  "dry-run": text("The token of a dry run, to import it or to see more of it", { max: 40 }),
  page: whole("Which page of the results", 1, 1000),
} as const;

export const importFacts = (reader: Reader) =>
  defineCommand({
    path: ["facts", "import"],
    about: "Import facts from YAML, JSON or CSV: check every entry, then import all or none",
    tier: "moderator",
    options: OPTIONS,
    example: "file:./facts.yaml",
    form: { title: "Import facts", asks: ["file", "paste"] },
    async answer(values, context) {
      const { desk, asker } = context;
      const found = await asked(values, context);
      if (!found.ok) return { kind: "refusal", refusal: found.refusal };
      const { kept, token } = found.value;
      const page = values.page ?? 1;
      if ("results" in kept)
        return importedReply(kept.results, page, context.view, async () => token ?? desk.stash.put(writeKept(kept)));
      const again = async (): Promise<string> => token ?? desk.stash.put(writeKept(kept));
      const read = await reader.read(kept.file, kept, context.view);
      if (!read.ok) return { kind: "refusal", refusal: await withOffers(read.refusal, context.raw, again) };
      const taken = read.value.packs.flatMap((pack) => pack.slots.flatMap((slot) => slotProblem(slot, context)))[0];
      if (taken !== undefined) return { kind: "refusal", refusal: taken };
      const giveWay = (): Promise<void> => reader.giveWay();
      const imported = { ...read.value, allNew: kept.allNew === true };
      if (values.apply !== true) {
        const snapshot = await desk.snapshot();
        const planned = await planImport(imported, asker.tier, snapshot, giveWay);
        return dryRunReply(read.value, planned, { view: snapshot.view, page, token: again });
      }
      const outcome = await desk.change(authorOf(asker), (snapshot) =>
        applyImport(imported, asker.tier, snapshot, giveWay),
      );
      // What was shown is imported once; what was refused can still be asked for otherwise.
      if (outcome.kind === "done" && token !== undefined) await desk.stash.pop(token);
      if (outcome.kind === "refused") return changed(outcome, never);
      return importedReply(
        outcome.result,
        1,
        context.view,
        () => desk.stash.put(writeKept({ results: outcome.result })),
        read.value,
      );
    },
  });

function slotProblem(slot: PackNames["slots"][number], context: Context): readonly Refusal[] {
  if ("problem" in slot) return [];
  const { name, aliases } = slot.item;
  const { field: _, ...refusal } = commandCalled({ called: name, also: aliases.join(", ") }, context) ?? {};
  return "kind" in refusal ? [{ ...refusal, message: `${slot.where}: ${refusal.message}` }] : [];
}

function never(): Answer {
  throw new Error("a refused change was done");
}

type Given = Partial<Readonly<Record<"file" | "paste" | "talks" | "leave-out" | "fill-down" | "dry-run", string>>> & {
  readonly "new-names"?: boolean | undefined;
};

/**
 * What is to be imported: the file that came, or the one that a dry run kept, with what is asked of it now added to
 * what was.
 */
async function asked(
  values: Given,
  { desk, raw, view }: Context,
): Promise<Read<{ readonly kept: Kept; readonly token?: string }>> {
  const now: Reading = {
    leaveOut: values["leave-out"] === undefined ? [] : [values["leave-out"]],
    fillDown: values["fill-down"] === undefined ? [] : [values["fill-down"]],
    talks: values.talks,
  };
  const allNew = values["new-names"] === true ? { allNew: true } : {};
  const token = values["dry-run"];
  const came = values.file ?? values.paste;
  if (token === undefined) {
    if (came === undefined && raw.values["file"] !== undefined)
      return no(tell(view, "article.emptyFile"), tell(view, "importFile.something"));
    if (came === undefined) return no(tell(view, "importFile.none"), tell(view, "importFile.such"), [], "paste");
    return ok({ kept: { file: came, ...now, ...allNew } });
  }
  const content = await desk.stash.get(token);
  if (content === undefined) return no(tell(view, "importFile.expired"), tell(view, "importFile.again"));
  const kept = readKept(content);
  const more = now.leaveOut.length + now.fillDown.length > 0 || now.talks !== undefined || "allNew" in allNew;
  if ("results" in kept || !more) return ok({ kept, token });
  return ok({
    kept: {
      file: kept.file,
      leaveOut: [...kept.leaveOut, ...now.leaveOut],
      fillDown: [...kept.fillDown, ...now.fillDown],
      talks: now.talks ?? kept.talks,
      ...(kept.allNew === true ? { allNew: true } : allNew),
    },
  });
}

/** A file's refusal with buttons for what it offers instead: the same file, read otherwise. */
async function withOffers(refusal: Refusal, { path }: RawCall, token: () => Promise<string>): Promise<Refusal> {
  const { field, offers = [], ...rest } = refusal;
  if (field === undefined || offers.length === 0) return rest;
  const kept = await token();
  const buttons: readonly Button[] = offers.map(({ label, value }) => ({
    label,
    call: call(path, { "dry-run": kept, [field]: value }),
  }));
  return { ...refuse(rest.kind, rest.message, rest.hint), buttons };
}
