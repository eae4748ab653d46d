import { beforeEach, expect, it } from 'vitest';

import { FrameHistory } from './framehistory';
import { HistoryTrail } from './history';

let own: FrameHistory;
let trail: HistoryTrail;
let backs: number[];

beforeEach(() => {
  own = new FrameHistory();
  backs = [];
  trail = new HistoryTrail(own, (depth) => backs.push(depth));
  own.addEventListener('popstate', (event) => trail.onPop((event as PopStateEvent).state));
});

/** Moves are told a little later. */
const told = (): Promise<void> => Promise.resolve();

it('leads back as the browser’s does', async () => {
  trail.follow(2);
  trail.back();
  await told();
  trail.back();
  await told();
  expect(backs).toEqual([1, 0]);
});

it('tells nobody of what the page does itself', async () => {
  trail.follow(3);
  trail.follow(1);
  await told();
  expect(backs).toEqual([]);
  trail.back();
  await told();
  expect(backs).toEqual([0]);
});

it('ends at its first entry', async () => {
  own.go(-1);
  own.go(1);
  own.go(0);
  await told();
  expect(backs).toEqual([]);
});

it('drops what lay ahead when the page goes on from before', async () => {
  trail.follow(2);
  trail.back();
  await told();
  trail.follow(2);
  own.go(1);
  await told();
  trail.back();
  await told();
  expect(backs).toEqual([1, 1]);
});
