import { expect, it } from "vitest";
import { readZone, zoneChoices } from "#core/digest/zone.ts";

it.each([
  ["istanbul", "Europe/Istanbul"],
  ["Europe/Istanbul", "Europe/Istanbul"],
  ["europe/istanbul", "Europe/Istanbul"],
  ["İstanbul", "Europe/Istanbul"],
  ["Turkey", "Europe/Istanbul"],
  ["new york", "America/New_York"],
  ["US/Eastern", "America/New_York"],
  ["Europe/Kiev", "Europe/Kyiv"],
  ["kyiv", "Europe/Kyiv"],
  ["Calcutta", "Asia/Kolkata"],
  ["kathmandu", "Asia/Kathmandu"],
  ["lord howe", "Australia/Lord_Howe"],
  ["utc", "UTC"],
  ["Etc/UTC", "UTC"],
  // G15 and its siblings
  ["Ankara", "Europe/Istanbul"],
  ["Istanbul, Turkey", "Europe/Istanbul"],
  ["Türkiye", "Europe/Istanbul"],
  ["Турция", "Europe/Istanbul"],
  ["Стамбул", "Europe/Istanbul"],
  ["Москва", "Europe/Moscow"],
  ["Moskova, Rusya", "Europe/Moscow"],
  ["Geneva, Switzerland", "Europe/Zurich"],
  ["Washington, D.C.", "America/New_York"],
  ["Oman", "Asia/Muscat"],
  ["Hindistan", "Asia/Kolkata"],
  ["Schweiz", "Europe/Zurich"],
  ["Turquie", "Europe/Istanbul"],
  ["Egipto", "Africa/Cairo"],
  ["UK", "Europe/London"],
])("knows %s as %s", (typed, name) => {
  expect(readZone(typed)).toEqual({ ok: true, value: name });
});

it.each([
  ["Europe/Nowhere", "is not a time zone"],
  ["", "is not a time zone"],
  ["local", "is not a time zone"],
  ["USA", "time zones"],
  ["Deutschland", "Did you mean Europe/Berlin"],
  ["+02:00", "knows when the clocks change"],
  ["EST", "Did you mean America/New_York or America/Panama?"],
  ["msk", "Did you mean Europe/Moscow?"],
  ["../../etc/passwd", "is not a time zone"],
  ["istambul", "Did you mean Europe/Istanbul?"],
  ["Ankarra", "Did you mean Europe/Istanbul"],
  ["Russia", "has 26 time zones. Type a city"],
  ["Украина", "has 2 time zones. Did you mean Europe/Kyiv or Europe/Simferopol?"],
  ["constructor", "is not a time zone"],
])("refuses %s: %s", (typed, words) => {
  const read = readZone(typed);
  expect(read.ok ? read.value : `${read.refusal.message} ${read.refusal.hint}`).toContain(words);
});

it("offers every zone by the name that it has now, and knows each that it offers", () => {
  const names = zoneChoices().map((c) => c.value);
  expect(names.length).toBeGreaterThan(400);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(readZone(name)).toEqual({ ok: true, value: name });
  expect(names).toContain("Europe/Kyiv");
  expect(names).not.toContain("Europe/Kiev");
  expect(names).not.toContain("Asia/Calcutta");
});
