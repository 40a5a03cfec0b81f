import { el, picture } from "./elements.js";
import { blocks } from "./markdown.js";

/**
 * Draws a message of Discord's components as Discord does. `press` is called with a custom id and, in menus, the
 * choice.
 */
export function drawDiscord({ components, files = [] }, press) {
  return el("div", { class: "components" }, ...components.map((c) => component(c, files, press)));
}

function component(one, files, press) {
  switch (one.type) {
    case 17:
      return el("div", { class: "container" }, ...one.components.map((c) => component(c, files, press)));
    case 10:
      return el("div", { class: "text" }, ...blocks(one.content));
    case 14:
      return el("hr");
    case 1:
      return el("div", { class: "row" }, ...one.components.map((c) => component(c, files, press)));
    case 2:
      return el(
        "button",
        {
          type: "button",
          class: `press style-${one.style}`,
          disabled: one.disabled === true,
          onclick: () => press(one.custom_id),
        },
        one.label,
      );
    case 3:
      return menu(one, press);
    case 12:
      return el("div", {}, ...one.items.map((item) => pictured(item.media.url, item.description, files)));
    case 13: {
      const name = one.file.url.replace("attachment://", "");
      const file = files.find((f) => f.name === name);
      const text = el("pre", { tabindex: "0" }, file?.text ?? "");
      return el("details", { class: "file" }, el("summary", {}, name), text);
    }
    default:
      return el("p", { class: "missing" }, `A component of type ${one.type}, which this page does not draw.`);
  }
}

function pictured(url, description, files) {
  const file = files.find((f) => f.name === url.replace("attachment://", ""));
  return picture(file?.href, description ?? "Picture");
}

function menu({ custom_id, placeholder, options }, press) {
  const choose = (event) => event.target.value !== "" && press(custom_id, event.target.value);
  const all = options.map((o) => el("option", { value: o.value }, o.description ?? o.label));
  return el(
    "select",
    { "aria-label": placeholder, onchange: choose },
    el("option", { value: "" }, placeholder),
    ...all,
  );
}
