import { expect, it } from "vitest";
import { reader, say } from "#test/desk.ts";

const inTurkish = (line: string) => say(line, { ...reader, locale: "tr-TR" });
const inRussian = (line: string) => say(line, { ...reader, locale: "ru" });

it("tells who led with the side as the language calls the country, and the names as they are", async () => {
  const [turkish, russian] = [await inTurkish("who-led us"), await inRussian("who-led us")];
  expect(turkish.text).toContain("Başkanlık eden (ABD): Sonata Coulter (Second round, Istanbul, April 2025).");
  expect(turkish.text).toContain("Başkanlık eden: Second round, Istanbul, April 2025 (2 tur içinde en yenisi)");
  expect(russian.text).toContain("Кто возглавил (США): Sonata Coulter (Second round, Istanbul, April 2025).");
  expect(russian.text).toContain("Кто возглавил: Second round, Istanbul, April 2025 (новейший из 2)");
});

it("keeps what the sources say in their words, and says where it stands", async () => {
  expect((await inTurkish("how-long")).text).toContain(
    "Tutarlı: 5½ hours (TASS ve Türkiye Today); around six hours from the U.S. delegation's arrival",
  );
  const { text } = await inRussian("how-long");
  expect(text).toContain("Сходятся 2 издания: TASS, 10 апреля 2025, заметка 1, язык: английский");
  expect(text).toContain("сообщает: Russian and US officials; издание: Türkiye Today");
});

it("writes a whole day as the language does, and any other as it is stated", async () => {
  expect((await inTurkish("when")).text).toContain("Ne zaman: 10 Nisan 2025, Perşembe (");
  expect((await inRussian("when")).text).toContain("Когда: Thursday (в статье нет: число).");
});

it("never translates a quotation, and says in which language it is", async () => {
  const quoted = "“The focus is not on Ukraine”";
  for (const [{ text }, language] of [
    [await inTurkish("quotes"), "(İngilizce)"],
    [await inRussian("quotes"), "(язык: английский)"],
  ] as const) {
    expect(text).toContain(quoted);
    expect(text).toContain(`— Tammy Bruce, State Department spokesperson, earlier that week ${language}`);
  }
});

it("counts in the forms that the language has", async () => {
  expect((await inRussian("disputes")).text).toContain("Источники расходятся в 1 вопросе: собственность.");
  expect((await inRussian("properties")).text).toContain("6 объектов собственности");
});

it.each([
  [inTurkish, "Tam yanıt yok", "Bu konuda kayıt yok: “bananas”."],
  [inRussian, "Точного ответа нет", "Об этом нет сведений: “bananas”."],
])("refuses in the language, with the asker's own words as typed", async (ask, title, message) => {
  const { text, refusal } = await ask("ask did they discuss bananas");
  expect(text).toContain(title);
  expect(refusal?.message).toContain(message);
});

it.each([
  ["en-US", undefined],
  ["de", undefined],
  ["tr", "tr"],
  ["ru-RU", "ru"],
])("marks what %s reads with its language: %s", async (locale, tongue) => {
  expect((await say("where", { ...reader, locale })).reply.tongue).toBe(tongue);
});

it("compares a message with its facts in English, so that a better wording corrects nothing", async () => {
  const [english, turkish] = [await say("who-led us"), await inTurkish("who-led us")];
  expect(turkish.reply.facts.map((f) => f.statement)).toEqual(english.reply.facts.map((f) => f.statement));
  expect(turkish.reply.facts[0]?.told).toContain("Başkanlık eden (ABD): Sonata Coulter");
});
