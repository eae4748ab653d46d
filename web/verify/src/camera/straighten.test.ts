import { expect, it } from 'vitest';

import { perspectiveOf } from './geometry';
import { straighten, type Pixels } from './straighten';
import { card } from './testing';

/** A picture in which the quad shows a ramp: red grows along it, green down it; the rest is blue. */
function ramp(): { picture: Pixels; quad: ReturnType<typeof card> } {
  const [width, height] = [300, 220];
  const quad = card({ x: 150, y: 110 }, 200, { turned: 0.1, tilt: 0.08 });
  const place = perspectiveOf(quad);
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < width * height; at += 1) data.set([0, 0, 255, 255], at * 4);
  for (let u = 0; u <= 1; u += 1 / 450) {
    for (let v = 0; v <= 1; v += 1 / 450) {
      const { x, y } = place(u, v);
      data.set([u * 250, v * 250, 0, 255], (Math.floor(y) * width + Math.floor(x)) * 4);
    }
  }
  return { picture: { width, height, data }, quad };
}

it('lays a document flat', () => {
  const { picture, quad } = ramp();
  const size = { width: 100, height: 70 };
  const flat = straighten(picture, quad, size);
  let worst = 0;
  for (let row = 2; row < size.height - 2; row += 1) {
    for (let column = 2; column < size.width - 2; column += 1) {
      const [red = 0, green = 0, blue = 0, opaque = 0] = flat.subarray((row * size.width + column) * 4);
      worst = Math.max(
        worst,
        Math.abs(red - ((column + 0.5) / size.width) * 250),
        Math.abs(green - ((row + 0.5) / size.height) * 250),
        blue,
        255 - opaque,
      );
    }
  }
  expect(worst).toBeLessThan(5);
});

it('leaves a picture as it is when there is nothing to straighten', () => {
  const data = Uint8ClampedArray.from({ length: 6 * 4 * 4 }, (_, index) => (index * 37) % 256);
  const quad = card({ x: 3, y: 2 }, 6, { aspect: 1.5 });
  expect(straighten({ width: 6, height: 4, data }, quad, { width: 6, height: 4 })).toEqual(data);
});
