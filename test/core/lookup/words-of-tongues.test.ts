import { expect, it } from "vitest";
import { inEnglish, type Tongue } from "#core/lookup/tongue.ts";
import { questionWords } from "#core/lookup/words-in.ts";

function read(line: string, tongue: Tongue): string {
  const nothing = (): boolean => false;
  return inEnglish(questionWords(line), tongue, nothing, nothing)
    .map((t) => t.text)
    .join(" ");
}

it.each([
  ["сколько политзаключённых освободили", "political prisoners"],
  ["какая доля пресной воды", "share fresh water"],
  ["сын премьера и его жена", "son prime minister"],
  ["пять миллиардов кубометров в год", "five billion cubic metres year"],
  ["кто из Всемирного банка", "world bank"],
  ["что решил Центробанк", "central bank"],
  ["высота плотины", "height dam"],
  ["парафировали текст", "initial text"],
  ["Лига арабских государств", "arab league"],
  ["переговоры на Красном море", "red sea"],
  ["Северная Корея отказалась", "north korea refuse"],
  ["что дальше после саммита", "what next after"],
  ["сколько потратили на саммит", "how much spend"],
  ["владелец кампании отозвал кандидата", "owner campaign"],
  ["аккредитация журналистов", "register journalists"],
])("reads the words of news in Russian: %s", (line, held) => {
  expect(read(line, "ru")).toContain(held);
});

it.each([
  ["Dünya Bankası kimi gönderdi", "world bank"],
  ["Maduro'nun oğlu geldi mi", "son came"],
  ["eşi de orada mıydı", "wife there"],
  ["yılda kaç milyar metreküp", "billion cubic metres"],
  ["mutabakat zaptı imzalandı", "memorandum signed"],
  ["yasaklı adaylar", "banned candidate"],
  ["Güvenlik Konseyi toplandı", "security council met"],
  ["sınır çizgisini geçti", "border line went"],
  ["zırhlı trenle geldi", "train came"],
  ["seçim takvimi", "election calendar"],
  ["iç işlerine müdahale", "intervention"],
  ["polisler ve itfaiye", "police and"],
])("reads the words of news in Turkish: %s", (line, held) => {
  expect(read(line, "tr")).toContain(held);
});

it.each([
  ["в январе 2020-го", "in январе 2020"],
  ["на 5-м раунде", "on 5th round"],
  ["1-го июня", "1th июня"],
  ["10-ти дней", "10 days"],
  ["в 2021‑м", "in 2021"],
])("leaves no stray ending of a Russian number: %s", (line, held) => {
  expect(read(line, "ru").replace("in january", "in январе").replace("june", "июня")).toBe(held);
});

it.each([
  ["скока длились переговоры", "ru", "how long talks"],
  ["чё сказал посол", "ru", "what say ambassador"],
  ["щас", "ru", "now"],
  ["nolmuş", "tr", "what happened"],
  ["naptı elçi", "tr", "what did ambassador"],
  ["bi elçi nası geldi", "tr", "how came ambassador"],
] as const)("reads what is typed as one speaks: %s", (line, tongue, held) => {
  expect(read(line, tongue)).toBe(held);
});

it.each([
  ["Прага", "prague"],
  ["Осака", "osaka"],
  ["Путин", "putin"],
  ["Гавана", "havana"],
  ["Bolton", "bolton"],
  ["Kolombiya", "colombia"],
  ["Marsilya", "marsilya"],
  ["Orban", "orban"],
])("bends no name of a place or a person to a word: %s", (line, held) => {
  expect(read(line, /[а-я]/iu.test(line) ? "ru" : "tr")).toBe(held);
});

it.each([
  ["ну где же вообще там встречались", "ru", "where there met"],
  ["acaba yani işte hani nerede buluştular", "tr", "where met"],
] as const)("has fillers say nothing: %s", (line, tongue, held) => {
  expect(read(line, tongue)).toContain(held);
});
