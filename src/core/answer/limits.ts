import type { Options } from "#core/request/option.ts";

/**
 * Discord's limits on what an app registers (docs: Application Commands, Application Command Limits; Modals, title).
 */
const LISTED_MAX = 25;
const OPTIONS_MAX = 25;
const TEXT_MAX = 100;
const TITLE_MAX = 45;
const NAME = /^[a-z][a-z-]{0,31}$/u;

/** A command as a list of commands shows it. */
interface Listed {
  readonly path: readonly [group: string, name: string];
  readonly about: string;
  readonly options: Options;
  readonly listedAs?: string;
  readonly form?: { readonly title: string };
}

/** Whatever of these commands could not be registered, each as one line that says what to do; empty where all can. */
export function overLimits(all: readonly Listed[]): readonly string[] {
  const groups = [...Map.groupBy(all, (c) => c.path[0])];
  return [...groups.flatMap(([group, commands]) => groupProblems(group, commands)), ...all.flatMap(commandProblems)];
}

function groupProblems(group: string, commands: readonly Listed[]): readonly string[] {
  const listed = commands.filter((c) => c.listedAs === undefined);
  const names = new Set(listed.map((c) => c.path[1]));
  const lost = commands.filter((c) => c.listedAs !== undefined && !names.has(c.listedAs));
  return [
    ...(listed.length > LISTED_MAX
      ? [
          `/${group} lists ${listed.length} commands; Discord registers at most ${LISTED_MAX}. Let one be reached through another: listedAs.`,
        ]
      : []),
    ...lost.map((c) => `${nameOf(c)} is listed as /${group} ${c.listedAs ?? ""}, which is not a listed command.`),
  ];
}

function commandProblems(command: Listed): readonly string[] {
  const named = nameOf(command);
  const options = Object.entries(command.options);
  const title = command.form?.title.length ?? 0;
  return [
    ...command.path.flatMap((name) => nameProblems(named, name)),
    ...textProblems(`${named}: its description`, command.about),
    ...(options.length > OPTIONS_MAX
      ? [`${named} has ${options.length} options; Discord registers at most ${OPTIONS_MAX}. Take some out.`]
      : []),
    ...(title > TITLE_MAX
      ? [`${named}: its form's title has ${title} characters; Discord takes ${TITLE_MAX}. Shorten it.`]
      : []),
    ...options.flatMap(([name, { about, choices = [] }]) => [
      ...nameProblems(named, name),
      ...textProblems(`${named} ${name}: its description`, about),
      ...choices.flatMap((c) => [c.label, c.value].flatMap((t) => textProblems(`${named} ${name}: a choice`, t))),
    ]),
  ];
}

function nameProblems(named: string, name: string): readonly string[] {
  return NAME.test(name)
    ? []
    : [`${named}: "${name}" is not a name; Discord takes 1 to 32 lower-case letters and hyphens.`];
}

function textProblems(of: string, text: string): readonly string[] {
  if (text.trim() === "") return [`${of} is empty; Discord wants 1 to ${TEXT_MAX} characters.`];
  return text.length > TEXT_MAX ? [`${of} has ${text.length} characters; Discord takes ${TEXT_MAX}. Shorten it.`] : [];
}

function nameOf({ path }: Pick<Listed, "path">): string {
  return `/${path.join(" ")}`;
}
