import { check, withOffers } from "#core/request/check.ts";
import { withNameButtons } from "#core/request/name-buttons.ts";
import { withCurrentNames } from "#core/request/former-names.ts";
import { mayActAs, tongueFor, type Asker } from "#core/request/asker.ts";
import { asOf } from "./as-of.ts";
import { asTyped } from "./as-typed.ts";
import { ask, call, isPublic, type Button, type RawCall } from "#core/request/call.ts";
import type { Clock } from "#core/request/clock.ts";
import { refused, type Answer, type Command, type Commands, type Context } from "./command.ts";
import { toldAgain } from "./told-again.ts";
import type { Desk, Snapshot } from "#core/desk/desk.ts";
import type { Dialect } from "#core/request/dialect.ts";
import type { Digests } from "#core/digest/digests.ts";
import type { Webhooks } from "#core/outbox/webhooks.ts";
import type { Fields } from "#core/facts/fact.ts";
import { NoDesk, notHere, ReadOnlyDesk } from "#core/desk/read-only-desk.ts";
import { meanwhile } from "./meanwhile.ts";
import { ready } from "#core/messages/ready.ts";
import { tell } from "#core/messages/tell.ts";
import type { Told, Tongue } from "#core/messages/tongue.ts";
import { answerIn } from "./answer-in.ts";
import { inTongue } from "#core/facts/view.ts";
import { makeForm } from "./form.ts";
import type { SecondEar } from "./second-ear.ts";
import { focusOf } from "#core/changes/focus.ts";
import { hereOf, hereTold, standing } from "./here.ts";
import { notAllowed, unknownCommand } from "./turned-away.ts";
import { withPages } from "./with-pages.ts";
import { withTaken } from "./with-taken.ts";
import { withTimeWords } from "#core/lookup/time-words.ts";
import type { Options } from "#core/request/option.ts";
import { withCountedRounds } from "./counted-rounds.ts";
import { countPickedName } from "./count-picked-name.ts";
import { toldDesk } from "#core/desk/told-desk.ts";
import { ok, refuse, type Refusal } from "#core/request/refusal.ts";
import { DeliveredBefore, StoreUnavailable } from "#core/desk/store.ts";

/**
 * Where calls are answered: the commands there are, the desk they ask, the time, and where defects are written down.
 */
export interface Session {
  readonly commands: Commands;
  readonly desk: Desk;
  readonly clock: Clock;
  readonly digests?: Digests;
  readonly webhooks?: Webhooks;
  /** How the platform that asks writes mentions, channels and threads. */
  readonly dialect?: Dialect;
  readonly secondEar?: SecondEar;
  /** The address that Talks is called by from outside, without a slash at its end. */
  readonly site?: string;
  token(length: number): string;
  /** Logs a defect and returns its incident code, the only part of it that an asker sees. */
  incident(defect: unknown, raw: RawCall): string;
}

/**
 * A raw call to its answer: the path every slash command, button, form and typed line takes. Expected failures are
 * refusals; a defect is caught here, once, and never shown. @throws DeliveredBefore within a delivery that was reserved
 * before: see `takeOnce`
 */
export async function answer(asked: RawCall, asker: Asker, session: Session): Promise<Answer> {
  const tongue = tongueFor(asker, isPublic(asked));
  await ready(tongue);
  const given = asTyped(await answerOf(asked, asker, session, tongue), session.dialect);
  return answerIn(asked.taken === undefined ? given : withTaken(given, asked.taken, tongue), tongue);
}

