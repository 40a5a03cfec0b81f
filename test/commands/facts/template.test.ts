import { expect, it } from "vitest";
import { SLOT_NAMES } from "#core/facts/slot-names.ts";
import { SLOTS } from "#core/slots/index.ts";
import { fileOf, newSeat, refusalOf, replied } from "#test/moderation.ts";

it.each(["yaml", "csv"])("prints an empty %s file with every slot and every field", async (format) => {
  const { name, text } = fileOf(await (await newSeat()).say(`facts template ${format}`));
  expect(name).toBe(`template.${format}`);
  for (const slot of Object.values(SLOTS)) {
    expect(text).toContain(slot.name);
    for (const field of Object.keys(slot.fields)) expect(text).toContain(field);
  }
});

it("is YAML where no format is named", async () => {
  expect(fileOf(await (await newSeat()).say("facts template")).text).toContain("articles:");
});

it.each(["yaml", "csv"])("says of an untouched %s template that it is empty", async (format) => {
  const seat = await newSeat();
  const { text } = fileOf(await seat.say(`facts template ${format}`));
  expect(refusalOf(await seat.call("facts import", { file: text })).message).toBe(
    `There is no claim in that file yet: ${SLOT_NAMES.length} entries are empty.`,
  );
});

it("imports what is filled in of a YAML template, and says what stayed empty", async () => {
  const seat = await newSeat();
  const { text } = fileOf(await seat.say("facts template yaml"));
  const duration = text.indexOf("- slot: duration");
  const filled = text
    .slice(duration)
    .replace("talks:", "talks: second")
    .replace("paragraph:", "paragraph: 2")
    .replace("stated:", "stated: 5 hours");
  const file =
    text.slice(0, duration).replace("outlet:", "outlet: Coast Herald").replace("published:", "published: 11.04.2025") +
    filled;
  const dry = replied(await seat.call("facts import", { file }));
  expect(dry).toContain("1 new fact, 0 more sources, 0 held already, 0 refused.");
  expect(dry).toMatch(/Talks passed over what is empty: article 1, claim 1, article 1, claim 2/u);
});

it("imports what is filled in of a CSV template", async () => {
  const seat = await newSeat();
  const [header = "", ...rows] = fileOf(await seat.say("facts template csv")).text.split("\r\n");
  const columns = header.split(",");
  const filled: Readonly<Record<string, string>> = {
    talks: "second",
    slot: "note",
    source: "Coast Herald",
    paragraph: "2",
    remark: "it rained",
  };
  const note = columns.map((name) => filled[name] ?? "").join(",");
  const file = [header, ...rows.filter((row) => !row.includes(",note,")), note].join("\r\n");
  expect(replied(await seat.call("facts import", { file }))).toContain(
    "1 new fact, 0 more sources, 0 held already, 0 refused.",
  );
});
