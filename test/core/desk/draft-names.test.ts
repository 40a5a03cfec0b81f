import { expect, it } from "vitest";
import { Draft } from "#core/desk/advance.ts";
import { overlay } from "#core/desk/overlay.ts";
import { nameChange } from "#core/changes/name-state.ts";
import type { Names } from "#core/facts/names.ts";
import { newSeat } from "#test/moderation.ts";

it("lays new names on a draft as a desk would hold them, however they come together", async () => {
  const seat = await newSeat();
  await seat.add({ slot: "led", side: "us", person: "new: Jane Roe", talks: "second" });
  const draft = new Draft(await seat.desk.snapshot());
  const bare = { aliases: [] };
  draft.lay([nameChange({ of: "parties", id: "egypt", name: "Egypt", adjective: "Egyptian", ...bare }, "add")]);
  draft.lay([nameChange({ of: "people", id: "ray", name: "Ida Ray", party: "egypt", aliases: ["I. Ray"] }, "add")]);
  draft.lay([nameChange({ of: "places", id: "cairo", name: "Cairo", kind: "city", ...bare }, "add")]);
  draft.lay([nameChange({ of: "people", id: "jane-roe", name: "Jane Roe", ...bare }, "add")]);
  draft.lay([nameChange({ of: "people", id: "ray", name: "Ida B. Ray", aliases: ["Ida Ray"] }, "correct")]);
  draft.lay([nameChange({ of: "parties", id: "jane", name: "Jane Roe", adjective: "Roe", ...bare }, "add")]);
  const { beneath, own, view } = draft.snapshot;
  const named = ({ parties, people, places }: Names) =>
    [parties, people, places].map(({ items }) => items.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
  expect(named(view)).toEqual(named(overlay(beneath, own)));
  expect(view.people.name("ray")).toBe("Ida B. Ray");
});
