import { expect, it } from "vitest";
import { openApiWithExamples } from "#src/api/examples.ts";
import { session, siteOver } from "#test/desk.ts";

it("makes the document once, and again where it could not be made", async () => {
  const view = await session.desk.view();
  const library = siteOver(view);
  const whole = library.desk.whole.bind(library.desk);
  let asked = 0;
  library.desk.whole = async () => {
    asked += 1;
    if (asked === 1) throw new Error("away");
    return whole();
  };
  await expect(openApiWithExamples(library)).rejects.toThrow("away");
  const made = await openApiWithExamples(library);
  const after = asked;
  expect(await openApiWithExamples(library)).toBe(made);
  expect(asked).toBe(after);
});
