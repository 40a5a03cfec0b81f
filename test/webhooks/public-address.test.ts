import fc from "fast-check";
import { expect, it } from "vitest";
import { isPublic, reached } from "#src/webhooks/public-address.ts";

it.each([
  "127.0.0.1",
  "127.255.255.254",
  "0.0.0.0",
  "10.1.2.3",
  "172.16.0.1",
  "172.31.255.255",
  "192.168.1.1",
  "169.254.169.254",
  "100.64.0.1",
  "100.100.100.200",
  "192.0.0.192",
  "192.0.2.1",
  "198.18.0.1",
  "224.0.0.1",
  "255.255.255.255",
  "168.63.129.16",
  "::",
  "::1",
  "::ffff:127.0.0.1",
  "::ffff:a9fe:a9fe",
  "::127.0.0.1",
  "::ffff:0:127.0.0.1",
  "64:ff9b::7f00:1",
  "64:ff9b:1::1",
  "2002:7f00:1::",
  "2001::1",
  "2001:db8::1",
  "fe80::1",
  "fe80::1%eth0",
  "fc00::1",
  "fd00:ec2::254",
  "fec0::1",
  "ff02::1",
  "",
  "example.org",
  "0x7f.1",
])("calls %s private", (address) => {
  expect(isPublic(address)).toBe(false);
});

it.each(["1.1.1.1", "8.8.8.8", "93.184.216.34", "172.32.0.1", "2606:4700:4700::1111", "2a00:1450:4001:80b::200e"])(
  "calls %s public",
  (address) => {
    expect(isPublic(address)).toBe(true);
  },
);

it("calls no address of a private block public, however it is written", () => {
  const byte = fc.integer({ min: 0, max: 255 });
  fc.assert(
    fc.property(fc.constantFrom([10], [127], [192, 168], [169, 254]), byte, byte, byte, (block, b, c, d) => {
      const four = [...block, b, c, d].slice(0, 4);
      const hex = four.map((n) => n.toString(16).padStart(2, "0"));
      return !isPublic(four.join(".")) && !isPublic(`::ffff:${hex[0]}${hex[1]}:${hex[2]}${hex[3]}`);
    }),
  );
});

it.each(["localhost", "127.0.0.1", "[::1]", "2130706433", "0x7f000001", "0177.0.0.1", "127.1"])(
  "reaches %s only where any address will do",
  async (host) => {
    expect(await reached(host, false)).toMatchObject({ ok: false });
    // As an address reads it: what a resolver takes as a number is this computer too.
    const open = await reached(new URL(`http://${host}`).hostname, true);
    expect(open).toMatchObject({ ok: true, address: expect.stringMatching(/^(?:127\.|::1$)/u) });
  },
);

it("says that a name leads nowhere", async () => {
  expect(await reached("nothing.invalid", false)).toEqual({
    ok: false,
    why: "no address was found: nothing.invalid",
  });
});
