/** Makes an element; text is only ever set as text. */
export function el(name, attributes = {}, ...children) {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (value === undefined || value === false) continue;
    if (key.startsWith("on")) made.addEventListener(key.slice(2), value);
    else made.setAttribute(key, value === true ? "" : String(value));
  }
  made.append(...children.flat().filter((child) => child !== undefined && child !== ""));
  return made;
}

/** A link that opens elsewhere, for web addresses alone; other addresses are text. */
export function link(address, words) {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url === undefined || !/^https?:$/u.test(url.protocol)) return el("span", {}, words);
  return el("a", { href: url.href, target: "_blank", rel: "noreferrer noopener" }, words);
}

/** A picture as large as there is room, its words where it is not there. A press shows it whole. */
export function picture(href, words) {
  if (href === undefined) return el("p", { class: "picture", role: "img", "aria-label": words }, words);
  const image = () => el("img", { src: href, alt: words });
  const open = () => {
    const close = el("button", { type: "button", onclick: () => whole.close() }, "Close");
    const whole = el(
      "dialog",
      { class: "whole", "aria-label": "Picture", onclose: () => whole.remove() },
      close,
      image(),
    );
    document.body.append(whole);
    whole.showModal();
  };
  return el("button", { type: "button", class: "frame", title: "Show the whole picture", onclick: open }, image());
}
