import fc from "fast-check";
import { expect, it } from "vitest";
import { outletKey } from "#core/values/outlet.ts";
import { addressKey } from "#core/values/web-address.ts";

const ARTICLE = "https://coastherald.example/world/talks-1";

it.each([
  `${ARTICLE}?utm_source=tw&utm_medium=social`,
  `${ARTICLE}/`,
  "http://coastherald.example/world/talks-1",
  "https://www.coastherald.example/world/talks-1",
  "HTTPS://WWW.CoastHerald.Example/world/talks-1",
  "https://coastherald.example:443/world/talks-1",
  "http://coastherald.example:80/world/talks-1",
  `${ARTICLE}#comments`,
  `${ARTICLE}#:~:text=five`,
  `${ARTICLE}?`,
  `${ARTICLE}?fbclid=a&GCLID=b&UTM_Campaign=c`,
  `${ARTICLE}/index.html`,
  `  ${ARTICLE}  `,
  "https://coastherald.example/world/%74alks%2D1",
  "https://coastherald.example./world/talks-1//",
])("takes %s for the same article", (address) => {
  expect(addressKey(address)).toBe(addressKey(ARTICLE));
});

it.each([
  `${ARTICLE}?id=2`,
  `${ARTICLE}?ref=2`,
  "https://coastherald.example/World/talks-1",
  "https://coastherald.example/world/talks-2",
  "https://coastherald.example/world/talks-1/2",
  "https://m.coastherald.example/world/talks-1",
  "https://www2.coastherald.example/world/talks-1",
  "https://coastherald.example:8080/world/talks-1",
  "https://coast-herald.example/world/talks-1",
  `${ARTICLE}#/other`,
  `${ARTICLE}#!other`,
  `${ARTICLE}/index.php`,
  "https://coastherald.example/world%2Ftalks-1",
])("takes %s for another article", (address) => {
  expect(addressKey(address)).not.toBe(addressKey(ARTICLE));
});

it("keeps what a parameter says, in any order of parameters", () => {
  expect(addressKey("https://a.example/?id=1&p=2&utm_id=3")).toBe(addressKey("http://www.a.example?p=2&id=1"));
  expect(addressKey("https://a.example/?id=1")).not.toBe(addressKey("https://a.example/?id=2"));
  expect(addressKey("https://a.example/?t=1&t=2")).not.toBe(addressKey("https://a.example/?t=2&t=1"));
});

it("reads letters of any script in hosts and paths, escaped or not", () => {
  expect(addressKey("https://пример.рф/встреча/")).toBe(
    addressKey("http://xn--e1afmkfd.xn--p1ai/%d0%b2%D1%81%D1%82%D1%80%D0%B5%D1%87%D0%B0"),
  );
});

it.each(["", "Coast Herald", "ftp://a.example/x", "mailto:a@b.example", "//a.example/x"])(
  "gives no key for %j",
  (address) => {
    expect(addressKey(address)).toBeUndefined();
  },
);

it("gives its own key for whatever address is read from a key", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (address) => {
      const key = addressKey(address) ?? "";
      expect(addressKey(`https://${key}`)).toBe(key);
    }),
  );
});

it.each([
  ["The Coast Herald", "coast  herald"],
  ["COAST HERALD", "Coast Herald"],
  ["“Coast Herald”", "Coast Herald"],
  ["L’Observateur", "L'Observateur"],
  ["El País", "El Pais"],
  ["Hürriyet", "HURRIYET"],
  ["Портовый Вестник", "портовый вестник"],
  ["www.coastherald.example", "CoastHerald.example"],
  ["https://www.coastherald.example/", "coastherald.example"],
])("takes %s and %s for one outlet", (a, b) => {
  expect(outletKey(a)).toBe(outletKey(b));
});

it.each([
  ["Coast Herald", "Coast Heralds"],
  ["The", "Coast"],
  ["Theatre Daily", "atre Daily"],
  ["दिन", "दान"],
  ["Channel 5", "Channel -5"],
])("takes %s and %s for two outlets", (a, b) => {
  expect(outletKey(a)).not.toBe(outletKey(b));
});
