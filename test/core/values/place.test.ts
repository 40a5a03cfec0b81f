import { expect, it } from "vitest";
import { namesCity, placeLikeness } from "#core/values/place.ts";

const place = (id: string, name: string, ...aliases: readonly string[]) => ({ id, name, aliases });
const istanbul = place("istanbul", "Istanbul");
const places = [
  istanbul,
  place("russian-consulate", "the Russian Consulate General in Istanbul"),
  place("us-residence", "the residence of the US Consul General in Istanbul"),
  place("palace", "Dolmabahçe Palace"),
  place("geneva", "Geneva"),
  place("new-york", "New York"),
  place("riyadh", "Riyadh"),
  place("oman-embassy", "the Omani Embassy in Rome"),
];

it("knows a place by a held spelling, an article aside", () => {
  expect(placeLikeness("Russian Consulate General in İstanbul", places)).toEqual({
    kind: "exact",
    id: "russian-consulate",
  });
});

it.each([
  ["the Russian consulate building", "russian-consulate", "building"],
  ["the consulate of Russia", "russian-consulate", "building"],
  ["Rusya Konsolosluğu", "russian-consulate", "building"],
  ["Rusya'nın İstanbul Başkonsolosluğu", "russian-consulate", "building"],
  ["Rusya Başkonsolosluğu binası", "russian-consulate", "building"],
  ["Генеральное консульство России в Стамбуле", "russian-consulate", "building"],
  ["генконсульство РФ в Стамбуле", "russian-consulate", "building"],
  ["здание российского консульства", "russian-consulate", "building"],
  ["the US consul general's residence", "us-residence", "building"],
  ["U.S. consulate residence", "us-residence", "building"],
  ["ABD Başkonsolosu'nun konutu", "us-residence", "building"],
  ["резиденция генконсула США в Стамбуле", "us-residence", "building"],
  ["посольство Омана в Риме", "oman-embassy", "building"],
  ["Umman Büyükelçiliği", "oman-embassy", "building"],
  ["el consulado ruso", "russian-consulate", "building"],
  ["das russische Generalkonsulat", "russian-consulate", "building"],
  ["le consulat général de Russie", "russian-consulate", "building"],
  ["la residencia del cónsul de EE. UU. en Estambul", "us-residence", "building"],
  ["la résidence du consul général des États-Unis", "us-residence", "building"],
  ["die Residenz des US-Generalkonsuls", "us-residence", "building"],
  ["Dolmabahçe Sarayı", "palace", "slip"],
  ["дворец Долмабахче", "palace", "script"],
  ["Стамбул", "istanbul", "script"],
  ["в Стамбуле", "istanbul", "script"],
  ["Женева", "geneva", "script"],
  ["Istanbul, Turkey", "istanbul", "more"],
  ["New York City", "new-york", "slip"],
  ["Нью-Йорк", "new-york", "script"],
  ["Эр-Рияд", "riyadh", "more"],
])("takes %s for a likeness of %s: %s", (typed, id, why) => {
  expect(placeLikeness(typed, places)).toEqual({ kind: "likely", candidates: [{ id, why }] });
});

it.each([
  "the U.S. consulate in Istanbul",
  "the Russian consulate in New York",
  "the Russian embassy in Washington",
  "Çırağan Palace",
  "the Omani Embassy in Paris",
  "Russell Hotel",
  "das Konsulat Italiens",
  "Ankara",
  "Istanbul Convention Center",
  "Rochester, New York",
  "a guest house in Geneva",
  "the ministry of trade near Riyadh",
  "здание казначейства в Женеве",
])("takes %s for no place that is held", (typed) => {
  expect(placeLikeness(typed, places)).toEqual({ kind: "new", compared: true });
});

it("says of a script that is not read that it was not compared", () => {
  expect(placeLikeness("دبي", places)).toEqual({ kind: "new", compared: false });
});

it.each([
  ["the Russian Consulate General in Istanbul", true],
  ["Rusya'nın İstanbul Başkonsolosluğu", true],
  ["Генеральное консульство России в Стамбуле", true],
  ["the Omani Embassy in Rome", false],
  ["the Russian consulate building", false],
  ["Hotel Astoria, Istanbul", true],
])("finds whether %s names Istanbul: %s", (building, names) => {
  expect(namesCity(place("building", building), istanbul)).toBe(names);
});
