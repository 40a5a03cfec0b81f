import { composer } from "./composer.js";
import { fillIn } from "./dialog.js";
import { el } from "./elements.js";
import { drawMessage } from "./messages.js";

const at = (id) => document.querySelector(`#${id}`);
const given = new URLSearchParams(location.search).get("token") ?? "";
const query = given === "" ? "" : `?token=${encodeURIComponent(given)}`;
const state = await (await fetch(`/api/state${query}`)).json();
const messages = new Map(state.messages.map((m) => [m.id, m]));
let channel = state.channels[0].id;
let thread;

function trouble(words) {
  at("trouble").textContent = words;
}

/**
 * Asks the server; what goes wrong is told, and nothing that was typed is lost with it. `quiet`: nobody asked for it by
 * hand, so that it neither tells a trouble nor ends one that is told.
 */
async function post(name, body, { quiet = false } = {}) {
  const headers = { "content-type": "application/json", "x-talks": state.token };
  const answered = await fetch(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(body) }).catch(
    () => undefined,
  );
  if (answered?.ok === true) {
    if (!quiet) trouble("");
    return answered.json();
  }
  if (quiet) return undefined;
  trouble(
    answered === undefined
      ? "The playground does not answer. Start it again: npm start."
      : `Not done: ${await answered.text()}`,
  );
  return undefined;
}

const where = () => ({
  desk: at("desk").value,
  role: at("role").value,
  channel,
  ...(thread === undefined ? {} : { thread }),
});

/** Goes on with forms for as long as an answer asks one. */
async function goOn(answered, place) {
  for (let next = answered?.asking; next !== undefined;) {
    const values = await fillIn(next);
    if (values === undefined) return;
    const sent = await post("submit", { ...place, token: next.token, values });
    next = sent === undefined ? filled(next, values) : sent.asking;
  }
}

/** The same form with what was typed, where it could not be sent. */
function filled({ token, form }, values) {
  return { token, form: { ...form, fields: form.fields.map((f) => ({ ...f, value: values[f.name] ?? f.value })) } };
}

async function press(message, value, chosen) {
  const place = {
    ...where(),
    channel: message.channel,
    ...(message.thread === undefined ? {} : { thread: message.thread }),
  };
  await goOn(
    await post("press", { ...place, message: message.id, value, ...(chosen === undefined ? {} : { chosen }) }),
    place,
  );
}

function answerIn(message) {
  thread = message?.id;
  at("replying").hidden = thread === undefined;
  at("replying").replaceChildren(
    thread === undefined ? "" : "In the thread of that message. ",
    thread === undefined
      ? ""
      : el("button", { type: "button", class: "copy", onclick: () => answerIn(undefined) }, "Leave it"),
  );
  at("line").focus();
}

function shown() {
  const own = [...messages.values()].filter((m) => m.desk === at("desk").value && m.channel === channel);
  const roots = own.filter((m) => m.thread === undefined || !messages.has(m.thread));
  return roots.flatMap((root) => [root, ...own.filter((m) => m.thread === root.id)]);
}

/** Messages as they stand in the log: one that did not change is neither drawn nor read aloud again. */
const drawn = new Map();

function nodeOf(message, clothes) {
  const known = drawn.get(message.id);
  if (known?.message === message && known.clothes === clothes) return known.node;
  const node = drawMessage(message, clothes, press, answerIn);
  drawn.set(message.id, { message, clothes, node });
  return node;
}

function draw() {
  const log = at("messages");
  const name = state.channels.find((c) => c.id === channel).name;
  at("title").textContent = channel.startsWith("D") ? name : `# ${name}`;
  const all = shown();
  const empty = el("p", { class: "hint" }, "Nothing here yet. Try: /talks who-led, or: how long did they meet");
  const nodes = all.length === 0 ? [empty] : all.map((m) => nodeOf(m, at("clothes").value));
  const focused = document.activeElement;
  for (const [i, node] of nodes.entries())
    if (log.children[i] !== node) log.insertBefore(node, log.children[i] ?? null);
  while (log.children.length > nodes.length) log.lastChild.remove();
  // What was pressed may have been drawn anew.
  if (focused !== document.activeElement && document.activeElement === document.body) at("line").focus();
  log.scrollTop = log.scrollHeight;
  at("channels").replaceChildren(
    ...state.channels.map((c) =>
      el(
        "li",
        {},
        el(
          "button",
          { type: "button", "aria-current": c.id === channel ? "page" : undefined, onclick: () => go(c.id) },
          c.id.startsWith("D") ? c.name : `# ${c.name}`,
        ),
      ),
    ),
  );
  const role = at("role").value;
  const tiers = state.roles.slice(0, state.roles.indexOf(role) + 1);
  const may = state.commands.filter((c) => tiers.includes(c.tier));
  const groups = Object.groupBy(may, (c) => c.path[0]);
  at("may").textContent = `A ${role} may use ${Object.entries(groups)
    .map(([g, all]) => `/${g} (${all.length})`)
    .join(", ")}.`;
}

function go(next) {
  channel = next;
  answerIn(undefined);
  draw();
}

function tick(now) {
  at("now").textContent = new Date(now).toLocaleString([], { dateStyle: "medium", timeStyle: "short" });
}

at("desk").append(...state.desks.map((d) => el("option", { value: d.id }, d.name)));
at("role").append(...state.roles.map((r) => el("option", { value: r }, r)));
at("role").value = "moderator";
for (const id of ["desk", "role", "clothes"]) at(id).addEventListener("change", draw);
for (const button of document.querySelectorAll("[data-move]")) {
  button.addEventListener("click", async () => {
    const moved = await post("clock", { move: button.dataset.move, desk: at("desk").value });
    if (moved !== undefined) tick(moved.now);
  });
}
composer({
  complete: (line) => post("complete", { line, desk: at("desk").value }, { quiet: true }),
  send: async (line) => {
    const place = where();
    const answered = await post("ask", { ...place, line });
    if (answered === undefined) return false;
    void goOn(answered, place);
    return true;
  },
});
const events = new EventSource(`/api/events${query}`);
events.addEventListener("error", () => trouble("The playground does not answer. Start it again: npm start."));
events.addEventListener("open", () => trouble(""));
events.addEventListener("message", (event) => {
  const { message, gone, now } = JSON.parse(event.data);
  if (gone) messages.delete(message.id);
  else messages.set(message.id, message);
  tick(now);
  draw();
});
tick(state.now);
draw();
at("line").focus();
