import type { Page } from "playwright-core";

/** The guided tour, as a newcomer goes through it. */
export class Tour {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Presses a step: the next one, or one of the whole list. */
  async press(name: string): Promise<void> {
    const step = this.#page.getByRole("button", { name });
    const list = this.#page.getByRole("button", { name: "All steps" });
    await step.or(list).first().waitFor();
    if (!(await step.isVisible())) await list.click();
    await step.click();
  }

  /** Sends a step's form as it was filled in. */
  async send(title: string): Promise<void> {
    await this.#page.getByRole("dialog", { name: title }).getByRole("button", { name: "Send" }).click();
  }
}
