import { beforeEach, expect, it } from 'vitest';

import { HistoryTrail } from './history';

/** Entries and a position, moving at once, as a browser does a little later. */
class FakeHistory {
  entries: unknown[] = [null];
  at = 0;
  onPop: (state: unknown) => void = () => undefined;

  replaceState(state: unknown): void {
    this.entries[this.at] = state;
  }
  pushState(state: unknown): void {
    this.entries = [...this.entries.slice(0, this.at + 1), state];
    this.at += 1;
  }
  go(by: number): void {
    this.at += by;
    this.onPop(this.entries[this.at]);
  }
  back(): void {
    this.go(-1);
  }
}

let browser: FakeHistory;
let backs: number[];
let trail: HistoryTrail;

beforeEach(() => {
  browser = new FakeHistory();
  backs = [];
  trail = new HistoryTrail(browser as unknown as History, (depth) => backs.push(depth));
  browser.onPop = (state) => trail.onPop(state);
});

it('tells of the browser going back', () => {
  trail.follow(2);
  browser.back();
  browser.back();
  expect(backs).toEqual([1, 0]);
});

it('moves the browser when the page goes back itself, and tells nobody', () => {
  trail.follow(3);
  trail.follow(1);
  expect(browser.at).toBe(1);
  expect(backs).toEqual([]);
});

it('undoes the browser going forward', () => {
  trail.follow(2);
  trail.follow(0);
  browser.go(2);
  expect(browser.at).toBe(0);
  expect(backs).toEqual([]);
});

it('does not lead back behind the first screen', () => {
  trail.back();
  expect(browser.at).toBe(0);
});
