import { composer } from "./composer.js";
import { fillIn } from "./dialog.js";
import { el } from "./elements.js";
import { drawMessage } from "./messages.js";
import { setNames } from "./names.js";
import { shortMoment } from "./times.js";
import { tour } from "./tour.js";

const at = (id) => document.querySelector(`#${id}`);
const given = new URLSearchParams(location.search).get("token") ?? "";
const query = given === "" ? "" : `?token=${encodeURIComponent(given)}`;
const state = await (await fetch(`/api/state${query}`)).json();
const messages = new Map(state.messages.map((m) => [m.id, m]));
setNames(state);
/** What the address asks for, or else the browser's own, where Talks has it. */
const language = [new URLSearchParams(location.search).get("language"), ...navigator.languages]
  .map((tag) => state.languages.find((l) => tag?.split("-")[0] === l))
  .find((l) => l !== undefined);
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
  language,
  channel,
  ...(thread === undefined ? {} : { thread }),
});

/** Goes on with forms for as long as an answer asks one; false where one was left. */
async function goOn(answered, place, fill) {
  let [next, entered] = [answered?.asking, fill];
  while (next !== undefined) {
    const values = await fillIn(next, entered);
    if (values === undefined) return false;
    entered = undefined;
    const sent = await post("submit", { ...place, token: next.token, values });
    next = sent === undefined ? filled(next, values) : sent.asking;
  }
  return answered !== undefined;
}

/** The same form with what was typed, where it could not be sent. */
function filled({ token, words, form }, values) {
  return {
    token,
    words,
    form: { ...form, fields: form.fields.map((f) => ({ ...f, value: values[f.name] ?? f.value })) },
  };
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
      : el("button", { type: "button", class: "quiet", onclick: () => answerIn(undefined) }, "Leave it"),
  );
  at("line").focus();
}

function shown() {
  const own = [...messages.values()].filter((m) => m.desk === at("desk").value && m.channel === channel);
  const roots = own.filter((m) => m.thread === undefined || !messages.has(m.thread));
  return roots.flatMap((root) => [root, ...own.filter((m) => m.thread === root.id)]);
}

/** Ready to type; on a phone the keyboard would cover half of the page before anybody asked for it. */
function ready() {
  if (!matchMedia("(pointer: coarse)").matches) at("line").focus();
}

/** Messages as they stand in the log: one that did not change is neither drawn nor read aloud again. */
const drawn = new Map();

function nodeOf(message, look) {
  const known = drawn.get(message.id);
  if (known?.message === message && known.look === look) return known.node;
  const node = drawMessage(message, look, press, answerIn);
  drawn.set(message.id, { message, look, node });
  return node;
}

/** Draws the channel; `news` is the message that is to be seen, its beginning first. */
function draw(news) {
  const log = at("messages");
  const look = at("look").value;
  document.body.dataset.look = look;
  at("title").textContent = titleOf(state.channels.find((c) => c.id === channel));
  const all = shown();
  document.body.toggleAttribute("data-empty", messages.size === 0);
  const empty = el("p", { class: "hint" }, "Nothing here yet. Ask a question, or type / for commands.");
  const nodes = all.length === 0 ? [empty] : all.map((m) => nodeOf(m, look));
  const focused = document.activeElement;
  for (const [i, node] of nodes.entries())
    if (log.children[i] !== node) log.insertBefore(node, log.children[i] ?? null);
  while (log.children.length > nodes.length) log.lastChild.remove();
  // What was pressed may have been drawn again.
  if (focused !== document.activeElement && document.activeElement === document.body) ready();
  const seen = all.findIndex((m) => m.id === news?.id);
  if (news === undefined) bringIntoView(log, nodes.at(-1));
  else if (seen >= 0) bringIntoView(log, nodes[seen]);
  if (seen >= 0) nodes[seen].classList.toggle("changed", news.edited === true);
  at("channels").replaceChildren(...state.channels.map(channelItem));
}

function bringIntoView(log, node) {
  const [room, own] = [log.getBoundingClientRect(), node.getBoundingClientRect()];
  if (own.height > room.height - 16 || own.top < room.top) log.scrollTop += own.top - room.top - 8;
  else if (own.bottom > room.bottom) log.scrollTop += own.bottom - room.bottom + 8;
}

const titleOf = ({ id, name }) => (name === "DM" ? name : `# ${name}`);

function channelItem(one) {
  const current = one.id === channel ? "page" : undefined;
  return el(
    "li",
    {},
    el("button", { type: "button", "aria-current": current, onclick: () => go(one.id) }, titleOf(one)),
  );
}

function go(next) {
  channel = next;
  answerIn(undefined);
  draw();
}

function tick(now) {
  at("now").textContent = shortMoment(now);
}

async function move(how) {
  const moved = await post("clock", { move: how, desk: at("desk").value });
  if (moved !== undefined) tick(moved.now);
  return moved !== undefined;
}

/** A line is sent, and its forms are filled in; false where it was not, or a form was left. */
async function say(line, fill) {
  const place = where();
  return goOn(await post("ask", { ...place, line }), place, fill);
}

/** One step of the tour; false where it was left before its end. `first`: a step is asked for again only once. */
async function step(id, first = true) {
  // The tour changes facts.
  if (["reader", "contributor"].includes(at("role").value)) at("role").value = "moderator";
  const found = await post("scene", { desk: at("desk").value, step: id });
  for (const act of found?.acts ?? []) {
    if (act.do === "open") go(act.channel);
    else if (act.do === "say" && !(await say(act.line, act.fill))) return false;
    else if (act.do === "clock" && !(await move(act.move))) return false;
    else if (act.do === "again") return first && step(id, false);
  }
  return found !== undefined;
}

const ROLES = {
  reader: "Reader (asks)",
  contributor: "Contributor (suggests)",
  moderator: "Moderator (edits)",
  admin: "Admin (sets roles)",
};

at("desk").append(...state.desks.map((d) => el("option", { value: d.id }, d.name)));
at("role").append(...state.roles.map((r) => el("option", { value: r }, ROLES[r] ?? r)));
at("role").value = "moderator";
for (const id of ["desk", "role", "look"]) at(id).addEventListener("change", () => draw());
for (const button of document.querySelectorAll("[data-move]"))
  button.addEventListener("click", () => move(button.dataset.move));
at("menu").addEventListener("click", () => {
  const open = at("controls").classList.toggle("open");
  at("menu").setAttribute("aria-expanded", String(open));
});
composer({
  complete: (line) => post("complete", { line, desk: at("desk").value }, { quiet: true }),
  send: async (line, file) => {
    const place = where();
    guide.fold();
    const answered = await post("ask", { ...place, line, ...(file === undefined ? {} : { file }) });
    void goOn(answered, place);
    return answered !== undefined;
  },
});
const guide = tour(state.steps, step, messages.size === 0);
const events = new EventSource(`/api/events${query}`);
events.addEventListener("error", () => trouble("The playground does not answer. Start it again: npm start."));
events.addEventListener("open", () => trouble(""));
events.addEventListener("message", (event) => {
  const { message, gone, now } = JSON.parse(event.data);
  if (gone) messages.delete(message.id);
  else messages.set(message.id, message);
  tick(now);
  draw(message);
});
tick(state.now);
draw();
ready();
