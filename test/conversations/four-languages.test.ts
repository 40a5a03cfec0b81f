import { expect, it } from "vitest";
import { differing } from "#core/slots/disagreement.ts";
import { ada, newSeat } from "#test/moderation.ts";

/**
 * One round as outlets of four languages tell it: the same where they say the same, within one another where they say
 * less.
 */
const ARTICLES: readonly (readonly [outlet: string, language: string, claims: readonly string[]])[] = [
  [
    "Sahil Postası",
    "tr",
    [
      "slot: date, says: { stated: 10 Nisan 2025 Perşembe }",
      "slot: duration, says: { stated: beş buçuk saat }",
      "slot: led, side: Rusya, says: { person: Aleksandr Darçiyev }",
      "slot: led, side: ABD, says: { person: Sonata Coulter }",
      "slot: venue, says: { city: İstanbul }",
    ],
  ],
  [
    "Портовый вестник",
    "ru",
    [
      "slot: date, says: { stated: 10 апреля }",
      "slot: duration, says: { stated: более пяти часов }",
      "slot: led, side: Россия, says: { person: Александр Дарчиев }",
      "slot: led, side: США, says: { person: Соната Коултер }",
    ],
  ],
  [
    "La Gaceta del Puerto",
    "es",
    [
      "slot: date, says: { stated: 10 de abril de 2025 }",
      "slot: duration, says: { stated: cinco horas y media }",
      "slot: led, side: russia, says: { person: Alexander Darchiev }",
      "slot: led, side: us, says: { person: Sonata Coulter }",
    ],
  ],
  [
    "Harbour Times",
    "en",
    [
      "slot: date, says: { stated: Thursday }",
      "slot: duration, says: { stated: five to six hours }",
      "slot: led, side: russia, says: { person: Alexander Darchiev }",
      "slot: led, side: us, says: { person: Sonata Coulter }",
    ],
  ],
];

const FILE = `articles:\n${ARTICLES.map(
  ([outlet, language, claims], i) =>
    `  - outlet: ${outlet}\n    published: 2025-04-1${i}\n    language: ${language}\n    claims:\n${claims
      .map((claim, n) => `      - { talks: second, paragraph: ${n + 1}, ${claim} }\n`)
      .join("")}`,
).join("")}`;

it("refuses none of four languages' articles after one spelling, joins every leader and finds no difference", async () => {
  const seat = await newSeat();
  await seat.told('facts alias add "Alexander Darchiev" "Aleksandr Darçiyev"', ada);
  const dry = await seat.call("facts import", { file: FILE }, ada);
  expect(dry.text).toContain(", 0 refused.");
  expect(dry.text).not.toContain("Differs from");
  await seat.press(dry, "Import all", ada);
  const view = await seat.desk.view();
  const second = view.facts.filter((f) => f.talks === "istanbul-april");
  expect(second.filter((f) => f.slot === "led").map((f) => f.claims.length)).toEqual([7, 7]);
  for (const slot of ["date", "duration", "led", "venue"])
    expect([
      slot,
      differing(
        second.filter((f) => f.slot === slot),
        view,
      ),
    ]).toEqual([slot, undefined]);
  expect(await seat.told("who-led talks:second")).toContain("“Александр Дарчиев” (Портовый вестник)");
});
