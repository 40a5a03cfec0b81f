import { failed, type Session } from "#core/answer/answer.ts";
import { replyAsTyped } from "#core/answer/as-typed.ts";
import { converse } from "#core/answer/converse.ts";
import type { Answer } from "#core/answer/command.ts";
import { submit, type Form } from "#core/answer/form.ts";
import { mayActAs, type Asker } from "#core/request/asker.ts";
import { isPublic, NO_CALL, type RawCall } from "#core/request/call.ts";
import { toldTo } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told } from "#core/messages/tongue.ts";
import { toldIn } from "#core/reply/reply.ts";
import type { Dialect } from "#core/request/dialect.ts";
import { ok, refuse, type Read } from "#core/request/refusal.ts";
import { DeliveredBefore, type DeskKey } from "#core/desk/store.ts";
import { unfolded } from "#core/reply/readable.ts";
import { withFiles } from "./attached.ts";
import { unboxed } from "./boxes.ts";
import type { Request } from "./frame.ts";
import { shared, stashedPress, type Input } from "./input.ts";
import { refusalOutcome, type Outcome, type WaitingForm } from "./outcome.ts";
import type { Host } from "./platform.ts";
import { STASHED_FORM, STASHED_REPLY } from "./shapes.ts";
import type { Stash } from "./stash.ts";

/** Who asks, once a platform recognised them. Somebody's tier may depend on the command that they call. */
export interface Recognised {
  readonly session: Session;
  readonly asker: (path: readonly string[]) => Asker;
}

/** What the conversation asks of a platform about one input. */
export interface Port {
  readonly host: Host;
  readonly stash: Stash;
  readonly workspace: DeskKey;
  /** Opens the desk and finds who asks; a refusal where they have no business there. @throws what the store throws */
  recognise(): Promise<Read<Recognised>>;
  /**
   * The same before a form opens; undefined where that takes longer than a form can wait. What they send is checked
   * again.
   */
  recogniseSoon?(): Promise<Read<Recognised> | undefined>;
  /** How commands are typed there, for what is told before anything recognises who asks. */
  readonly dialect?: Dialect | undefined;
  /** The asker's language, a BCP 47 tag, where that is known without a desk. Never fails. */
  locale?(): Promise<string | undefined>;
  /** In how many steps a form is filled in; in one where it is absent. */
  steps?(form: Form): number;
}

/** A press or a form that can no longer be read. */
function expired(at: Told): Outcome {
  return refusalOutcome(toldIn(refuse("state", tell(at, "expired.what"), tell(at, "expired.again")), at.tongue));
}

/** What is told to the person who made the input, by what the platform alone says of their language. */
async function toAsker(port: Port): Promise<Told> {
  return toldTo(await port.locale?.());
}

/**
 * The answer to one input. A defect and a store that is away are refusals too.
 * @throws DeliveredBefore within a delivery that was reserved before: see `takeOnce`
 */
export async function take(input: Input, port: Port): Promise<Outcome> {
  const outcome = await taken(input, port);
  // An answer has its commands as they are typed there already. A line that cannot be read has none, nor has a defect.
  return outcome.kind === "refusal" && port.dialect !== undefined
    ? { ...outcome, reply: replyAsTyped(outcome.reply, port.dialect) }
    : outcome;
}

async function taken(input: Input, port: Port): Promise<Outcome> {
  try {
    if (input?.do === "form") return await openForm(input.token, input.step, port);
    const found = await port.recognise();
    return found.ok ? await outcomeOf(input, found.value, port) : refusalOutcome(found.refusal);
  } catch (defect) {
    if (defect instanceof DeliveredBefore) throw defect;
    return failure(defect, port.host, await toAsker(port));
  }
}

/** The outcome of a defect on the way, in the asker's language; the defect is logged. */
export function failure(defect: unknown, host: Host, at: Told): Outcome {
  return refusalOutcome(toldIn(failed(defect, NO_CALL, host, at).refusal, at.tongue));
}

async function outcomeOf(input: Input, who: Recognised, port: Port): Promise<Outcome> {
  switch (input?.do) {
    case "ask": {
      const asker = who.asker([]);
      const at = await toldTo(asker.locale);
      const call = await input.call(asker, at);
      if (!call.ok) return refusalOutcome(toldIn(call.refusal, at.tongue));
      return ask(call, input.everyone, who, port);
    }
    case "call":
      return ask(ok(input.call), isPublic(input.call), who, port);
    case "share":
      return share(input.call, who, port);
    case "details":
      return details(input.call, who, port);
    case "stashed":
      return outcomeOf(await stashedPress(input, port.workspace, port.stash), who, port);
    case "page":
      return turn(input.token, input.page, who, port);
    case "form":
      return openForm(input.token, input.step, port);
    case "send":
      return send(input.token, who, port);
    case "submit":
      return takeStep(input, who, port);
    case undefined:
      return expired(await toAsker(port));
  }
}

async function share(call: RawCall, who: Recognised, port: Port): Promise<Outcome> {
  const outcome = await ask(ok(shared(call)), true, who, port);
  return outcome.kind === "reply" ? { ...outcome, request: { ...outcome.request, shared: true } } : outcome;
}

