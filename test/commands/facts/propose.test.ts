import { expect, it } from "vitest";
import { commandsReading } from "#commands/index.ts";
import { withFiles } from "#core/chat/attached.ts";
import { call } from "#core/request/call.ts";
import { ReadingRoom } from "#src/app/reading-room.ts";
import { newSeat } from "#test/moderation.ts";

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

it("makes ready what reads an article while its file is fetched", async () => {
  let asked = 0;
  const room = new ReadingRoom();
  const commands = commandsReading(room, { ready: () => (asked += 1), propose: (...given) => room.propose(...given) });
  const files = { file: { name: "article.txt", url: "", size: 20 } };
  const server = { fetchFile: () => Promise.resolve(new TextEncoder().encode("Two sides met.")), hint: "" };
  expect(await withFiles(call(["facts", "propose"], {}), files, commands, server)).toMatchObject({ ok: true });
  expect(asked).toBe(1);
});
