import { attachment } from "./attachment.js";
import { el } from "./elements.js";

/** The line one types in, with completion: arrows choose, Tab or Enter takes, Escape leaves it. */
export function composer({ complete, send }) {
  const form = document.querySelector("#composer");
  const line = document.querySelector("#line");
  const offers = document.querySelector("#offers");
  const file = attachment(line);
  let words = [];
  let chosen = -1;
  let from = 0;
  let asked = 0;
  /** The text that the list on the page completes: while an answer is on its way, the line may be ahead of it. */
  let listed = "";
  let coming = Promise.resolve();

  const hide = () => {
    offers.hidden = true;
    chosen = -1;
    line.setAttribute("aria-expanded", "false");
    line.removeAttribute("aria-activedescendant");
  };
  const mark = (next) => {
    const all = [...offers.children];
    chosen = all.length === 0 ? -1 : (next + all.length) % all.length;
    for (const [i, option] of all.entries()) option.setAttribute("aria-selected", String(i === chosen));
    if (chosen < 0) return;
    line.setAttribute("aria-activedescendant", all[chosen].id);
    all[chosen].scrollIntoView({ block: "nearest" });
  };
  const take = (word) => {
    line.value = `${line.value.slice(0, from)}${word}${word.endsWith(":") ? "" : " "}`;
    hide();
    line.focus();
    ask();
  };
  const first = () => {
    if (!offers.hidden && listed === line.value) take(words[Math.max(0, chosen)]);
  };
  const offer = async () => {
    const turn = (asked += 1);
    const typed = line.value;
    if (!/^\s*\//u.test(typed)) return hide();
    const found = await complete(typed);
    if (found === undefined || turn !== asked || line.value !== typed) return;
    const kept = words[chosen];
    from = found.from;
    listed = typed;
    words = found.offers.map(({ word }) => word);
    const all = found.offers.map(({ word, label, about }, i) =>
      el(
        "li",
        {
          id: `offer-${i}`,
          role: "option",
          "aria-selected": "false",
          onmousedown: (event) => (event.preventDefault(), take(word)),
        },
        el("span", { class: "name" }, label),
        about === "" ? "" : el("span", { class: "about" }, ` ${about}`),
      ),
    );
    offers.replaceChildren(...all);
    offers.hidden = all.length === 0;
    chosen = -1;
    line.setAttribute("aria-expanded", String(all.length > 0));
    // Who chose in the list before, while this one was on its way, chose a word and no place.
    const again = kept === undefined ? -1 : words.indexOf(kept);
    if (again >= 0) mark(again);
  };

  const ask = () => {
    chosen = -1;
    line.removeAttribute("aria-activedescendant");
    coming = offer();
  };

  line.addEventListener("input", ask);
  line.addEventListener("keydown", (event) => {
    if (offers.hidden) return;
    if (event.key === "ArrowDown") mark(chosen + 1);
    else if (event.key === "ArrowUp") mark(chosen - 1);
    else if (event.key === "Escape") hide();
    else if (event.key === "Enter" && chosen >= 0) take(words[chosen]);
    // A list of fewer letters has another word first: Tab takes of the one that is coming.
    else if (event.key === "Tab") listed === line.value ? first() : void coming.then(first);
    else return;
    event.preventDefault();
  });
  line.addEventListener("blur", hide);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const typed = line.value.trim();
    if (typed === "") return;
    line.value = "";
    hide();
    // What could not be sent is given back.
    void file
      .taken()
      .then((attached) => send(typed, attached))
      .then((sent) => {
        if (!sent && line.value === "") line.value = typed;
      });
  });
}
