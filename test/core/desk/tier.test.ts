import { expect, it } from "vitest";
import { tierOf, type Rights } from "#core/desk/tier.ts";

const GRANTS = [
  { platform: "slack", kind: "group", id: "S1", name: "editors" },
  { platform: "discord", kind: "role", id: "77", name: "mods" },
  { platform: "slack", kind: "user", id: "U1", name: "user U1" },
] as const;

const somebody: Rights = {
  platform: "slack",
  user: "U9",
  groups: [],
  admin: false,
  trusted: false,
  outsider: false,
};

it.each<[string, Partial<Rights>, string]>([
  ["a member", {}, "contributor"],
  ["the platform's admin", { admin: true }, "admin"],
  ["one whom the platform's settings let through", { trusted: true }, "moderator"],
  ["a member of a granted group", { groups: ["S0", "S1"] }, "moderator"],
  ["a granted user", { user: "U1" }, "moderator"],
  ["a granted user's id on another platform", { platform: "discord", user: "U1" }, "contributor"],
  ["a group's id as a user's", { user: "S1" }, "contributor"],
  ["a user's id as a group's", { groups: ["U1"] }, "contributor"],
  ["a role of another platform", { groups: ["77"] }, "contributor"],
  ["a holder of a granted role", { platform: "discord", groups: ["77"] }, "moderator"],
  ["an outsider", { outsider: true }, "reader"],
  ["an outsider in a granted group", { outsider: true, groups: ["S1"] }, "reader"],
  ["an outsider whom the settings let through", { outsider: true, trusted: true }, "reader"],
  ["an outsider who is admin at home", { outsider: true, admin: true }, "reader"],
  ["an admin who is also granted", { admin: true, user: "U1" }, "admin"],
])("takes %s", (_, rights, tier) => {
  expect(tierOf({ ...somebody, ...rights }, GRANTS)).toBe(tier);
});

it("makes nobody a moderator where nothing is granted", () => {
  expect(tierOf({ ...somebody, groups: ["S1", "77", ""], user: "" }, [])).toBe("contributor");
});
