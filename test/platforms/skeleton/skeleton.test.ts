import { afterAll, beforeAll, expect, it } from "vitest";
import { ASIDE } from "#src/app/log.ts";
import { open, type Open } from "#src/app/open.ts";
import type { Scheduler } from "#src/scheduler/scheduler.ts";
import { DATA } from "#test/desk.ts";
import { skeleton } from "./entry.ts";
import { Room, type RoomForm, type RoomMessage } from "./room.ts";
import { Skeleton } from "./skeleton.ts";

const room = new Room("den", { mod: "moderator", ann: "reader" });
let ahead = 0;
let talks: Open;
let scheduler: Scheduler;

beforeAll(async () => {
  talks = await open({ home: ":memory:", data: DATA }, { log: ASIDE, ahead: () => ahead });
  const platform = new Skeleton(room, talks.host);
  await platform.start();
  scheduler = await talks.scheduler([platform]);
  scheduler.start();
});
afterAll(async () => {
  await scheduler.stop();
  await talks.close();
});

const last = (): RoomMessage => {
  const message = room.messages.at(-1);
  if (message === undefined) throw new Error("nothing was said");
  return message;
};
const said = ({ lines }: RoomMessage): string => lines.join("\n");
const labels = ({ buttons }: RoomMessage): readonly string[] => buttons.map((b) => b.label);

async function say(user: string, text: string): Promise<RoomMessage> {
  await room.happen({ kind: "line", user, channel: "general", text });
  return last();
}

async function press(user: string, message: RoomMessage, label: string): Promise<RoomMessage> {
  const button = message.buttons.find((b) => b.label === label);
  if (button === undefined) throw new Error(`no ${label} in ${said(message)}`);
  await room.happen({ kind: "press", user, channel: "general", message, carried: button.carried });
  return last();
}

function formOf(user: string): RoomForm {
  const form = room.forms.get(user);
  if (form === undefined) throw new Error(`no form is open for ${user}`);
  return form;
}

async function fill(user: string, values: Readonly<Record<string, string>>): Promise<RoomMessage> {
  await room.happen({ kind: "form", user, channel: "general", form: formOf(user), values });
  return last();
}

it("is opened where its variable is set, and only then", async () => {
  expect(skeleton.configure({})).toBeUndefined();
  const platform = await skeleton.configure({ SKELETON_ROOM: "attic" })?.(talks.host);
  expect(platform?.name).toBe("skeleton");
});

it("answers a command to the asker alone, with its sources, and a wrong one with what to type", async () => {
  const answer = await say("ann", "who-led");
  expect(answer.to).toBe("ann");
  expect(said(answer)).toMatch(
    /led the discussions for the Russian side\.[^]*\n3 outlets name the same person; the post and scope differ: confirmed by Russia's foreign ministry, in ln24SA, ¶3/u,
  );
  expect(said(await say("ann", "who-ledd"))).toContain("Did you mean /talks who-led");
});

it("shares an answer with everyone, under the asker's name", async () => {
  const answer = await say("ann", "where");
  const shared = await press("ann", answer, "Share");
  expect(shared.to).toBeUndefined();
  expect(said(shared)).toContain("Asked by ann");
  expect(labels(shared)).not.toContain("Share");
});

it("presses a button, such as a fact's history, which is for moderators only", async () => {
  expect(labels(await say("ann", "how-long"))).not.toContain("History");
  const history = await press("mod", await say("mod", "fact apr-city"), "History");
  expect(said(history)).toContain("History");
});

it("turns a page in place, back and forth", async () => {
  const first = await say("ann", "properties");
  expect(labels(first)).toContain("Next ▶");
  const second = await press("ann", first, "Next ▶");
  expect(second.id).toBe(first.id);
  expect(second.lines).not.toEqual(first.lines);
  expect((await press("ann", second, "◀ Back")).lines).toEqual(first.lines);
});

it("carries what is too long for a button", async () => {
  const answer = await say("ann", "ask please tell me who it was that led the russian side");
  const shared = await press("ann", answer, "Share");
  expect(said(shared)).toMatch(/Darchiev[^]*Asked by ann/u);
});

it("says of a button that it cannot read any more that it is too old", async () => {
  await room.happen({ kind: "press", user: "ann", channel: "general", message: last(), carried: "0|z|" });
  expect(said(last())).toContain("too old");
});

it("opens a form, gives a wrong entry back in it, and adds the fact", async () => {
  await say("mod", "facts add slot:duration");
  expect(formOf("mod").title).toBe("Add a fact");
  const entry = { stated: "4 hours", source: "Meduza", paragraph: "99" };
  await fill("mod", entry);
  expect(formOf("mod")).toMatchObject({ title: expect.stringContaining("99"), fields: { stated: "4 hours" } });
  expect(said(await fill("mod", { ...entry, paragraph: "1" }))).toContain("The talks lasted 4 hours.");
});

it("posts a digest, and corrects it where it stands", async () => {
  const subscribed = await say("mod", "digest subscribe #news every:daily timezone:Istanbul");
  const digest = /\bd[a-z0-9]{5}\b/u.exec(said(subscribed))?.[0] ?? said(subscribed);
  await say("mod", "facts add slot:duration");
  const added = said(await fill("mod", { stated: "5 hours", source: "The Harbour Post", paragraph: "2" }));
  const fact = /\bf\d+\b/u.exec(added)?.[0] ?? added;
  await say("mod", `digest post-now ${digest}`);
  const posts = () => room.messages.filter((m) => m.channel === "news");
  await expect.poll(() => posts().map(said).join("\n")).toContain("The talks lasted 5 hours.");
  await say("mod", `facts retract ${fact}`);
  expect(said(await fill("mod", { reason: "A slip of the pen" }))).toContain("Retracted");
  ahead += 3_600_000;
  scheduler.poke();
  await expect.poll(() => posts().map(said).join("\n")).toContain("A slip of the pen");
  expect(posts()).toHaveLength(1);
});
