import { expect, it } from "vitest";
import type { SlotName } from "#core/facts/slot-names.ts";
import type { Fields } from "#core/facts/fact.ts";
import { SLOTS } from "#core/slots/index.ts";
import { shipped } from "#test/desk.ts";

// What sources say in other words, or in another language, and yet the same.
it.each<[SlotName, Fields, Fields]>([
  ["figure", { what: "the dead", number: "6,000", unit: "bodies" }, { what: "the dead", number: "6000 bodies" }],
  ["figure", { what: "the tariff", number: "30%" }, { what: "The tariff", number: "30", unit: "percent" }],
  ["format", { stated: "indirect" }, { stated: "dolaylı" }],
  ["format", { stated: "both direct and indirect" }, { stated: "direct and indirect" }],
  ["format", { stated: "in Russian" }, { stated: "the sides spoke Russian with each other" }],
  ["format", { stated: "conducted in Russian" }, { stated: "на русском языке" }],
  ["session", { what: "the talks began", at: "14.45" }, { what: "the negotiations started", at: "2:45 p.m." }],
  ["session", { what: "переговоры начались", at: "в 15:00" }, { what: "the talks commenced", at: "saat 15.00" }],
  ["role", { person: "x", as: "chair" }, { person: "x", as: "chair" }],
])("%s: %j and %j are one fact", (slot, a, b) => {
  expect(SLOTS[slot].relate(a, b, shipped)).toBe("same");
});

it.each<[SlotName, Fields, Fields]>([
  [
    "session",
    { what: "the talks began", at: "noon" },
    { what: "the talks started", at: "at around midday Omani time" },
  ],
  ["role", { party: "x", as: "host" }, { party: "x", as: "mediator" }],
  ["format", { stated: "indirect" }, { stated: "indirect, closed-door" }],
  ["figure", { what: "the list", number: "over 500" }, { what: "the list", number: "600" }],
])("%s: %j and %j are told beside each other", (slot, a, b) => {
  expect(SLOTS[slot].relate(a, b, shipped)).toBe("consistent");
  expect(SLOTS[slot].key(a)).not.toBe(SLOTS[slot].key(b));
});

it.each<[SlotName, Fields, Fields]>([
  ["figure", { what: "the list", number: "1,234" }, { what: "the list", number: "1.234" }],
  ["session", { what: "the talks began", at: "noon" }, { what: "the talks began late", at: "noon" }],
  [
    "session",
    { what: "the talks began", at: "13:30 Moscow time" },
    { what: "the talks began", at: "13:30 Omani time" },
  ],
  ["format", { stated: "in Russian" }, { stated: "at the Russian consulate" }],
])("%s: %j and %j cannot be compared", (slot, a, b) => {
  expect(SLOTS[slot].relate(a, b, shipped)).toBe("apart");
});
