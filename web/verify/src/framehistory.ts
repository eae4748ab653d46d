import type { Entries } from './history';

/**
 * A history of the page's own. A frame shares the browser's with the page around it: steps there
 * would be left over when the frame is gone, and going back could take the page around along.
 */
export class FrameHistory extends EventTarget implements Entries {
  #entries: unknown[] = [null];
  #at = 0;

  replaceState(state: unknown): void {
    this.#entries[this.#at] = state;
  }

  pushState(state: unknown): void {
    this.#entries = [...this.#entries.slice(0, this.#at + 1), state];
    this.#at += 1;
  }

  back(): void {
    this.go(-1);
  }

  /** Tells with a `popstate`, a little later, as browsers do. */
  go(by: number): void {
    const at = this.#at + by;
    if (by === 0 || at < 0 || at >= this.#entries.length) return;
    this.#at = at;
    queueMicrotask(() => this.dispatchEvent(Object.assign(new Event('popstate'), { state: this.#entries[at] })));
  }
}