async function answerOf(asked: RawCall, asker: Asker, session: Session, tongue: Tongue | undefined): Promise<Answer> {
  const timed = withTimeWords(asked, session.clock.now());
  const command = session.commands.find(timed.path);
  if (command === undefined) return refused(unknownCommand(timed, session.commands, { tongue }));
  const raw = withCurrentNames(timed, command.options);
  try {
    const may = mayActAs(asker.tier, command.tier);
    // Where no desk is, nobody can be given a right, and a suggestion reaches nobody.
    if (session.desk instanceof ReadOnlyDesk && (!may || command.tier === "contributor"))
      return refused(notHere({ tongue }));
    if (!may) return refused(notAllowed(command, asker, { tongue }));
    const then = asOf(raw, command, session.commands, session.clock.now(), { tongue });
    if (!then.ok) return refused(then.refusal);
    const snapshot = await session.desk.snapshot();
    const held = then.value === undefined ? snapshot.view : await session.desk.view(then.value.instant);
    const view = inTongue(held, tongue);
    const here = command.standing === undefined ? {} : await hereOf(session.desk, asker, view);
    const stands = standing(here, command.standing ?? [], raw);
    const spread = command.spread?.(raw.values, view) ?? raw.values;
    const values = withCountedRounds(spread, command.options, view, focusOf(asker, snapshot));
    const whole = { ...raw, values: { ...values, ...stands } };
    const given = await run(whole, command, asker, session, { ...snapshot, view }, stands);
    return then.value === undefined ? given : then.value.mark(given);
  } catch (defect) {
    if (defect instanceof DeliveredBefore) throw defect;
    return failed(defect, raw, session, { tongue });
  }
}

/** The answer to the asker after a defect, or while the store is out of reach, in their language. */
export function failed(
  defect: unknown,
  raw: RawCall,
  session: Pick<Session, "incident">,
  at: Told,
): Extract<Answer, { readonly kind: "refusal" }> {
  if (defect instanceof StoreUnavailable && defect.unsure) {
    return refused(refuse("failed", tell(at, "store.lost"), tell(at, "store.look")));
  }
  if (defect instanceof StoreUnavailable) {
    return refused(refuse("failed", tell(at, "store.away"), tell(at, "store.later")));
  }
  if (defect instanceof NoDesk) return refused(notHere(at));
  const code = session.incident(defect, raw);
  return refused(refuse("failed", tell(at, "failed.incident", { code }), tell(at, "failed.again")));
}

/** The refusal with one more button, which opens the form as it was filled in. */
function reopening(refusal: Refusal, { path, values }: RawCall, at: Told): Refusal {
  const change: Button = { label: tell(at, "form.change"), call: { ...call(path, values), reopen: true } };
  return { ...refusal, buttons: [...refusal.buttons, change] };
}

/** The values that a form was opened with: what stands now is compared with what it showed. */
function whenOpened({ values, shown, submitted }: RawCall): RawCall["values"] {
  if (submitted !== true || shown === undefined) return values;
  return Object.fromEntries(Object.entries({ ...values, ...shown }).filter(([, value]) => value.trim() !== ""));
}

