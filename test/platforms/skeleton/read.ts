import type { Commands } from "#core/answer/command.ts";
import { readLine } from "#core/answer/line.ts";
import { asking, readPress, type Input } from "#core/chat/input.ts";
import { enteredIn } from "./form.ts";
import type { RoomEvent } from "./room.ts";

/** What somebody did, as an input of the conversation. */
export function inputOf(event: RoomEvent, commands: Commands): Input {
  switch (event.kind) {
    case "line":
      return asking((at) => readLine(event.text, commands, at));
    case "press":
      return readPress(event.carried);
    case "form": {
      const { token, step } = event.form;
      return { do: "submit", token, step, entered: () => enteredIn(event.form, event.values) };
    }
  }
}
