import { el } from "./elements.js";
import { openChannels } from "./names.js";

/** Shows a form in the dialog, `fill` in its fields; resolves with what was entered, undefined where it was left. */
export function fillIn({ form, words }, fill = {}) {
  const dialog = document.querySelector("#dialog");
  return new Promise((resolve) => {
    const asked = form.fields.filter((f) => f.type !== "file").map((f) => ({ ...f, value: fill[f.name] ?? f.value }));
    const fields = asked.map((field) => row(field, form.problem, words));
    const general = form.problem !== undefined && !form.fields.some((f) => f.name === form.problem.field);
    const told = [
      form.note === undefined ? "" : el("p", { class: "note" }, form.note),
      general ? el("p", { class: "error", role: "alert" }, `${form.problem.message} ${form.problem.hint}`) : "",
    ];
    const close = (value) => {
      dialog.close();
      resolve(value);
    };
    const sent = (event) => {
      event.preventDefault();
      close(Object.fromEntries(new FormData(event.target)));
    };
    const buttons = el(
      "p",
      { class: "row" },
      el("button", { type: "submit" }, words.send),
      el("button", { type: "button", onclick: () => close(undefined) }, words.cancel),
    );
    dialog.replaceChildren(
      el(
        "form",
        { onsubmit: sent, novalidate: true },
        el("h2", { id: "dialog-title" }, form.title),
        ...told,
        ...fields,
        buttons,
      ),
    );
    dialog.oncancel = () => resolve(undefined);
    dialog.showModal();
    (dialog.querySelector("[aria-invalid]") ?? dialog.querySelector("input, select, textarea"))?.focus();
  });
}

function row(field, problem, words) {
  const id = `field-${field.name}`;
  const wrong = problem?.field === field.name;
  const described = `${id}-about${wrong ? ` ${id}-error` : ""}`;
  const shared = {
    id,
    name: field.name,
    "aria-describedby": described,
    "aria-invalid": wrong ? "true" : undefined,
    "aria-required": field.required ? "true" : undefined,
  };
  return el(
    "div",
    { class: "field" },
    el("label", { for: id }, field.required ? `${field.label}${words.needed}` : field.label),
    control(field, shared),
    el("p", { class: "hint", id: `${id}-about` }, field.label.startsWith(field.about) ? "" : field.about),
    wrong ? el("p", { class: "error", id: `${id}-error`, role: "alert" }, `${problem.message} ${problem.hint}`) : "",
  );
}

function control(field, shared) {
  const choices =
    field.choices ??
    (field.type === "flag"
      ? [
          { label: "Yes", value: "true" },
          { label: "No", value: "false" },
        ]
      : undefined);
  if (choices !== undefined && (field.value === "" || choices.some((c) => c.value === field.value))) {
    const all = choices.map((c) => el("option", { value: c.value, selected: c.value === field.value }, c.label));
    return el("select", shared, el("option", { value: "" }, "–"), ...all);
  }
  if (field.type === "channel") {
    const all = openChannels().map(({ id, name }) =>
      el("option", { value: id, selected: id === field.value }, `#${name}`),
    );
    return el("select", shared, el("option", { value: "" }, "–"), ...all);
  }
  if (field.type === "long") {
    const area = el("textarea", { ...shared, rows: 4 });
    area.value = field.value;
    return area;
  }
  return el("input", { ...shared, type: "text", value: field.value });
}
