import { expect, it } from "vitest";
import { servers, type Heard } from "#test/servers.ts";

const newsroom = async () => (await servers()).server();

/** Types the lines one after the other at a fresh desk, and gives back what each came to. */
async function typed(...lines: readonly string[]): Promise<readonly Heard[]> {
  const server = await newsroom();
  const heard: Heard[] = [];
  for (const line of lines) heard.push(await server.say(line));
  return heard;
}

/** Each value is added from an outlet of its own, note 1 of it. */
const stating = (slot: string, ...values: readonly string[]): Promise<readonly Heard[]> =>
  typed(...values.map((v, i) => `facts add ${slot} talks:second stated:"${v}" source:"new: Post ${i}" paragraph:1`));

const remarking = (...values: readonly string[]): Promise<readonly Heard[]> =>
  typed(...values.map((v, i) => `facts add note talks:second remark:"${v}" source:"new: Post ${i}" paragraph:1`));

const JOINED = /^Joined a fact that was held/u;
const ADDED = /^Added to Second round, Istanbul, April 2025\n/u;

it.each([
  ["G01", "five to six hours", "six hours"],
  ["its sibling in digits", "4-5 hours", "5 hours"],
  ["its sibling in Russian", "от пяти до шести часов", "6 часов"],
])("keeps a length from one to another apart from either end: %s", async (_, range, end) => {
  const [one, two] = await stating("duration", range, end);
  expect(one?.text).toMatch(ADDED);
  expect(one?.text).toContain(`The talks lasted ${range}.`);
  expect(two?.text).toMatch(ADDED);
  expect(two?.text).not.toContain(`“${range}”`);
});

it.each([
  ["G02", "5h30", "5 hours"],
  ["its sibling in Turkish", "5 saat 30 dakika", "5 saat"],
  ["its sibling in Russian", "пять часов тридцать минут", "пять часов"],
])("reads the minutes after the hours: %s", async (_, whole, hours) => {
  const [one, two] = await stating("duration", whole, hours);
  expect(one?.text).toMatch(JOINED);
  expect(one?.text).toContain(`“${whole}” (Post 0)`);
  expect(two?.text).toMatch(ADDED);
  expect(two?.text).toContain(`${hours} (Post 1)`);
});

it.each([
  ["G03", "2 hours", "5 1/2 hours"],
  ["its sibling as one character", "½ hour", "5 ½ hours"],
  ["its sibling with a decimal", "5 hours", "5.5 hours"],
])("reads a whole and a fraction as one number: %s", async (_, other, mixed) => {
  const [one, two] = await stating("duration", other, mixed);
  expect(one?.text).toMatch(ADDED);
  expect(two?.text).toMatch(JOINED);
  expect(two?.text).toContain("The talks lasted 5½ hours. apr-duration-tass");
  expect(two?.text).toContain(`“${mixed}” (Post 1)`);
});

it.each([
  ["G04, a sign", "the temperature was -5 degrees", "the temperature was +5 degrees"],
  ["G04, a percentage", "support fell by 3%", "support fell by 3"],
  ["its sibling, a currency", "the fee is $50", "the fee is €50"],
  ["its sibling, a decimal", "support fell by 0.5%", "support fell by 05%"],
  ["G05, vowel signs of Hindi", "दिन तय हुआ", "दान तय हुआ"],
  ["its sibling, vowel signs of Bengali", "দিন ঠিক হয়েছে", "দান ঠিক হয়েছে"],
  ["its sibling, tones of Thai", "เขาไม่มา", "เขาไม้มา"],
])("joins no words of which a mark says something else: %s", async (_, one, two) => {
  const [first, second] = await remarking(one, two);
  expect(first?.text).toMatch(ADDED);
  expect(second?.text).toMatch(ADDED);
  expect(second?.text).toMatch(/^ {4}Source: Post 1/mu);
});

it.each([
  ["G06", "это мой дом", "это мои дом"],
  ["its sibling, ё", "это всё наше дело", "это все наше дело"],
  ["its sibling in Turkish", "bu kış çok zor oldu", "bu kis çok zor oldu"],
])("calls no quotation exact of which a letter is another: %s", async (_, held, asked) => {
  const quote = `facts add quote talks:second speaker:"Sergey Lavrov" words:"${held}" source:"new: Coast Herald" paragraph:3`;
  const [, altered, exact] = await typed(quote, `check-quote "${asked}"`, `check-quote "${held}"`);
  expect(altered?.text).toMatch(/^Altered: the words differ from those that Coast Herald quotes/u);
  expect(exact?.text).toMatch(/^Exactly as Coast Herald quotes it/u);
});

it.each([
  ["G07, Turkish", "10 Nisan 2025"],
  ["G07, Russian", "10 апреля 2025 года"],
  ["G07, digits", "10.04.2025"],
  ["its sibling with a weekday", "Thursday, April 10, 2025"],
  ["its sibling as in a file", "2025-04-10"],
])("knows the year of a day that gives one: %s", async (_, day) => {
  const [said] = await stating("date", day);
  expect(said?.text).toMatch(JOINED);
  expect(said?.text).toContain(`“${day}” (Post 0)`);
  expect(said?.text).not.toContain("gives no year");
});

it("says of a day without a year, in another language too, that the article gives none", async () => {
  const [said] = await stating("date", "10 апреля");
  expect(said?.text).toContain("(the article gives no year)");
});

it.each([
  ["G16, curly", "agenda talks:‘second round’"],
  ["G16, straight", "agenda talks:'second round'"],
  ["its sibling, German", "agenda talks:‚second round‘"],
  ["its sibling, pointed", "agenda talks:‹second round›"],
])("keeps words within single quotation marks together: %s", async (_, line) => {
  const [said] = await typed(`/talks ${line}`);
  expect(said?.refusal).toBeUndefined();
  expect(said?.text).toMatch(/^On the agenda: .*\nAgenda: Second round/u);
});

it("leaves an apostrophe in the words where it stands", async () => {
  const [said] = await remarking("the diplomats' families' visas were raised");
  expect(said?.text).toContain("The diplomats' families' visas were raised.");
});

it.each(["six", "6.0", "altı", "шесть", "seis"])("reads a count in words, and keeps them: %s", async (count) => {
  const line = `facts add property talks:second kind:properties owner:russia measure:"under restrictions" source:"new: Zed" paragraph:1`;
  const [said, joined] = await typed(
    `${line} count:"${count}"`,
    `${line.replace("Zed", "Yed").replace("properties", "property")} count:6`,
  );
  expect(said?.text).toContain("Russia: 6 properties");
  expect(joined?.text).toMatch(JOINED);
});

it.each(["about six", "5 to 6", "1,000", "-6", "six villas", "0", "6.5"])("reads no count of %s", async (count) => {
  const [said] = await typed(
    `facts add property talks:second kind:estates count:"${count}" source:"new: Zed" paragraph:1`,
  );
  expect(said?.text).toContain(`"${count}" is not a whole number from 1 to 10000.`);
});

it("finds no difference where one source says more of what was done than another", async () => {
  const line = (measure: string) =>
    `facts add property talks:second kind:property count:6 owner:russia measure:"${measure}" source:"new: Zed" paragraph:1 keep-both:yes`;
  const [less, other] = await typed(line("under restrictions"), line("sold"));
  expect(less?.text).not.toContain(
    "Russia: 6 properties, under restrictions imposed by the United States (ln24SA); Russia: 6 properties, under",
  );
  expect(other?.text).toContain(
    "Sources differ: Russia: 6 properties, under restrictions imposed by the United States (ln24SA)",
  );
});
