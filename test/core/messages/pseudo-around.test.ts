import { afterEach, expect, it } from "vitest";
import { answerIn } from "#core/answer/answer-in.ts";
import { failed } from "#core/answer/answer.ts";
import { converse } from "#core/answer/converse.ts";
import type { Answer } from "#core/answer/command.ts";
import { EMPTY_LIBRARY } from "#core/desk/library-view.ts";
import { StoreUnavailable } from "#core/desk/store.ts";
import { refusalReply } from "#core/reply/refusal-reply.ts";
import { ask, NO_CALL } from "#core/request/call.ts";
import { render } from "#platforms/terminal/render.ts";
import { reader, say } from "#test/desk.ts";
import { englishLeft, inBrackets } from "#test/english-left.ts";
import { ann, cid, servers, type TestServers } from "#test/servers.ts";

inBrackets();

let host: TestServers | undefined;
afterEach(async () => {
  await host?.close();
  host = undefined;
});

const text = (given: Answer): string =>
  given.kind === "form"
    ? ""
    : render(given.kind === "reply" ? given.reply : refusalReply(given.refusal), { width: 2000, colour: false });

it.each(["help", "list", "who led"])("tells by messages how to begin on an empty desk: %s", async (line) => {
  host = await servers(EMPTY_LIBRARY);
  const server = await host.server();
  for (const asker of [ann, cid]) {
    const shown = await server.say(line, { ...asker, locale: "tr" });
    expect(shown.text).toContain("⟦");
    expect(englishLeft(shown.text)).toEqual([]);
  }
});

it.each(["facts undo", "suggest outcome result:x source:TASS paragraph:1", "facts retract apr-led-us reason:x"])(
  "says by messages that no desk is here: %s",
  async (line) => {
    const told = await say(line, { ...reader, tier: "admin", locale: "tr" });
    expect(told.refusal).toMatchObject({
      kind: "right",
      message: expect.stringMatching(/^⟦There is no desk/u) as string,
    });
    expect(englishLeft(told.text)).toEqual([]);
  },
);

it("says by messages that a store is away, that a change may be lost, and the code of a defect", () => {
  const at = { tongue: "tr" } as const;
  const session = { incident: () => "CODE" };
  const all = [new StoreUnavailable("away"), new StoreUnavailable("lost", { unsure: true }), new Error("defect")];
  for (const defect of all)
    expect(englishLeft(text(answerIn(failed(defect, NO_CALL, session, at), at.tongue)), ["CODE", "Talks"])).toEqual([]);
});

it("goes on from what was asked before by messages", async () => {
  host = await servers();
  const { session } = await host.server();
  const asker = { ...ann, locale: "tr", channel: "C1" };
  const asked = async (question: string) => (await converse(ask("ask", { question }), asker, session)).answer;
  await asked("who led the U.S. side in the second round");
  const all = [
    await asked("why"),
    await asked("and in the first round"),
    await asked("who is he"),
    await asked("exactly?"),
  ];
  for (const given of all) expect(englishLeft(text(given))).toEqual([]);
});

const WRONG = [
  "changes page:x",
  "changes since:nonsense",
  "who-led public:maybe",
  "properties kind:zzyzx",
  "fact …",
  "follow zzyzx",
  'follow "words: …"',
  "help zzyzx",
  "who",
  'suggest led person:"Sonata Coulters" source:TASS paragraph:x',
  'suggest venue place:"Стамбул Палас" source:TASS paragraph:1 published:03.04.2025',
  "suggest quote source:TASS paragraph:0",
];

it.each(WRONG)("says by messages what is wrong with a value: %s", async (line) => {
  host = await servers();
  const server = await host.server();
  const shown = await server.say(line, { ...cid, locale: "tr" });
  expect(englishLeft(shown.text, ["nonsense", "maybe", "Coulters", "Стамбул", "Палас"])).toEqual([]);
});
