import type { App } from "@slack/bolt";

/**
 * Acknowledges whatever takes no answer at once, before even the workspace's token is looked up: the store may be slow,
 * and Slack waits three seconds. Once `stopping`, nothing new is taken: Slack sends events again, to the instance that
 * is there then. A failed acknowledgement, as after the end of a connection, must not leave somebody without an answer.
 */
export function acknowledgeFirst(app: App, stopping: () => boolean): void {
  const process = app.processEvent.bind(app);
  app.processEvent = async (event) => {
    if (stopping()) return;
    if (event.body["type"] === "view_submission") return process(event);
    await event.ack().catch(() => undefined);
    await process({ ...event, ack: async () => {} });
  };
}
