import { expect, it } from "vitest";
import { answer, type Session } from "#core/answer/answer.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import { ask, call } from "#core/request/call.ts";
import { Commands, defineCommand } from "#core/answer/command.ts";
import { refuse } from "#core/request/refusal.ts";
import { paragraph, reply, text } from "#core/reply/reply.ts";
import { flag } from "#core/request/options/index.ts";
import { reader, siteOver, shipped, session } from "#test/desk.ts";

const broken = defineCommand({
  path: ["talks", "broken"],
  about: "Throws",
  tier: "reader",
  options: {},
  example: "",
  answer: () => {
    throw new Error("secret stack");
  },
});
const guarded = defineCommand({
  path: ["facts", "guarded"],
  about: "For moderators",
  tier: "moderator",
  options: { public: flag("Everyone") },
  example: "",
  answer: async () => ({ kind: "reply", reply: reply("done", [paragraph(text("done"))]) }),
});

function over(changes: Partial<Session>): Session {
  return { ...session, commands: new Commands([broken, guarded]), ...changes };
}

it("hides a defect behind an incident code, and logs it once", async () => {
  const logged: unknown[] = [];
  const at = over({
    incident: (defect) => {
      logged.push(defect);
      return "c0de";
    },
  });
  const result = await answer(ask("broken"), reader, at);
  expect(result).toMatchObject({ kind: "refusal", refusal: { kind: "failed" } });
  expect(JSON.stringify(result)).toContain("Incident c0de");
  expect(JSON.stringify(result)).not.toContain("secret");
  expect(logged).toHaveLength(1);
});

it("hides a desk that cannot be read as well", async () => {
  const at = over({
    incident: () => "c0de",
    desk: {
      ...session.desk,
      view: () => Promise.reject(new Error("disk")),
    },
  });
  expect(await answer(call(["facts", "guarded"]), { ...reader, tier: "admin" }, at)).toMatchObject({
    kind: "refusal",
    refusal: { kind: "failed" },
  });
});

it("checks the tier again on every call", async () => {
  const raw = call(["facts", "guarded"]);
  expect(await answer(raw, reader, over({}))).toMatchObject({
    kind: "refusal",
    refusal: { kind: "right", message: expect.stringContaining("There is no desk to change here") as string },
  });
  for (const tier of ["moderator", "admin"] as const) {
    expect(await answer(raw, { ...reader, tier }, over({}))).toMatchObject({ kind: "reply" });
  }
});

it("refuses a call to a command that there is no longer, and offers near ones", async () => {
  expect(await answer(ask("who-lead"), reader, session)).toMatchObject({
    kind: "refusal",
    refusal: { kind: "usage", message: 'There is no command "talks who-lead".' },
  });
});

it.each(["__proto__", "constructor", "toString"])("refuses an option called %s", async (name) => {
  const values = Object.fromEntries([[name, "x"]]);
  expect(await answer(ask("who-led", values), reader, session)).toMatchObject({
    kind: "refusal",
    refusal: { kind: "usage", message: `who-led has no option "${name}".` },
  });
});

it("shows a refusal the way an answer is shown: what, what to type, buttons", () => {
  const tree = refusalReply(refuse("held", "Nothing.", "Type help.", [{ label: "Help", call: ask("help") }]));
  expect(tree.plain).toBe("Nothing. Type help.");
  expect(tree.blocks.map((b) => b.kind)).toEqual(["heading", "paragraph", "paragraph", "buttons"]);
});

it("will not have two commands of one path", () => {
  expect(() => new Commands([broken, broken])).toThrow("two commands have one path");
});

it("asks the desk's own view", async () => {
  const empty = siteOver({ ...shipped, facts: [] });
  expect(await answer(ask("who-led"), reader, empty)).toMatchObject({ kind: "refusal" });
});
