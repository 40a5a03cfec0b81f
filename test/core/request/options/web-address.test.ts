import { expect, it } from "vitest";
import { webAddress } from "#core/request/options/web-address.ts";

it.each(["https://tass.com/politics/1941799", "http://example.org", "https://xn--e1afmkfd.example/a?b=c#d"])(
  "accepts %s",
  (address) => {
    expect(webAddress(address, {})).toEqual({ ok: true, value: address });
  },
);

it.each([
  "javascript:alert(1)",
  "data:text/html,x",
  "file:///etc/passwd",
  "ftp://example.org",
  "http://user:pw@example.org/",
  "https://user@example.org/",
  "https://exa mple.org",
  "https://example.org/\nx",
  "example.org",
  "",
  "https://",
  `https://example.org/${"x".repeat(5000)}`,
])("refuses %j and says what to type", (address) => {
  expect(webAddress(address, {})).toMatchObject({
    ok: false,
    refusal: { kind: "usage", hint: "Type an address that begins with https:// or http://." },
  });
});