async function run(
  sent: RawCall,
  command: Command,
  asker: Asker,
  session: Session,
  at: Snapshot,
  stands: RawCall["values"] = {},
): Promise<Answer> {
  const { form } = command;
  const { view } = at;
  const around = { asker, digests: session.digests, dialect: session.dialect };
  const read = (await form?.present?.(whenOpened(sent), at, around)) ?? ok({});
  if (!read.ok) return refused(withOffers(read.refusal, sent));
  const present = read.value;
  const { raw, conflict } = meanwhile(sent, present, view);
  const fields = form?.fields?.({ ...present, ...raw.values }, at);
  const options = { ...command.options, ...fields };
  const asks = [...(form?.asks ?? []), ...Object.keys(fields ?? {})];
  const likely = sent.submitted === true ? {} : ((await form?.likely?.(sent.values, around)) ?? {});
  const note = await form?.note?.({ ...present, ...raw.values }, at, session.digests);
  const about = form?.about?.({ ...present, ...raw.values }, at);
  const set = Object.keys(stands).length === 0 ? undefined : tell(view, "here.set", { what: hereTold(stands, view) });
  const above = [about, set, note].filter((line) => line !== undefined).join(" ");
  const state = {
    raw,
    view,
    own: command.options,
    fields,
    present,
    likely,
    standing: stands,
    note: above === "" ? undefined : above,
  };
  if (form !== undefined && conflict !== undefined)
    return { kind: "form", form: makeForm(form, { ...state, problem: conflict }) };
  const started = raw.submitted === true || asks.some((name) => Object.hasOwn(raw.values, name));
  if (form !== undefined && !started && Object.keys(present).length > 0) {
    return { kind: "form", form: makeForm(form, state) };
  }
  const whole = started ? { ...raw, values: { ...present, ...raw.values } } : raw;
  const checked = check(whole, command, options, view, session.dialect);
  if (!checked.ok) {
    const refusal = withNameButtons(checked.refusal, whole, command, asker, view);
    const asking = raw.words === undefined ? undefined : session.commands.find(["talks", "ask"]);
    if (asking !== undefined) return run(ask("ask", { question: raw.words ?? "" }), asking, asker, session, at);
    const { field } = refusal;
    // Whose name it is takes a press. The form comes back where they want to type it again.
    if (form !== undefined && refusal.carries === true && raw.reopen !== true)
      return refused(reopening(refusal, whole, view));
    if (form === undefined || field === undefined || ![...asks, form.first].includes(field)) return refused(refusal);
    // A value that was not typed yet is asked for, without a complaint.
    const complain = raw.submitted === true || (raw.values[field] ?? "").trim() !== "";
    return { kind: "form", form: makeForm(form, { ...state, problem: complain ? refusal : undefined }) };
  }
  if (form !== undefined && raw.reopen === true) return { kind: "form", form: makeForm(form, state) };
  // What is noted is seen before anything is done, also where nothing is left to ask.
  if (form !== undefined && note !== undefined && raw.submitted !== true) {
    return { kind: "form", form: makeForm(form, state) };
  }
  await countPickedName(raw, options, view, session.desk);
  const context: Context = {
    asker,
    desk: toldDesk(session.desk, view.tongue),
    view,
    focus: focusOf(asker, at),
    fields: fieldValues(fields ?? {}, checked.value),
    now: session.clock.now(),
    giveWay: async () => session.clock.giveWay?.(),
    raw: whole,
    commands: session.commands,
    digests: session.digests,
    webhooks: session.webhooks,
    dialect: session.dialect ?? {},
    site: session.site,
    secondEar: session.secondEar,
    token: (length) => session.token(length),
  };
  const tellIt = (): Promise<Answer> => command.answer(checked.value, context);
  const given = command.repeats === true ? await toldAgain(context, tellIt) : await tellIt();
  const answer = command.tier === "reader" ? await withPages(given, at, session.site) : given;
  const answered =
    answer.kind === "refusal"
      ? refused(withNameButtons(withOffers(answer.refusal, whole), whole, command, asker, view))
      : answer;
  if (form === undefined || answered.kind !== "refusal") return answered;
  if (answered.refusal.carries === true)
    return raw.submitted === true ? refused(reopening(answered.refusal, whole, view)) : answered;
  const { refusal: said } = answered;
  // What a command refuses of a submitted form, or would take if sent again, comes back in the form: nothing typed is
  // lost. What it only misses is asked in one.
  const missed = said.field !== undefined && asks.includes(said.field) && (raw.values[said.field] ?? "").trim() === "";
  if (raw.submitted !== true && said.again === undefined && !missed) return answered;
  const problem = missed && raw.submitted !== true ? undefined : said;
  return { kind: "form", form: makeForm(form, { ...state, raw: said.again ?? raw, problem }) };
}

function fieldValues(fields: Options, values: Readonly<Record<string, unknown>>): Fields {
  return Object.fromEntries(
    Object.keys(fields).flatMap((name) => {
      const value = values[name];
      return typeof value === "string" || typeof value === "number" ? [[name, value]] : [];
    }),
  );
}
