import type { Acknowledgement } from "#test/standins/slack/delivery.ts";
import { fileOnWire } from "#test/standins/slack/files.ts";
import type { Interaction } from "#test/standins/slack/interactions.ts";
import type { Fields } from "#test/standins/slack/json.ts";
import { fields, isFields, list, words } from "#test/standins/slack/json.ts";
import { note } from "#test/standins/slack/methods/views.ts";
import type { View } from "#test/standins/slack/views.ts";
import type { Message } from "#test/standins/slack/world.ts";
import type { Entry } from "./choosing.ts";
import { entered } from "./choosing.ts";
import type { Client } from "./client.ts";
import { find } from "./finding.ts";
import type { Gesture, Submitted } from "./gesture.ts";
import type { Stage } from "./payloads.ts";
import { closing, submission, suggestion } from "./payloads.ts";
import { clientErrors, settle } from "./submitting.ts";
import { checkSuggestions } from "./suggestions.ts";
import { upload } from "./writing.ts";

export type Entries = Readonly<Record<string, Entry>>;

const NOT_SENT: Acknowledgement = { outcome: "acknowledged", answer: undefined };

export function typeInto(view: View, block: Fields, element: Fields, value: Fields): void {
  const blockId = words(block["block_id"]);
  view.values = { ...view.values, [blockId]: { ...view.values[blockId], [words(element["action_id"])]: value } };
}

export async function suggest(
  client: Client,
  on: Message | View,
  wanted: string,
  typed: string,
): Promise<readonly Fields[]> {
  const { origin, blocks, teamId } = client.origin(on);
  const { block, element } = find(blocks, wanted);
  const delivery = suggestion(
    client.stage(teamId),
    origin,
    words(element["action_id"]),
    words(block["block_id"]),
    typed,
  );
  const { outcome, answer } = await client.dispatcher.interact(delivery);
  return outcome === "acknowledged" ? checkSuggestions(client.platform, fields(answer)) : [];
}

async function offeredBy(client: Client, view: View, wanted: string, text: string): Promise<Fields> {
  const offered = await suggest(client, view, wanted, text);
  const option = offered.find((one) => fields(one["text"])["text"] === text || one["value"] === text);
  if (!isFields(option)) throw new Error(`"${text}" is not offered by ${wanted}`);
  return option;
}

export async function fill(client: Client, view: View, entries: Entries): Promise<void> {
  const { blocks, teamId } = client.origin(view);
  const { team } = client.stage(teamId);
  for (const [wanted, entry] of Object.entries(entries)) {
    const { block, element } = find(blocks, wanted);
    const looked = element["type"] === "external_select" && typeof entry === "string" && entry !== "";
    const chosen = looked ? await offeredBy(client, view, wanted, entry) : uploaded(client, teamId, element, entry);
    typeInto(view, block, element, entered(element, chosen, client.platform.world, team));
  }
}

/** docs.slack.dev/reference/block-kit/block-elements/file-input-element: a file as the payload carries it. */
function uploaded({ platform }: Client, teamId: string, element: Fields, entry: Entry): Entry {
  if (element["type"] !== "file_input" || !isFields(entry)) return entry;
  const file = { name: words(entry["name"]), content: words(entry["content"]) };
  return [fileOnWire(upload(platform, teamId, file), platform.origin)];
}

/**
 * docs.slack.dev/surfaces/modals: a menu with `response_url_enabled` yields a response_url into the chosen
 * conversation.
 */
function responseUrls(client: Client, stage: Stage, view: View): Fields[] {
  return list(view.given["blocks"]).flatMap((block) => {
    const element = fields(block["element"]);
    const value = view.values[words(block["block_id"])]?.[words(element["action_id"])];
    const chosen = words(value?.["selected_conversation"] ?? value?.["selected_channel"]);
    const channel = client.platform.world.channels.get(chosen);
    if (element["response_url_enabled"] !== true || channel === undefined) return [];
    const url = client.platform.responseUrl(client.begin(stage, { channel }).id);
    return [
      { block_id: block["block_id"], action_id: element["action_id"], channel_id: channel.id, response_url: url },
    ];
  });
}

interface Sent {
  readonly acknowledgement: Acknowledgement;
  readonly submitted: Submitted;
}

async function sent(
  client: Client,
  stage: Stage,
  view: View,
  entries: Entries,
  interaction: Interaction,
): Promise<Sent> {
  await fill(client, view, entries);
  const errors = clientErrors(view);
  if (Object.keys(errors).length > 0)
    return { acknowledgement: NOT_SENT, submitted: { end: "stopped by the client", errors } };
  const acknowledgement = await client.dispatcher.interact(
    submission(stage, interaction, view, responseUrls(client, stage, view)),
  );
  return { acknowledgement, submitted: settle(client.platform, view, acknowledgement, interaction.id) };
}

export function submit(client: Client, view: View, entries: Entries): Gesture {
  client.origin(view);
  if (view !== client.platform.views.top(client.person.id)) throw new Error("Another view lies on top of this one");
  const stage = client.stage(view.teamId);
  const interaction = client.begin(stage, { view });
  const since = client.platform.journal.position;
  const work = sent(client, stage, view, entries, interaction);
  const acknowledged = work.then(({ acknowledgement }) => acknowledgement);
  const submitted = work.then((done) => done.submitted);
  // A test that asks for the outcome sees the error; one that does not must not crash the run.
  submitted.catch(() => undefined);
  return client.gesture(interaction, acknowledged, since, submitted);
}

/** Dismisses a view. The app hears of it only where the view says `notify_on_close`. */
export async function close(client: Client, view: View, everything: boolean): Promise<void> {
  client.origin(view);
  const stage = client.stage(view.teamId);
  if (everything || view.given["clear_on_close"] === true) client.platform.views.clear(view.userId);
  else client.platform.views.close(view);
  note(client.platform, view, "closed", undefined);
  if (view.given["notify_on_close"] === true) await client.dispatcher.interact(closing(stage, view, everything));
}
