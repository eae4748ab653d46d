/** What is used of a browser's `History`; moving it is told by `popstate` events. */
export type Entries = {
  pushState(state: unknown, unused: string): void;
  replaceState(state: unknown, unused: string): void;
  back(): void;
  go(by: number): void;
};

/**
 * Keeps the browser's history as deep as the trail of screens, so that the browser's
 * "back" is the page's "back". An entry holds nothing but its depth.
 */
export class HistoryTrail {
  readonly #history: Entries;
  readonly #onBack: (depth: number) => void;
  #depth = 0;

  constructor(history: Entries, onBack: (depth: number) => void) {
    this.#history = history;
    this.#onBack = onBack;
    history.replaceState({ depth: 0 }, '');
  }

  back(): void {
    if (this.#depth > 0) this.#history.back();
  }

  /** Goes to the depth of the trail after the page itself moved. */
  follow(depth: number): void {
    const before = this.#depth;
    this.#depth = depth;
    if (depth < before) this.#history.go(depth - before);
    for (let next = before + 1; next <= depth; next += 1) {
      this.#history.pushState({ depth: next }, '');
    }
  }

  /** The browser moved: back is told, and forward is undone, since nothing lies ahead. */
  onPop(state: unknown): void {
    const depth = (state as { depth?: unknown } | null)?.depth;
    if (typeof depth !== 'number' || depth === this.#depth) return;
    if (depth > this.#depth) return this.#history.go(this.#depth - depth);
    this.#depth = depth;
    this.#onBack(depth);
  }
}
