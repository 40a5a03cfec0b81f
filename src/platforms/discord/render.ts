import {
  ButtonStyle,
  ComponentType,
  SeparatorSpacingSize,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIContainerComponent,
} from "discord.js";
import { line, shorten } from "#core/text/text.ts";
import type { Action } from "#core/chat/actions.ts";
import type { Frame } from "#core/chat/frame.ts";
import { tell } from "#core/messages/tell.ts";
import type { Fragment } from "./fragments.ts";

/** docs: Components, button. */
const LABEL_MAX = 80;

/** One page as it is sent: components, and the files that they show. */
export interface Page {
  readonly components: readonly [APIContainerComponent];
  readonly files: readonly { readonly name: string; readonly content: string | Uint8Array }[];
  /** The one role that it pings. */
  readonly pings?: string;
}

const FILE_NAME = /[^\w.-]+/gu;

/** A page in Discord's components: one container, its text in displays, rules between its sections, buttons below. */
export function render(fragments: readonly Fragment[], frame: Frame): Page {
  const components: APIComponentInContainer[] = [];
  const files: Page["files"][number][] = [];
  let lines: string[] = frame.pings === undefined ? [] : [`<@&${frame.pings}>`];
  const flush = (): void => {
    if (lines.length > 0) components.push({ type: ComponentType.TextDisplay, content: lines.join("\n") });
    lines = [];
  };
  for (const fragment of fragments) {
    switch (fragment.kind) {
      case "text":
        if (fragment.heading && (lines.length > 0 || components.length > 0)) {
          flush();
          components.push({ type: ComponentType.Separator, divider: true, spacing: SeparatorSpacingSize.Small });
        }
        // What was only too long for one piece goes on in its line.
        if (goesOn(fragment) && lines.length > 0) lines[lines.length - 1] += ` ${fragment.markdown}`;
        else lines.push(fragment.markdown);
        break;
      case "buttons":
        flush();
        components.push(
          row(fragment.buttons.map(({ label, call }) => button(label, { do: "call", call }, true, frame))),
        );
        break;
      case "file": {
        flush();
        const name = fragment.name.replace(FILE_NAME, "_");
        files.push({ name, content: fragment.text });
        components.push({ type: ComponentType.File, file: { url: `attachment://${name}` } });
        break;
      }
      case "picture": {
        const png = frame.pictures?.get(fragment.picture);
        if (png === undefined) break;
        flush();
        const name = `${fragment.name.replace(FILE_NAME, "_")}.png`;
        files.push({ name, content: png });
        const item = { media: { url: `attachment://${name}` }, description: fragment.alt };
        components.push({ type: ComponentType.MediaGallery, items: [item] });
      }
    }
  }
  flush();
  components.push(...footer(frame));
  // A container may not be empty (docs: Components, container).
  if (components.length === 0) components.push({ type: ComponentType.TextDisplay, content: "…" });
  const page: Page = { components: [{ type: ComponentType.Container, components }], files };
  return frame.pings === undefined ? page : { ...page, pings: frame.pings };
}

function goesOn({ joined, ownLine, markdown }: Extract<Fragment, { readonly kind: "text" }>): boolean {
  return joined && ownLine !== true && !/^(?:-#|>) /u.test(markdown);
}

function footer(frame: Frame): readonly APIComponentInContainer[] {
  const small = [
    ...(frame.sharedBy === undefined ? [] : [tell(frame, "frame.askedBy", { name: `<@${frame.sharedBy.id}>` })]),
    ...(frame.pages > 1 ? [tell(frame, "frame.page", { n: frame.page + 1, all: frame.pages })] : []),
  ].join(" · ");
  return [
    ...(small === "" ? [] : [{ type: ComponentType.TextDisplay as const, content: `-# ${small}` }]),
    ...(frame.histories.length < 2 ? [] : [historyMenu(frame)]),
    ...(frame.below.length === 0
      ? []
      : [row(frame.below.map((b) => button(b.label, b.action, b.enabled !== false, frame)))]),
  ];
}

function row(buttons: APIButtonComponentWithCustomId[]): APIComponentInContainer {
  return { type: ComponentType.ActionRow, components: buttons };
}

function button(label: string, action: Action, enabled: boolean, frame: Frame): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: ButtonStyle.Secondary,
    label: shorten(line(label), LABEL_MAX) || "…",
    custom_id: frame.id(action),
    ...(enabled ? {} : { disabled: true }),
  };
}

/** docs: Components, string select: at most 25 options, label, value and description at most 100 characters each. */
function historyMenu(frame: Frame): APIComponentInContainer {
  const options = frame.histories
    .filter((h) => h.id.length <= 100)
    .slice(0, 25)
    .map(({ id, statement }) => ({ label: shorten(id, 100), value: id, description: shorten(statement, 100) }));
  return {
    type: ComponentType.ActionRow,
    components: [
      {
        type: ComponentType.StringSelect,
        custom_id: frame.id({ do: "history" }),
        placeholder: tell(frame, "frame.histories"),
        options,
      },
    ],
  };
}
