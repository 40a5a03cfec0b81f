import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import { decide } from "#core/lookup/decide.ts";
import { tongueOf } from "#core/lookup/tongue.ts";
import { questionWords } from "#core/lookup/words-in.ts";
import { ROOT, shipped } from "#test/desk.ts";
import { newSeat, rea, type Seat } from "#test/moderation.ts";

// Negotiations of which no name has a Turkish or Russian spelling.
let seat: Seat;

beforeAll(async () => {
  seat = await newSeat();
  for (const name of ["dairy", "glacier"]) {
    const file = readFileSync(join(ROOT, "test/fixtures/packs", `${name}.yaml`), "utf8");
    await seat.press(await seat.call("facts import", { file }), "Import ");
  }
});

it.each([
  ["кто возглавлял канадскую делегацию", "Claire Fontaine"],
  ["кто представлял мексиканцев", "Raul Ortega"],
  ["кто был во главе делегации Непала", "Bimala Thapa"],
  ["кто руководил перуанской стороной", "Rosa Quispe"],
  ["Kanadalı heyetin başında kim vardı", "Claire Fontaine"],
  ["Meksika'yı kim temsil etti", "Raul Ortega"],
  ["Perulu heyete kim başkanlık etti", "Rosa Quispe"],
  ["Almanların başkanı kimdi", "Jonas Brandt"],
])("knows a party by its country in another language: %s", async (line, held) => {
  expect((await seat.say(line, rea)).text).toContain(held);
});

it.each([
  ["какой пост у Брандта", "state secretary"],
  ["Кто такая Роза Киспе", "Rosa Quispe"],
  ["где проходили переговоры по молоку в Женеве", "Geneva"],
])("knows a name by its sound: %s", async (line, held) => {
  expect((await seat.say(line, rea)).text).toContain(held);
});

it.each([
  ["kto vozglavlyal nemetskuyu delegatsiyu", "Jonas Brandt"],
  ["skolko dlilis peregovory v Zheneve", "three hours"],
])("reads Russian in Latin letters: %s", async (line, held) => {
  expect((await seat.say(line, rea)).text).toContain(held);
});

it.each([
  "who led the team in Rome",
  "was the session on Tuesday",
  "did Kim go on to the next round",
  "so who else came along",
  "general format",
  "list on a tablet",
])("takes no English for another language: %s", (line) => {
  expect(tongueOf(questionWords(line))).toBe("en");
});

it.each(["Limaya önce kim vardı", "kim geldi", "ne oldu orada", "Rosa Quispe kim"])(
  "takes Turkish for Turkish: %s",
  (line) => {
    expect(tongueOf(questionWords(line))).toBe("tr");
  },
);

const verdict = (line: string): string | undefined => {
  const decision = decide(line, shipped);
  return decision.kind === "answer" ? decision.verdict : undefined;
};

it.each([
  ["Rus heyetine Coulter mı başkanlık etti", "no"],
  ["İlk tur Rus konsolosluğunda mıydı", "no"],
  ["Российскую делегацию возглавляла Коултер?", "no"],
  ["возглавляла ли Коултер американскую делегацию", "yes"],
])("answers %s by yes or no: %s", (line, said) => {
  expect(verdict(line)).toBe(said);
});

it("puts what stands after a Turkish name before it", async () => {
  const { text } = await seat.say("Quispe kapanış oturumu hakkında ne söyledi", rea);
  expect(text).toContain("less than was promised");
});

it.each([
  ["ekim 2021de ne oldu", "ekim 2021 ne oldu"],
  ["16da kim vardı", "16 kim vardi"],
  ["2025in ilk turu", "2025 ilk turu"],
  ["26sında bitti", "26 bitti"],
  ["the 5in pipe of 1991", "the 5in pipe of 1991"],
])("reads a Turkish number without the sign before its ending: %s", (line, words) => {
  expect(questionWords(line).join(" ")).toBe(words);
});

it.each([
  "сколько женщин было в делегации Непала",
  "Сколько было женщин в делегации Непала?",
  "Nepal heyetinde kaç kadın vardı",
])("counts what is asked, wherever the language says that it was: %s", async (line) => {
  const { text } = await seat.say(line, rea);
  expect(text).toContain("No exact answer");
});

it("takes no mistyped English for another language", () => {
  const asked = ["how many experts came on teh 26th", "duratoin 16 may", "asean observers", "kak proshla vstrecha"];
  expect(asked.map((words) => tongueOf(questionWords(words)))).toEqual(["en", "en", "en", "ru"]);
});
