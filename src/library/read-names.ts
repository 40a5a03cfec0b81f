import { fold } from "#core/text/text.ts";
import { Directory, NAME_KINDS, spellings, type Named, type Names } from "#core/facts/names.ts";
import type { DataFile } from "./data-file.ts";
import type { Mistake } from "./mistake.ts";
import type { NamesFile } from "#core/exchange/schema.ts";
import { defined } from "#core/text/defined.ts";

/** The directories of `talks.yaml`. A spelling that leads to two things or stands twice is added to `mistakes`. */
export function readNames(file: DataFile<NamesFile>, mistakes: Mistake[]): Names & { readonly data: NamesFile } {
  for (const kind of NAME_KINDS) unique(kind, file, mistakes);
  const { data } = file;
  for (const [index, { order, id }] of data.talks.entries()) {
    const same = data.talks.slice(0, index).find((t) => t.order === order);
    const path = ["talks", index, "order"];
    if (same !== undefined) {
      mistakes.push({
        file: file.name,
        line: file.at(path),
        field: path.join("."),
        message: `${same.id} has the order ${order} of ${id} too`,
      });
    }
  }
  for (const [index, person] of data.people.entries()) {
    if (person.party !== undefined && !data.parties.some((p) => p.id === person.party)) {
      const path = ["people", index, "party"];
      mistakes.push({
        file: file.name,
        line: file.at(path),
        field: path.join("."),
        message: `no party has the id ${person.party}`,
      });
    }
  }
  return {
    data,
    talks: new Directory(data.talks),
    parties: new Directory(data.parties),
    people: new Directory(data.people.map(({ party, ...rest }) => ({ ...rest, ...defined({ party }) }))),
    places: new Directory(data.places),
  };
}

function unique(kind: keyof Names, file: DataFile<NamesFile>, mistakes: Mistake[]): void {
  const seen = new Map<string, string>();
  for (const [index, item] of file.data[kind].entries()) {
    const wrong = (path: readonly (string | number)[], message: string): void => {
      const whole = [kind, index, ...path];
      mistakes.push({ file: file.name, line: file.at(whole), field: whole.join("."), message });
    };
    const own = new Set([fold(item.id)]);
    if (seen.has(fold(item.id))) wrong(["id"], `"${item.id}" already names ${seen.get(fold(item.id))}`);
    for (const [at, spelling] of spellings(item satisfies Named).entries()) {
      const path = at === 0 ? ["id"] : at === 1 ? ["name"] : ["aliases", at - 2];
      const key = fold(spelling);
      const other = seen.get(key);
      if (key === "") wrong(path, "a spelling needs a letter or a digit");
      else if (other !== undefined && other !== item.id) wrong(path, `"${spelling}" already names ${other}`);
      else if (at > 1 && own.has(key))
        wrong(path, `"${spelling}" is already a spelling of ${item.id}; each stands once`);
      own.add(key);
      seen.set(key, item.id);
    }
  }
}
