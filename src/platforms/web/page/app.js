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

async function post(name, body) {
  const headers = { "content-type": "application/json", "x-talks": state.token };
  const answered = await fetch(`/api/${name}`, { method: "POST", headers, body: JSON.stringify(body) });
  if (!answered.ok) throw new Error(await answered.text());
  return answered.json();
}

const where = () => ({
  desk: at("desk").value,
  role: at("role").value,
  channel,
  ...(thread === undefined ? {} : { thread }),
});

/** Goes on with forms for as long as an answer asks one. */
async function goOn({ asking }, place) {
  for (let next = asking; next !== undefined;) {
    const values = await fillIn(next);
    if (values === undefined) return;
    ({ asking: next } = await post("submit", { ...place, token: next.token, values }));
  }
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

function draw() {
  const log = at("messages");
  const name = state.channels.find((c) => c.id === channel).name;
  at("title").textContent = channel.startsWith("D") ? name : `# ${name}`;
  const all = shown();
  const empty = el("p", { class: "hint" }, "Nothing here yet. Try: /talks who-led, or: how long did they meet");
  log.replaceChildren(
    ...(all.length === 0 ? [empty] : all.map((m) => drawMessage(m, at("clothes").value, press, answerIn))),
  );
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
  button.addEventListener("click", async () =>
    tick((await post("clock", { move: button.dataset.move, desk: at("desk").value })).now),
  );
}
composer({
  complete: (line) => post("complete", { line, desk: at("desk").value }),
  send: async (line) => {
    const place = where();
    await goOn(await post("ask", { ...place, line }), place);
  },
});
new EventSource(`/api/events${query}`).addEventListener("message", (event) => {
  const { message, gone, now } = JSON.parse(event.data);
  if (gone) messages.delete(message.id);
  else messages.set(message.id, message);
  tick(now);
  draw();
});
tick(state.now);
draw();
at("line").focus();
