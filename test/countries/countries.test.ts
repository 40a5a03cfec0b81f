import { expect, it } from "vitest";
import { partyDetails } from "#core/changes/party-details.ts";
import { countryOf } from "#core/facts/country.ts";
import written from "#core/facts/countries.json" with { type: "json" };
import { shipped } from "#test/desk.ts";
import { table } from "./table.ts";

it("is written as its sources make it", () => {
  expect(written).toEqual(table());
  expect(written.countries.length).toBeGreaterThan(190);
});

it.each([
  ["Iran", "Iran"],
  ["the Netherlands", "Netherlands"],
  ["tehran", "Iran"],
  ["ABD", "United States"],
  ["США", "United States"],
  ["American", "United States"],
  ["Washington", "United States"],
  ["İsrail", "Israel"],
  ["Судан", "Sudan"],
  ["Turkey", "Türkiye"],
  ["UK", "United Kingdom"],
])("knows %s as %s", (word, name) => {
  expect(countryOf(word)?.name).toBe(name);
});

it.each(["Congolese", "Dominican", "us", "Hezbollah", ""])("takes %j for no country", (word) => {
  expect(countryOf(word)).toBeUndefined();
});

it("completes a party that is a country, and leaves any other as it was typed", () => {
  expect(partyDetails({ name: "Mısır" }, shipped)).toEqual({
    of: "parties",
    name: "Egypt",
    adjective: "Egyptian",
    aliases: ["Mısır", "Египет", "Egyptian", "Cairo"],
  });
  expect(partyDetails({ name: "M23", aliases: ["AFC"] }, shipped)).toEqual({
    of: "parties",
    name: "M23",
    adjective: "",
    aliases: ["AFC"],
  });
});

it("leaves out the spellings that are something else's on the desk", () => {
  const { aliases } = partyDetails({ name: "United States" }, shipped);
  expect(aliases.filter((a) => shipped.parties.exact(a) !== undefined)).toEqual([]);
});
