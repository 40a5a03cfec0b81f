import type { Team, World } from "#test/standins/slack/world.ts";

/** What is typed, as Slack stores it: `&`, `<` and `>` as entities. */
function entities(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

/**
 * Names a person picked from Slack's own list while typing become references: `@ann` → `<@U…>`, `#general` →
 * `<#C…|general>`, `@desk` (a user group) → `<!subteam^S…>`, `@here` → `<!here>`. `labelled` adds `|name`, as slash
 * commands do.
 */
export function typedText(text: string, world: World, team: Team, labelled: boolean): string {
  return entities(text)
    .replaceAll(/(?<!\S)@([\w.-]+)/gu, (whole, name: string) => {
      if (name === "here" || name === "channel" || name === "everyone") return `<!${name}>`;
      const person = world.personNamed(name, team.id);
      if (person !== undefined) return `<@${person.id}${labelled ? `|${name}` : ""}>`;
      const group = [...world.groups.values()].find((one) => one.handle === name && one.teamId === team.id);
      return group === undefined ? whole : `<!subteam^${group.id}${labelled ? `|@${name}` : ""}>`;
    })
    .replaceAll(/(?<!\S)#([\w-]+)/gu, (whole, name: string) => {
      const channel = world.channelNamed(name, team.id);
      return channel === undefined ? whole : `<#${channel.id}|${name}>`;
    });
}
