import { expect, it } from "vitest";
import { mayActAs, TIERS } from "#core/request/asker.ts";
import { tierOf, type Rights } from "#core/desk/tier.ts";
import { filled } from "#core/request/example.ts";
import { commands } from "#commands/index.ts";
import { servers, cid, who } from "#test/servers.ts";

const plain: Rights = {
  platform: "discord",
  user: "1",
  groups: ["r1"],
  admin: false,
  trusted: false,
  outsider: false,
};
const role = { platform: "discord", kind: "role", id: "r1", name: "editors" } as const;
const user = { platform: "discord", kind: "user", id: "1", name: "ann" } as const;

it.each([
  ["anybody", plain, [], "contributor"],
  ["the platform's admin", { ...plain, admin: true }, [], "admin"],
  ["a granted role", plain, [role], "moderator"],
  ["a granted user", { ...plain, groups: [] }, [user], "moderator"],
  ["another role", { ...plain, groups: ["r2"] }, [role], "contributor"],
  ["the same role's id on another platform", plain, [{ ...role, platform: "slack" }], "contributor"],
  ["a user whose id is a role's", { ...plain, user: "r1", groups: [] }, [role], "contributor"],
  ["a group whose id is a user's", { ...plain, user: "2", groups: ["1"] }, [user], "contributor"],
  ["one whom the owner lets use the commands", { ...plain, trusted: true }, [], "moderator"],
  ["an outsider", { ...plain, outsider: true }, [], "reader"],
  ["an outsider with a granted role", { ...plain, outsider: true, admin: true, trusted: true }, [role, user], "reader"],
] as const)("makes %s a %4$s", (_, rights, grants, tier) => {
  expect(tierOf(rights, grants)).toBe(tier);
});

it("refuses every command to every tier below its own, whatever a platform let through", async () => {
  const server = await (await servers()).server();
  for (const command of commands.all) {
    for (const tier of TIERS.filter((t) => !mayActAs(t, command.tier))) {
      const { refusal } = await server.say(`${command.path.join(" ")} ${filled(command.example)}`, who("Eve", tier));
      expect([command.path.join(" "), tier, refusal?.kind]).toEqual([command.path.join(" "), tier, "right"]);
    }
  }
  expect((await server.session.desk.snapshot()).own.version).toBe(0);
});

it("tells a contributor how to suggest instead", async () => {
  const server = await (await servers()).server();
  expect((await server.say("facts add led", cid)).text).toContain("You can suggest a fact with /talks suggest");
});
