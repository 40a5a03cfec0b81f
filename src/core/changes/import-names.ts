import { isCalled, namesIn, partyOf } from "./names-of-file.ts";
import { tell } from "#core/messages/tell.ts";
import type { Draft } from "#core/desk/advance.ts";
import type { Snapshot } from "#core/desk/desk.ts";
import type { NameState } from "#core/desk/payload.ts";
import type { Change } from "#core/desk/store.ts";
import type { NameEntry, PackNames } from "#core/exchange/pack-names.ts";
import { countryOf } from "#core/facts/country.ts";
import { likelyNames } from "#core/facts/likely-names.ts";
import { Directory, type Named, type Names } from "#core/facts/names.ts";
import { readName } from "#core/request/options/named-or-new.ts";
import { no, ok, refuse, type Read, type Refusal } from "#core/request/refusal.ts";
import { shorten } from "#core/text/text.ts";
import { completed } from "./complete-name.ts";
import type { EntryResult } from "./entry-result.ts";
import { nameProblem } from "./name-problem.ts";
import { distinct, nameChange, newId, type NameDetails } from "./name-state.ts";

/** A name of the file, with the desk's id of what it is. */
interface Filed extends Named {
  readonly here: string;
}

/**
 * The names of a file as they are laid on a desk: each joins the one that the desk holds, or is made. Afterwards it
 * knows which of the desk's ids the file's own words mean.
 */
