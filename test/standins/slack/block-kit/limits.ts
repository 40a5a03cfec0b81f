/** Where a list of blocks is shown; each surface has its own counts and its own permitted blocks. */
export type Surface = "message" | "modal" | "home";

/**
 * Blocks per surface. docs.slack.dev/reference/block-kit/blocks ("50 blocks in each message, 100 in modals or Home
 * tabs").
 */
export const BLOCKS: Readonly<Record<Surface, number>> = { message: 50, modal: 100, home: 100 };

/** docs.slack.dev/reference/block-kit/blocks: `block_id` of every block. */
export const BLOCK_ID = 255;

/** docs.slack.dev/reference/block-kit/blocks/section-block. */
export const SECTION = { text: 3000, fields: 10, field: 2000 } as const;

/** docs.slack.dev/reference/block-kit/blocks/header-block, context-block, actions-block, input-block, image-block. */
export const HEADER_TEXT = 150;
export const CONTEXT_ELEMENTS = 10;
export const ACTIONS_ELEMENTS = 25;
export const INPUT = { label: 2000, hint: 2000 } as const;
export const IMAGE = { url: 3000, alt: 2000, title: 2000 } as const;

/** docs.slack.dev/reference/block-kit/blocks/markdown-block: over all markdown blocks of a payload. */
export const MARKDOWN_TOTAL = 12_000;

/**
 * docs.slack.dev/reference/block-kit/blocks/table-block: rows count the header. One table a message
 * (`invalid_attachments`, `only_one_table_allowed`); a data table counts as one.
 */
export const TABLE = { rows: 100, columns: 20, characters: 10_000, perMessage: 1 } as const;

/** docs.slack.dev/reference/block-kit/blocks/data-table-block: 2 to 101 rows with the header, page_size 1 to 100. */
export const DATA_TABLE = { fewestRows: 2, rows: 101, columns: 20, pageSize: 100 } as const;

/** docs.slack.dev/reference/block-kit/composition-objects/text-object: 1 to 3,000 characters. */
export const TEXT_OBJECT = 3000;

/** docs.slack.dev/reference/block-kit/block-elements/button-element. */
export const BUTTON = { text: 75, value: 2000, url: 3000, label: 75 } as const;

/** docs.slack.dev/reference/block-kit/block-elements: `action_id`, placeholders of every element that has one. */
export const ACTION_ID = 255;
export const PLACEHOLDER = 150;

/** docs.slack.dev/reference/block-kit/composition-objects/option-object and option-group-object. */
export const OPTION = { text: 75, value: 150, description: 75, url: 3000 } as const;
export const OPTION_GROUP = { label: 75, options: 100, groups: 100 } as const;

/** Options an element may offer: docs.slack.dev/reference/block-kit/block-elements, each element's own page. */
export const OPTIONS: Readonly<Record<string, number>> = {
  overflow: 5,
  checkboxes: 10,
  radio_buttons: 10,
  static_select: 100,
  multi_static_select: 100,
};

/** docs.slack.dev/reference/block-kit/block-elements/plain-text-input-element. */
export const PLAIN_TEXT_INPUT = 3000;

/** docs.slack.dev/reference/block-kit/composition-objects/confirmation-dialog-object. */
export const CONFIRM = { title: 100, text: 300, confirm: 30, deny: 30 } as const;

/** docs.slack.dev/reference/views/modal-views and home-tab-views; the 250 KB are from views.open (`view_too_large`). */
export const VIEW = {
  title: 24,
  button: 24,
  privateMetadata: 3000,
  callbackId: 255,
  externalId: 255,
  bytes: 250_000,
} as const;

/** docs.slack.dev/surfaces/modals: "up to three views at a time in the view stack". */
export const VIEW_STACK = 3;

/** docs.slack.dev/reference/methods/chat.postMessage: text beyond 40,000 characters is truncated. */
export const MESSAGE_TEXT = 40_000;
