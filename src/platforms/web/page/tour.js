import { el } from "./elements.js";

/** The guided tour: all steps while `open`, then one line with the next. `run` resolves with whether it was done. */
export function tour(steps, run, open) {
  const place = document.querySelector("#guide");
  const done = new Set();
  let running = false;

  const press = async (step) => {
    if (running) return;
    running = true;
    open = false;
    draw();
    const finished = await run(step.id);
    running = false;
    if (finished) done.add(step.id);
    draw();
  };
  const button = (step, i) =>
    el(
      "button",
      { type: "button", class: "step", "aria-disabled": running ? "true" : undefined, onclick: () => press(step) },
      el("span", { class: "number", "aria-hidden": "true" }, done.has(step.id) ? "✓" : String(i + 1)),
      el("span", { class: "words" }, el("strong", {}, step.label), el("span", { class: "about" }, step.about)),
      done.has(step.id) ? el("span", { class: "hidden" }, "done") : "",
    );
  const toggle = () =>
    el(
      "button",
      { type: "button", class: "quiet", onclick: () => ((open = !open), draw()) },
      open ? "Hide" : "All steps",
    );

  function draw() {
    place.hidden = steps.length === 0;
    const next = steps.find((s) => !done.has(s.id));
    const all = [
      el("div", { class: "top" }, el("h3", {}, "Try Talks in six steps"), toggle()),
      el("p", { class: "hint" }, "Talks answers from articles, and names the source of every statement."),
      el("ol", {}, ...steps.map((s, i) => el("li", {}, button(s, i)))),
    ];
    const one =
      next === undefined
        ? el("p", {}, "That was the tour. Now ask in your own words.")
        : button(next, steps.indexOf(next));
    place.replaceChildren(...(open ? all : [el("div", { class: "strip" }, one, toggle())]));
  }
  draw();
  return {
    /** Makes room for what somebody asks in their own words. */
    fold() {
      open = false;
      draw();
    },
  };
}
