import { describe, expect, it } from 'vitest';

import { movement } from './geometry';
import { findQuad } from './quad';
import { card, desks, frameSize, randomFrom, scene } from './testing';

const centre = { x: frameSize.width / 2, y: frameSize.height / 2 };

describe.each(['dark', 'light', 'wood', 'shaded'] as const)('on a desk that is %s', (desk) => {
  it.each([0, 10, 20, 30])('finds the corners of a document wherever it is held, from seed %i', (first) => {
    const random = randomFrom(7 + first);
    const between = (low: number, high: number): number => low + (high - low) * random();
    for (let seed = first; seed < first + 10; seed += 1) {
      const aspect = random() < 0.5 ? 1.42 : 1.586;
      const at = { x: centre.x + between(-8, 8), y: centre.y + between(-6, 6) };
      const corners = card(at, between(88, 116), {
        aspect,
        turned: between(-0.12, 0.12),
        tilt: between(-0.06, 0.06),
      });
      const paper = desk === 'light' ? 0.75 : 1;
      const found = findQuad(scene(desks[desk], corners, { seed, paper }), aspect);
      expect(found, `seed ${seed}`).not.toBeNull();
      if (found) expect(movement(corners, found.corners), `seed ${seed}`).toBeLessThan(1);
    }
  });
});

it.each(Object.keys(desks) as (keyof typeof desks)[])('finds nothing on an empty desk: %s', (desk) => {
  for (let seed = 0; seed < 10; seed += 1) {
    for (const aspect of [1.42, 1.586]) {
      expect(findQuad(scene(desks[desk], null, { seed, noise: 6 }), aspect)).toBeNull();
    }
  }
});

it('takes a blank sheet for no document', () => {
  expect(findQuad(scene(desks.dark, card(centre, 100), { blank: true }), 1.42)).toBeNull();
});

it('finds a document that fingers hold at two sides', () => {
  const corners = card(centre, 104, { turned: 0.05 });
  const frame = scene(desks.dark, corners);
  for (const x of [centre.x - 52, centre.x + 52]) {
    for (let at = 0; at < frame.pixels.length; at += 1) {
      const across = ((at % frame.width) - x) / 12;
      const down = (Math.floor(at / frame.width) - centre.y - 8) / 9;
      if (across ** 2 + down ** 2 < 1) frame.pixels[at] = 150;
    }
  }
  const found = findQuad(frame, 1.42);
  expect(found && movement(corners, found.corners)).toBeLessThan(1.5);
});

it.each([0, 15])('finds none that reaches out of the frame, from seed %i', (first) => {
  const random = randomFrom(5 + first);
  for (let seed = first; seed < first + 15; seed += 1) {
    const aside = card({ x: centre.x + 50 + 20 * random(), y: centre.y }, 112, { turned: 0.1 * random() });
    expect(findQuad(scene(desks.dark, aside, { seed }), 1.42), `seed ${seed}`).toBeNull();
  }
});
