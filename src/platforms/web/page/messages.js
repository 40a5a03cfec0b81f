import { drawDiscord } from "./discord.js";
import { el } from "./elements.js";
import { drawSlack } from "./slack.js";
import { moment, shortMoment } from "./times.js";

const LOOKS = {
  discord: { title: "As Discord shows it", alone: "Only you can see this", draw: drawDiscord },
  slack: { title: "As Slack shows it", alone: "Only visible to you", draw: drawSlack },
};

/** One message, in one look or in both side by side. */
export function drawMessage(message, look, press, answerIn) {
  const looks = look === "both" ? ["discord", "slack"] : [look];
  // What only one person sees has no thread on any platform.
  const mayReply = message.thread === undefined && !message.alone;
  const thread = () =>
    mayReply
      ? el("button", { type: "button", class: "quiet", onclick: () => answerIn(message) }, "Reply in thread")
      : "";
  const faces =
    message.text === undefined
      ? looks.map((name, i) => said(message, name, press, i === 0 ? thread() : ""))
      : [el("div", { class: "face plain" }, ...head(message, thread()), el("p", { class: "typed" }, message.text))];
  const classes = `message${message.thread === undefined ? "" : " threaded"}${faces.length > 1 ? " pair" : ""}`;
  return el("article", { id: message.id, class: classes }, ...faces);
}

function said(message, name, press, thread) {
  const { title, alone, draw } = LOOKS[name];
  const copy = el(
    "button",
    { type: "button", class: "quiet", onclick: () => copied(copy, message[name]) },
    "Copy payload",
  );
  const note = el("p", { class: "alone" }, alone);
  return el(
    "div",
    { class: `face ${name}${message.alone ? " private" : ""}`, role: "group", "aria-label": title },
    message.alone && name === "slack" ? note : "",
    ...head(message, thread, copy),
    draw(message[name], (value, chosen) => press(message, value, chosen)),
    message.alone && name === "discord" ? note : "",
  );
}

/** Who said it and when, as both platforms have it above the words. */
function head({ by, at, text, edited }, ...buttons) {
  const app = text === undefined;
  const line = el(
    "p",
    { class: "by" },
    el("strong", {}, by),
    app ? el("span", { class: "app" }, "APP") : "",
    el("time", { datetime: at, title: moment(at) }, shortMoment(at)),
    edited ? el("span", { class: "edited" }, "(edited)") : "",
    el("span", { class: "buttons" }, ...buttons),
  );
  return [el("span", { class: `avatar${app ? " ours" : ""}`, "aria-hidden": "true" }, by.slice(0, 1)), line];
}

// A platform gets the bytes of a picture beside the payload.
function withoutBytes(key, value) {
  return key === "href" ? undefined : value;
}

async function copied(button, payload) {
  await navigator.clipboard.writeText(JSON.stringify(payload, withoutBytes, 2)).then(
    () => (button.textContent = "Copied"),
    () => (button.textContent = "Not copied: the browser does not allow it"),
  );
  setTimeout(() => (button.textContent = "Copy payload"), 2000);
}
