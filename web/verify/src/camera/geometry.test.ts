import { expect, it } from 'vitest';

import { distance, extent, middle, movement, perspectiveOf } from './geometry';
import { card, randomFrom } from './testing';

it('sees the corners of the unit square at those of the quad', () => {
  const random = randomFrom(3);
  for (let round = 0; round < 50; round += 1) {
    const shape = { turned: random() - 0.5, tilt: 0.4 * random() - 0.2 };
    const quad = card({ x: 50, y: 40 }, 60 + 40 * random(), shape);
    const place = perspectiveOf(quad);
    const seen = [place(0, 0), place(1, 0), place(1, 1), place(0, 1)] as const;
    expect(movement(quad, seen)).toBeLessThan(1e-9);
    // What is straight stays straight: the middles of two sides and the crossing of the diagonals.
    const [top, centre, bottom] = [place(0.5, 0), place(0.5, 0.5), place(0.5, 1)];
    const bend = (centre.x - top.x) * (bottom.y - top.y) - (centre.y - top.y) * (bottom.x - top.x);
    expect(Math.abs(bend)).toBeLessThan(1e-6);
  }
});

it('measures', () => {
  const quad = card({ x: 50, y: 40 }, 60, { aspect: 1.5 });
  expect(extent(quad)).toEqual({ width: 60, height: 40 });
  expect(middle(quad)).toEqual({ x: 50, y: 40 });
  expect(distance({ x: 0, y: 0 }, { x: 3, y: 4 })).toBe(5);
});
