import { describe, expect, it } from 'vitest';

import { movement } from './geometry';
import { findQuad } from './quad';
import { card, desks, frameSize, randomFrom, scene } from './testing';

const centre = { x: frameSize.width / 2, y: frameSize.height / 2 };

describe.each(['dark', 'light', 'wood', 'shaded'] as const)('on a desk that is %s', (desk) => {
  it('finds the corners of a document wherever it is held', () => {
    const random = randomFrom(7);
    const between = (low: number, high: number): number => low + (high - low) * random();
    for (let seed = 0; seed < 40; seed += 1) {
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
