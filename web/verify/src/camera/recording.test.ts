import { expect, it } from 'vitest';

import { recordSteps } from './recording';

it('takes a still before anybody moves and one at the end of each step', async () => {
  let time = 1000;
  const shownAt: number[] = [];
  const { stills, stepsShown } = await recordSteps(3, 1800, {
    show: () => {
      time += 16;
      shownAt.push(time);
      return Promise.resolve();
    },
    draw: () => time,
    now: () => time,
    waitUntil: (moment) => {
      time = Math.max(time, moment);
      return Promise.resolve();
    },
  });
  expect(stepsShown).toEqual([0, 1816, 3632]);
  expect(stills.map(({ step }) => step)).toEqual([0, 0, 1, 1, 2, 2]);
  for (const { step, at, drawn } of stills) {
    const since = at - (stepsShown[step] ?? 0);
    expect(since === 120 || since === 1700).toBe(true);
    expect(drawn - (shownAt[0] ?? 0)).toBe(at);
  }
});
