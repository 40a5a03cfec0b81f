import { expect, it } from "vitest";
import { sealingOf, sealingWith } from "#src/app/sealing.ts";

const KEY = "5".repeat(64);

it("opens what is sealed with the same key for the same owner only", () => {
  const sealing = sealingWith(Buffer.from(KEY, "hex"));
  const other = sealingWith(Buffer.alloc(32, 1));
  const sealed = sealing.seal("xoxb-secret", "slack team T1");
  expect(sealing.open(sealed, "slack team T1")).toBe("xoxb-secret");
  expect(sealing.open(sealed, "slack team T2")).toBeUndefined();
  expect(other.open(sealed, "slack team T1")).toBeUndefined();
  const bytes = Buffer.from(sealed, "base64url");
  for (let i = 0; i < bytes.length; i += 1) {
    const changed = Buffer.from(bytes);
    changed[i] = (changed[i] ?? 0) ^ 1;
    expect(sealing.open(changed.toString("base64url"), "slack team T1")).toBeUndefined();
  }
  expect(sealing.open("", "x")).toBeUndefined();
});

it("reads keys in hex and base64, and the one before", () => {
  const before = sealingOf({ TALKS_ENCRYPTION_KEY: KEY });
  const now = sealingOf({
    TALKS_ENCRYPTION_KEY: Buffer.alloc(32, 2).toString("base64"),
    TALKS_ENCRYPTION_KEY_OLD: KEY,
  });
  const sealed = before?.seal("secret", "x") ?? "";
  expect([before?.changing, now?.changing, sealingOf({})]).toEqual([false, true, undefined]);
  expect([before?.isPresent(sealed, "x"), now?.isPresent(sealed, "x"), now?.open(sealed, "x")]).toEqual([
    true,
    false,
    "secret",
  ]);
});

it.each([
  ["a key that is none", { TALKS_ENCRYPTION_KEY: "short-secret" }, /^TALKS_ENCRYPTION_KEY: is not 32 bytes/u],
  [
    "an old key that is none",
    { TALKS_ENCRYPTION_KEY: KEY, TALKS_ENCRYPTION_KEY_OLD: "short-secret" },
    /^TALKS_ENCRYPTION_KEY_OLD: is not 32 bytes/u,
  ],
  ["an old key alone", { TALKS_ENCRYPTION_KEY_OLD: KEY }, /^TALKS_ENCRYPTION_KEY_OLD: is set without/u],
])("names %s, and never shows it", (_, env, named) => {
  expect(() => sealingOf(env)).toThrow(named);
  expect(() => sealingOf(env)).not.toThrow(/short-secret|5{64}/u);
});
