import { expect, it } from 'vitest';

import { brightness, burnt, crispness, toGrey, type GreyFrame } from './frame';
import { card } from './testing';

function frame(at: (x: number, y: number) => number): GreyFrame {
  const [width, height] = [120, 80];
  const pixels = Uint8ClampedArray.from({ length: width * height }, (_, index) =>
    at(index % width, Math.floor(index / width)),
  );
  return { width, height, pixels };
}

const middle = { x: 60, y: 40 };

it('weighs colours', () => {
  const image = { width: 1, height: 1, data: new Uint8ClampedArray([0, 255, 0, 255]) };
  expect(toGrey(image).pixels[0]).toBe(150);
});

it('measures brightness of all, and of a part', () => {
  const half = frame((x) => (x < 60 ? 40 : 200));
  expect(brightness(half)).toBe(120);
  expect(brightness(half, card({ x: 90, y: 40 }, 40))).toBe(200);
});

it('tells a burnt spot from white paper', () => {
  const spot = (paper: number) => frame((x, y) => (Math.hypot(x - 50, y - 35) < 13 ? 255 : paper));
  const whole = card(middle, 110);
  expect(burnt(spot(210), whole)).toBeGreaterThan(0.02);
  expect(burnt(spot(251), whole)).toBe(0);
  expect(burnt(frame(() => 210), whole)).toBe(0);
});

it('tells crisp print from soft, whatever its contrast', () => {
  const print = (ink: number, soft: number) =>
    frame((x) => 200 - ink * (0.5 + 0.5 * Math.tanh(Math.sin(x / 4) * (8 / soft))));
  for (const ink of [120, 180]) {
    expect(crispness(print(ink, 1)), `${ink}`).toBeGreaterThan(0.3);
    expect(crispness(print(ink, 20)), `${ink}`).toBeLessThan(0.2);
  }
  expect(crispness(frame(() => 128))).toBeNull();
});
