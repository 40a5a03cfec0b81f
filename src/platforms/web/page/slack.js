import { el, link, picture } from "./elements.js";
import { passage } from "./markdown.js";
import { mention } from "./names.js";
import { moment } from "./times.js";

/** Draws a message of Slack's blocks as Slack does. `press` is called with a value and, in menus, the choice. */
export function drawSlack({ blocks, files = [] }, press) {
  return el("div", { class: "blocks" }, ...blocks.map((b) => block(b, files, press)));
}

function block(one, files, press) {
  switch (one.type) {
    case "header":
      return el("h3", {}, one.text.text);
    case "section":
      return el("p", {}, ...text(one.text));
    case "divider":
      return el("hr");
    case "context":
      return el("p", { class: "small" }, ...one.elements.flatMap(text));
    case "rich_text":
      return el("div", { class: "rich" }, ...lists(one.elements));
    case "table":
      return table(one.rows);
    case "image":
      return picture(files.find((f) => f.id === one.slack_file?.id)?.href, one.alt_text);
    case "actions":
      return el("div", { class: "row" }, ...one.elements.map((e) => action(e, press)));
    default:
      return el("p", { class: "missing" }, `A block of type ${one.type}, which this page does not draw.`);
  }
}

function lists(elements) {
  return elements.map((one) => {
    const inside = (section) => section.elements.map(inline);
    switch (one.type) {
      case "rich_text_list":
        return el("ul", {}, ...one.elements.map((section) => el("li", {}, ...inside(section))));
      case "rich_text_quote":
        return el("blockquote", {}, ...inside(one));
      case "rich_text_preformatted":
        return el("pre", { tabindex: "0" }, ...inside(one));
      default:
        return el("p", passage(one.elements.map((part) => part.text ?? "").join("")), ...inside(one));
    }
  });
}

function inline(one) {
  switch (one.type) {
    case "text":
      if (one.style?.bold) return el("strong", {}, one.text);
      return one.style?.code ? el("code", {}, one.text) : one.text;
    case "link":
      return link(one.url, one.text ?? one.url);
    case "date":
      return el("time", {}, moment(one.timestamp * 1000));
    case "usergroup":
      return mention("@&", one.usergroup_id);
    case "user":
      return mention("@", one.user_id);
    case "channel":
      return mention("#", one.channel_id);
    default:
      return "";
  }
}

// The links and mentions that Talks writes; the rest of mrkdwn it never lets through.
function text({ type, text: words }) {
  if (type !== "mrkdwn") return [words];
  const parts = [];
  let from = 0;
  for (const found of words.matchAll(/<(https?:[^|>]+)\|([^>]*)>|<([@#])(\w+)>|<!date\^(\d+)\^[^>]*>/gu)) {
    parts.push(unescaped(words.slice(from, found.index)));
    const [whole, address, shown, kind, who, seconds] = found;
    if (who !== undefined) parts.push(mention(kind, who));
    else if (seconds !== undefined) parts.push(el("time", {}, moment(Number(seconds) * 1000)));
    else parts.push(link(unescaped(address), unescaped(shown)));
    from = found.index + whole.length;
  }
  return [...parts, unescaped(words.slice(from))];
}

function unescaped(words) {
  return words.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}

function table([head = [], ...rows]) {
  const cells = (row, name) => row.map((cell) => el(name, name === "th" ? { scope: "col" } : {}, ...inCell(cell)));
  return el(
    "div",
    { class: "table", tabindex: "0", role: "region", "aria-label": "Table" },
    el(
      "table",
      {},
      el("thead", {}, el("tr", {}, ...cells(head, "th"))),
      el("tbody", {}, ...rows.map((r) => el("tr", {}, ...cells(r, "td")))),
    ),
  );
}

function inCell(cell) {
  return cell.type === "rich_text" ? cell.elements.flatMap((one) => one.elements.map(inline)) : [cell.text ?? ""];
}

function action(one, press) {
  switch (one.type) {
    case "button":
      return el(
        "button",
        { type: "button", class: `press ${one.style ?? ""}`, onclick: () => press(one.value) },
        one.text.text,
      );
    case "overflow":
      return choice("⋯", one.options, (value) => press(value));
    case "static_select":
      return choice(one.placeholder.text, one.options, (value) => press("0|h", value));
    default:
      return el("span", { class: "missing" }, one.type);
  }
}

// A menu of buttons is three dots in Slack.
function choice(name, options, chosen) {
  const choose = (event) => event.target.value !== "" && chosen(event.target.value);
  const all = options.map((o) => el("option", { value: o.value }, o.text.text));
  const dots = name === "⋯";
  return el(
    "select",
    { "aria-label": dots ? "More" : name, class: dots ? "dots" : undefined, onchange: choose },
    el("option", { value: "" }, name),
    ...all,
  );
}