export class NamesOfFile {
  readonly changes: Change[] = [];
  readonly #draft: Draft;
  /** What was held before the file: parties of one file are not slips of each other. */
  readonly #before: Names;
  readonly #filed: Record<keyof Names, Filed[]> = {
    negotiations: [],
    talks: [],
    parties: [],
    people: [],
    places: [],
    slots: [],
  };
  /** Names that are asked about, with where they stand. */
  readonly #open: (Pick<Named, "name" | "aliases"> & { readonly of: keyof Names; readonly where: string })[] = [];
  readonly #directories = new Map<keyof Names, Directory<Filed>>();
  /** Names that are near known ones are new ones: somebody said so of all of them. */
  readonly #allNew: boolean;

  constructor(draft: Draft, allNew: boolean) {
    this.#draft = draft;
    this.#before = draft.snapshot.view;
    this.#allNew = allNew;
  }

  /** The desk's id of what the file calls so; undefined where it is not one of the file's names. */
  meant(of: keyof Names, written: string): string | undefined {
    const known = this.#directories.get(of) ?? new Directory(this.#filed[of]);
    this.#directories.set(of, known);
    return known.exact(written)?.here;
  }

  /** Whether the file writes an id there, not words that a source has. */
  isId(of: keyof Names, written: string): boolean {
    return this.#filed[of].some(({ id, name, aliases }) => id === written && ![name, ...aliases].includes(written));
  }

  *take({ negotiation, parties, talks, people, places, slots }: PackNames): Iterable<EntryResult> {
    for (const entry of parties) yield this.#told(entry, ({ role: _, id: __, ...item }) => partyOf(item, this.#view));
    const roles = parties.flatMap((p) => ("item" in p ? [{ party: p.item.id ?? p.item.name, role: p.item.role }] : []));
    if (negotiation !== undefined)
      yield this.#told(negotiation, ({ id: _, ...item }) => ({
        of: "negotiations",
        ...item,
        parties: roles.map(({ party, role }) => ({ party: this.#party(party), role })),
      }));
    const within = negotiation !== undefined && "item" in negotiation ? negotiation.item : undefined;
    const here = within === undefined ? "" : (this.meant("negotiations", within.id ?? within.name) ?? "");
    for (const entry of talks)
      yield this.#told(entry, ({ id: _, parties: there, ...item }) => ({
        of: "talks",
        ...item,
        negotiation: here,
        parties: there.map((party) => this.#party(party)),
      }));
    for (const entry of people)
      yield this.#told(entry, ({ id: _, party, ...item }) => ({
        of: "people",
        ...item,
        ...(party === undefined ? {} : { party: this.#party(party) }),
      }));
    for (const entry of places) yield this.#told(entry, ({ id: _, ...item }) => ({ of: "places", ...item }));
    for (const entry of slots) yield this.#told(entry, ({ id: _, ...item }) => ({ of: "slots", ...item }));
  }

  /** The entry that asks whether this name of the file is a new one, where that is not answered. */
  asks(of: keyof Names, written: string): string | undefined {
    return this.#open.find((one) => one.of === of && isCalled(one, written))?.where;
  }

  #asked<K extends keyof Names>(
    entry: NameEntry<K>,
    { field, offers = [] }: Refusal,
  ): Pick<EntryResult, "near" | "spelling"> {
    if ("problem" in entry || field !== "near") return {};
    const { of, where, item } = entry;
    const { words } = readName(item.name);
    this.#open.push({ of, where, name: words, aliases: [item.id ?? words, ...item.aliases] });
    const [known] = offers;
    return { near: true, ...(known === undefined ? {} : { spelling: { typed: words, known: known.value } }) };
  }

  get #view(): Snapshot["view"] {
    return this.#draft.snapshot.view;
  }

  #party(written: string): string {
    return this.meant("parties", written) ?? this.#view.parties.exact(written)?.id ?? written;
  }

  #told<K extends keyof Names>(
    entry: NameEntry<K>,
    detailed: (item: Extract<NameEntry<K>, { item: unknown }>["item"]) => NameDetails,
  ): EntryResult {
    const { where, of } = entry;
    if ("problem" in entry) return { where, of, result: "refused", detail: entry.problem };
    const { item } = entry;
    const { fresh, known, words } = readName(item.name);
    const details = detailed({ ...item, name: words });
    const held = this.#held(details, { fresh, known });
    if (!held.ok) {
      const { message, hint } = held.refusal;
      return { where, of, result: "refused", detail: `${message} ${hint}`, ...this.#asked(entry, held.refusal) };
    }
    // What is known of a country comes with a new party. One that is held gets what the file says, and no more.
    const said = details.of === "parties" ? { ...details, name: words, aliases: [...item.aliases] } : details;
    const laid =
      held.value === undefined ? this.#made(details, item.id) : completed(said, held.value, this.#draft.snapshot);
    if (!laid.ok) return { where, of, result: "refused", detail: `${laid.refusal.message} ${laid.refusal.hint}` };
    const { id, changes } = laid.value;
    this.#draft.lay(changes);
    this.changes.push(...changes);
    this.#filed[of].push({ id: item.id ?? words, name: words, aliases: item.aliases, here: id });
    this.#directories.delete(of);
    const result = held.value === undefined ? "adds" : changes.length > 0 ? "joins" : "held already";
    return { where, of, result, detail: this.#view[of].name(id) };
  }

  /** The one that the desk holds already, by its name or an alias. One that is only near is asked about. */
  #held(
    details: NameDetails,
    { fresh, known }: { readonly fresh: boolean; readonly known: string | undefined },
  ): Read<Named | undefined> {
    const { of, name } = details;
    const all = this.#view[of].all.filter(
      (item) => details.of !== "talks" || this.#view.talks.get(item.id)?.negotiation === details.negotiation,
    );
    if (known !== undefined) {
      const meant = all.filter((item) => isCalled(item, known));
      return meant.length === 1
        ? ok(meant[0])
        : no(
            tell(this.#view, "imported.noName", { name: shorten(known, 60) }),
            tell(this.#view, "imported.beforeEquals"),
          );
    }
    const country = of === "parties" ? countryOf(name)?.name : undefined;
    const same = all.filter((item) => item.name === name);
    const some = fresh
      ? same
      : all.filter(
          (item) =>
            isCalled(item, name) || isCalled(details, item.name) || (country !== undefined && isCalled(item, country)),
        );
    const [one, ...more] = same.length === 1 ? same : some;
    if (more.length > 0)
      return no(
        tell(this.#view, "imported.several", { name: shorten(name, 60), names: namesIn(this.#view, some) }),
        tell(this.#view, "imported.writeOne", { name: shorten(name, 60) }),
      );
    return one !== undefined || fresh || this.#allNew ? ok(one) : this.#near(details);
  }

  #near(details: NameDetails): Read<undefined> {
    const { of, name, aliases } = details;
    if (of === "talks") return ok(undefined);
    const likely = of === "people" || of === "places" ? this.#likely(of, [name, ...aliases]) : this.#slip(of, name);
    const near = likely.filter((item) => !this.#isWithin(details, item));
    const [first] = near;
    if (first === undefined) return ok(undefined);
    const typed = shorten(name, 60);
    const at = this.#view;
    const known = namesIn(at, near);
    const held = this.#before[of].get(first.id) !== undefined;
    const message = tell(at, held ? "imported.knows" : "imported.nearFile", { name: typed, known });
    const refusal = refuse("usage", message, tell(at, "imported.writeKnown", { known: first.name, name: typed }));
    const offers = held ? [{ label: first.name, value: first.name }] : [];
    return { ok: false, refusal: { ...refusal, field: "near", offers } };
  }

  /** Whether the file itself says that two of its places are of two kinds: a city, and a site outside it. */
  #isWithin(details: NameDetails, { id }: Named): boolean {
    if (details.of !== "places" || this.#before.places.get(id) !== undefined) return false;
    const { kind } = this.#view.places.get(id) ?? {};
    return kind !== undefined && details.kind !== undefined && kind !== details.kind;
  }

  #slip(of: keyof Names, name: string): readonly Named[] {
    const found = this.#before[of].find(name);
    return found.kind === "near" ? [found.item] : [];
  }

  #likely(of: "people" | "places", [name = "", ...aliases]: readonly string[]): readonly Named[] {
    // Two new people of one file may be one person, as a new and a held one may.
    const found = likelyNames(name, of, this.#view);
    // A name in a script that cannot be compared has other spellings beside it.
    if (found.kind === "unread") return aliases.length === 0 ? [] : this.#likely(of, aliases);
    return found.kind === "perhaps" ? found.names.filter((n) => n.slight !== true).map((n) => n.item) : [];
  }

  #made(
    details: NameDetails,
    wanted: string | undefined,
  ): Read<{ readonly id: string; readonly changes: readonly Change[] }> {
    const { snapshot } = this.#draft;
    const state: NameState = distinct({ ...details, id: newId(details, snapshot, wanted) });
    // A spelling may lead to two things, and is asked about then: a file of one negotiation knows nothing of another.
    const own = {
      ...state,
      aliases: state.aliases.filter((alias) => this.#view[details.of].spelt(alias).length === 0),
    };
    const problem = nameProblem(own, snapshot.view);
    return problem === undefined
      ? ok({ id: state.id, changes: [nameChange(state, "add")] })
      : { ok: false, refusal: problem };
  }
}
