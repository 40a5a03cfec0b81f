import { ABOUT_GROUPS, GROUPS, type Commands } from "#core/answer/command.ts";
import { PLACES, type WordPath } from "./locale.ts";
import { MESSAGE_COMMANDS } from "./message-commands.ts";

/** Something that a list of commands shows, to be said in each language. */
export interface Translatable {
  readonly english: string;
  readonly places: readonly WordPath[];
  /** The command of which it is a part, by its group; none for a message's command. */
  readonly group: string | undefined;
  /** What it must be told apart from, as a common name for all of those; none for a description. */
  readonly among: string | undefined;
}

/** All that these commands show where they are listed. */
export function translatable(commands: Commands): readonly Translatable[] {
  const groups = GROUPS.filter((g) => commands.listed(g).length > 0);
  return [
    ...MESSAGE_COMMANDS.map(({ name }) => named(name, PLACES.message(name), undefined, "messages")),
    ...groups.flatMap((g) => [
      named(g, PLACES.group(g, "name"), g, "groups"),
      described(ABOUT_GROUPS[g], PLACES.group(g, "about"), g),
    ]),
    ...groups.flatMap((g) =>
      commands
        .listed(g)
        .flatMap(({ path, about, options }) => [
          named(path[1], PLACES.command(path, "name"), g, g),
          described(about, PLACES.command(path, "about"), g),
          ...Object.entries(options).flatMap(([option, o]) => [
            named(option, PLACES.option(path, option, "name"), g, path.join(" ")),
            described(o.about, PLACES.option(path, option, "about"), g),
            ...(o.choices ?? []).map(({ label, value }) =>
              named(label, PLACES.choice(path, option, value), g, [...path, option].join(" ")),
            ),
          ]),
        ]),
    ),
  ];
}

function named(english: string, places: readonly WordPath[], group: string | undefined, among: string): Translatable {
  return { english, places, group, among };
}

function described(english: string, places: readonly WordPath[], group: string): Translatable {
  return { english, places, group, among: undefined };
}
