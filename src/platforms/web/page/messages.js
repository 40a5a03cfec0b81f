import { drawDiscord } from "./discord.js";
import { el } from "./elements.js";
import { drawSlack } from "./slack.js";

/** One message, in the clothes that are worn. */
export function drawMessage(message, clothes, press, answerIn) {
  const pressed = (value, chosen) => press(message, value, chosen);
  const worn = clothes === "both" ? ["discord", "slack"] : [clothes];
  const dressed = (message.text === undefined ? worn : []).map((name) => {
    const drawn = name === "discord" ? drawDiscord(message.discord, pressed) : drawSlack(message.slack, pressed);
    const copy = el(
      "button",
      { type: "button", class: "copy", onclick: () => copied(copy, message[name]) },
      "Copy payload",
    );
    const title = name === "discord" ? "As Discord draws it" : "As Slack draws it";
    return el(
      "div",
      { class: "worn", role: "group", "aria-label": title },
      el("p", { class: "label" }, title, copy),
      drawn,
    );
  });
  const time = el("time", { datetime: message.at }, new Date(message.at).toLocaleString());
  const marks = [
    message.alone ? el("span", { class: "alone" }, "Only you can see this") : "",
    message.edited ? el("span", { class: "alone" }, "edited") : "",
  ];
  const thread =
    message.thread === undefined
      ? el("button", { type: "button", class: "copy", onclick: () => answerIn(message) }, "Reply in thread")
      : "";
  return el(
    "article",
    {
      id: message.id,
      class: `message${message.alone ? " private" : ""}${message.thread === undefined ? "" : " threaded"}`,
    },
    el("p", { class: "by" }, el("strong", {}, message.by), " ", time, " ", ...marks, " ", thread),
    message.text === undefined
      ? el("div", { class: `dressed ${clothes}` }, ...dressed)
      : el("p", { class: "typed" }, message.text),
  );
}

async function copied(button, payload) {
  await navigator.clipboard.writeText(JSON.stringify(payload, null, 2)).then(
    () => (button.textContent = "Copied"),
    () => (button.textContent = "Not copied: the browser does not allow it"),
  );
  setTimeout(() => (button.textContent = "Copy payload"), 2000);
}