async function ask(call: Read<RawCall>, everyone: boolean, who: Recognised, port: Port): Promise<Outcome> {
  if (!call.ok) return refusalOutcome(call.refusal);
  const asker = who.asker(call.value.path);
  const { call: meant, answer: given } = await converse(call.value, asker, who.session);
  return answered(given, { call: meant, asker, everyone }, port);
}

/** The answer with all that it has, for the person who asks for it, in the place of the shorter one where it can be. */
async function details({ path, values }: RawCall, who: Recognised, port: Port): Promise<Outcome> {
  const { public: _, ...own } = values;
  const outcome = await ask(ok({ path, values: own }), false, who, port);
  if (outcome.kind !== "reply") return outcome;
  const reply = unfolded(outcome.reply);
  const { call } = outcome.request;
  const token = await port.stash.put(port.workspace, { call, reply }, [call]);
  return { ...outcome, kind: "page", reply, page: 0, token };
}

/** Another page of a stashed reply, for those who may still ask for it. */
async function turn(token: string, page: number, who: Recognised, port: Port): Promise<Outcome> {
  const stashed = await port.stash.get(port.workspace, token, STASHED_REPLY);
  if (stashed === undefined) return expired(await toAsker(port));
  const { call, reply } = stashed;
  // The command's own refusal says who may.
  if (!mayCall(call, who, port)) return ask(ok(call), false, who, port);
  return { kind: "page", reply, request: { call, asker: who.asker(call.path), everyone: false }, page, token };
}

/** A form that waits, for those who may still send it. */
async function openForm(token: string, step: number, port: Port): Promise<Outcome> {
  const waiting = await port.stash.get(port.workspace, token, STASHED_FORM);
  if (waiting === undefined) return expired(await toAsker(port));
  const { form, entered } = waiting;
  const found = await (port.recogniseSoon?.() ?? port.recognise());
  if (found?.ok === false) return refusalOutcome(found.refusal);
  // The command's own refusal says who may.
  if (found !== undefined && !mayCall(form.call, found.value, port))
    return ask(ok(form.call), false, found.value, port);
  return { kind: "form", form, entered, step, token };
}

/** Sends a form as it stands, without its further steps. */
async function send(token: string, who: Recognised, port: Port): Promise<Outcome> {
  const waiting = await port.stash.get(port.workspace, token, STASHED_FORM);
  return waiting === undefined
    ? expired(await toAsker(port))
    : ask(ok(filledIn(waiting.form, waiting.entered)), false, who, port);
}

type Submitted = Extract<Input, { readonly do: "submit" }>;

async function takeStep(input: Submitted, who: Recognised, port: Port): Promise<Outcome> {
  const { token, step, entered } = input;
  const waiting = await port.stash.get(port.workspace, token, STASHED_FORM);
  if (waiting === undefined) return expired(await toAsker(port));
  const { form } = waiting;
  const typed = { ...waiting.entered, ...entered(form) };
  const files = await pickedIn(form, input, who, port);
  // What was typed beside a file that cannot be had is not lost.
  if (!files.ok) return { ...(await waitingForm({ ...form, problem: files.refusal }, typed, 0, port)), sent: form };
  const all = { ...typed, ...files.value };
  if (step + 1 < (port.steps?.(form) ?? 1)) return waitingForm(form, all, step + 1, port);
  const outcome = await ask(ok(filledIn(form, all)), false, who, port);
  return outcome.kind === "form" ? { ...outcome, sent: form } : outcome;
}

/** The texts of the files that were picked in a step of a form, by field. */
async function pickedIn(
  form: Form,
  { picked, server }: Submitted,
  who: Recognised,
  { host }: Port,
): Promise<Read<RawCall["values"]>> {
  const files = picked?.(form) ?? {};
  // The command's own refusal says who may.
  if (server === undefined || Object.keys(files).length === 0 || !mayCall(form.call, who, { host })) return ok({});
  const read = await withFiles({ path: form.call.path, values: {} }, files, host.commands, server, form);
  return read.ok ? ok(read.value.values) : read;
}

async function answered(given: Answer, request: Request, port: Port): Promise<Outcome> {
  switch (given.kind) {
    case "reply":
      return { kind: "reply", reply: given.reply, request };
    case "refusal":
      return refusalOutcome(given.refusal, request.everyone);
    case "form":
      return waitingForm(given.form, {}, 0, port);
  }
}

async function waitingForm(
  form: Form,
  entered: WaitingForm["entered"],
  step: number,
  port: Port,
): Promise<WaitingForm> {
  const token = await port.stash.put(port.workspace, { form, entered }, [form.call]);
  return { kind: "form", form, entered, step, token };
}

function mayCall({ path }: RawCall, { asker }: Recognised, { host }: Pick<Port, "host">): boolean {
  return mayActAs(asker(path).tier, host.commands.find(path)?.tier ?? "reader");
}

/** The call of a form once all of it is entered; what nobody touched stands as it stood. */
function filledIn(form: Form, entered: WaitingForm["entered"]): RawCall {
  const before = Object.fromEntries(form.fields.map((f) => [f.name, f.value]));
  return submit(form, { ...before, ...unboxed(entered) });
}
