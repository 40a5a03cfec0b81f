import { el } from "./elements.js";

/** A file that goes with the next line: dropped anywhere on the page, or picked. `line` is the input it goes with. */
export function attachment(line) {
  const place = document.querySelector("#attached");
  const picker = document.querySelector("#file");
  let held;

  const hold = (file) => {
    held = file;
    place.hidden = file === undefined;
    picker.value = "";
    if (file === undefined) return place.replaceChildren();
    const leave = el("button", { type: "button", class: "quiet", onclick: () => hold(undefined) }, "Remove");
    place.replaceChildren(`${file.name} goes with this message. `, leave);
    if (line.value.trim() === "") line.value = "/facts import";
    line.focus();
  };
  document.querySelector("#attach").addEventListener("click", () => picker.click());
  picker.addEventListener("change", () => hold(picker.files[0]));
  for (const name of ["dragover", "drop"]) document.addEventListener(name, (event) => event.preventDefault());
  document.addEventListener(
    "drop",
    (event) => event.dataTransfer.files.length > 0 && hold(event.dataTransfer.files[0]),
  );

  return {
    /** The file as it is sent, and no longer held; undefined where there is none. */
    async taken() {
      const file = held;
      hold(undefined);
      return file === undefined ? undefined : { name: file.name, data: await base64(file) };
    },
  };
}

async function base64(file) {
  const bytes = new Uint8Array(await file.arrayBuffer());
  const parts = [];
  for (let at = 0; at < bytes.length; at += 30_000) parts.push(String.fromCharCode(...bytes.subarray(at, at + 30_000)));
  return btoa(parts.join(""));
}
