import { describe, expect, it } from "vitest";
import { commandsReading } from "#commands/index.ts";
import { answer } from "#core/answer/answer.ts";
import { withFiles } from "#core/chat/attached.ts";
import { call } from "#core/request/call.ts";
import { ReadingRoom } from "#src/app/reading-room.ts";
import { complete } from "#platforms/web/complete.ts";
import { shipped } from "#test/desk.ts";
import { ann, newSeat } from "#test/moderation.ts";
import { LONG_READ } from "#test/long-read.ts";

it("says that there is no article, and shows one that proposes nothing", async () => {
  const seat = await newSeat();
  expect((await seat.call("facts propose", { file: "  " })).refusal?.message).toBe("That file is empty.");
  const shown = await seat.call("facts propose", { file: "Headline only", talks: "second", source: "The Gazette" });
  expect(shown.text).toContain("0 proposals in 1 paragraph");
});

it("renders nothing of an article as markup or as a mention", async () => {
  const seat = await newSeat();
  const text = "The talks in **Oslo** lasted <@U1> nine hours, said [x](https://example.org) @everyone.";
  const shown = await seat.call("facts propose", { file: text, talks: "second", source: "Wire" });
  const said = shown.reply?.blocks.flatMap((b) => (b.kind === "paragraph" ? b.text : [])) ?? [];
  expect(said.every(({ kind }) => kind === "text" || kind === "strong")).toBe(true);
  expect(said.map((i) => i.text).join("")).toContain("[x](https://example.org) @everyone");
});

describe("what reads an article is made ready", () => {
  const text = new TextEncoder().encode("Two sides met.");
  const counting = () => {
    const room = new ReadingRoom(LONG_READ);
    const asked = { times: 0 };
    const ready = (): void => void (asked.times += 1);
    return { asked, commands: commandsReading(room, { ready, propose: (...given) => room.propose(...given) }) };
  };

  it("while its file is fetched", async () => {
    const { asked, commands } = counting();
    const files = { file: { name: "article.txt", url: "", size: 20 } };
    const server = { fetchFile: () => Promise.resolve(text), hint: "file.again" } as const;
    expect(await withFiles(call(["facts", "propose"], {}), files, commands, server, {})).toMatchObject({ ok: true });
    expect(asked.times).toBe(1);
  });

  it("while its form is filled in", async () => {
    const { asked, commands } = counting();
    const { session } = await newSeat();
    expect(await answer(call(["facts", "propose"], {}), ann, { ...session, commands })).toMatchObject({ kind: "form" });
    expect(asked.times).toBe(1);
  });

  it("while its command is typed", () => {
    const { asked, commands } = counting();
    complete("/facts propose sou", commands, shipped);
    expect(asked.times).toBe(1);
    complete("/facts add sou", commands, shipped);
    expect(asked.times).toBe(1);
  });
});
