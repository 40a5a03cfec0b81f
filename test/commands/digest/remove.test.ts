import { expect, it } from "vitest";
import { newServer, subscribed } from "./server.ts";

it("ends a digest", async () => {
  const { server } = await newServer();
  const id = await subscribed(server);
  expect((await server.say(`digest remove ${id}`)).text).toContain(
    "on weekdays at 09:00 (Europe/Istanbul). What it posted stays",
  );
  expect((await server.say("digest list")).text).toContain("There is no digest here yet");
  expect((await server.say(`digest remove ${id}`)).refusal?.message).toContain("no digest here yet");
});
