import { describe, expect, it } from 'vitest';

import { AutoShutter, judge } from './autoshutter';
import { brightness, edgeSides, motion, sharpness, toGrey, type GreyFrame } from './frame';
import { outlineIn, pixelsUnder, videoOn } from './outline';
import { fit } from './picture';
import { troubleOf } from './stream';

const width = 200;
const height = 126;

function frame(at: (x: number, y: number) => number): GreyFrame {
  const pixels = new Uint8ClampedArray(width * height);
  for (let index = 0; index < pixels.length; index += 1) {
    pixels[index] = at(index % width, Math.floor(index / width));
  }
  return { width, height, pixels };
}

const inCard = (x: number, y: number): boolean => x > 14 && x < 186 && y > 10 && y < 116;
const print = (x: number, y: number): number => ((x >> 2) + (y >> 2)) % 2 ? 40 : 210;
const card = frame((x, y) => (inCard(x, y) ? print(x, y) : 40));
const plainCard = frame((x, y) => (inCard(x, y) ? 200 : 40));
const desk = frame(() => 120);
const shifted = frame((x, y) => (inCard(x + 3, y) ? print(x + 3, y) : 40));

describe('measures', () => {
  it('tell bright from dark, sharp from soft, still from moving', () => {
    expect(brightness(desk)).toBe(120);
    expect(sharpness(desk)).toBe(0);
    expect(sharpness(card)).toBeGreaterThan(sharpness(plainCard));
    expect(motion(card, card)).toBe(0);
    expect(motion(card, shifted)).toBeGreaterThan(6);
  });

  it('find the sides of a document, and none on a desk', () => {
    expect(edgeSides(plainCard)).toBe(4);
    expect(edgeSides(desk)).toBe(0);
  });

  it('weigh colours', () => {
    const image = { width: 1, height: 1, data: new Uint8ClampedArray([0, 255, 0, 255]) };
    expect(toGrey(image).pixels[0]).toBe(150);
  });
});

it('says the worst hindrance first', () => {
  expect(judge(null, frame(() => 10))).toBe('dark');
  expect(judge(null, frame(() => 250))).toBe('bright');
  expect(judge(desk, desk)).toBe('fill');
  expect(judge(null, card)).toBe('steady');
  expect(judge(shifted, card)).toBe('steady');
  expect(judge(card, card)).toBe('good');
});

describe('the shutter', () => {
  it('fires after 600 ms of good pictures and not before', () => {
    const shutter = new AutoShutter();
    const fired = [0, 150, 300, 450, 600, 750].map((time) => shutter.next(card, time));
    expect(fired).toEqual([false, false, false, false, false, true]);
  });

  it('begins anew after a movement', () => {
    const shutter = new AutoShutter();
    for (const time of [0, 150, 300, 450]) shutter.next(card, time);
    shutter.next(shifted, 600);
    expect(shutter.next(card, 750)).toBe(false);
    expect(shutter.next(card, 900)).toBe(false);
    expect(shutter.next(card, 1500)).toBe(true);
  });

  it('changes its guidance at most every 700 ms', () => {
    const shutter = new AutoShutter();
    shutter.next(frame(() => 10), 1000);
    expect(shutter.guidance).toBe('dark');
    shutter.next(frame(() => 250), 1500);
    expect(shutter.guidance).toBe('dark');
    shutter.next(frame(() => 250), 1700);
    expect(shutter.guidance).toBe('bright');
  });
});

it('scales pictures down and never up', () => {
  expect(fit({ width: 4000, height: 3000 }, 2000)).toEqual({ width: 2000, height: 1500 });
  expect(fit({ width: 300, height: 4000 }, 2000)).toEqual({ width: 150, height: 2000 });
  expect(fit({ width: 640, height: 480 }, 2000)).toEqual({ width: 640, height: 480 });
});

describe('the outline', () => {
  const stage = { width: 360, height: 480 };
  const wide = { width: 1920, height: 960 };

  it('finds the pixels under it of a video that reaches over the stage', () => {
    const video = { width: 1200, height: 1440 };
    const shown = videoOn(stage, video, false);
    expect(shown).toEqual({ left: -20, top: 0, width: 400, height: 480, whole: false });
    const box = outlineIn(stage, shown, 1.5, false);
    const part = pixelsUnder(box, shown, video);
    expect(part.width).toBeCloseTo(box.width * 3);
    expect(part.left).toBeCloseTo((box.left + 20) * 3);
    expect(part.top).toBeCloseTo(box.top * 3);
  });

  it('lies within a document video that is shown whole, lest too much be hidden', () => {
    const shown = videoOn(stage, wide, false);
    expect(shown).toEqual({ left: 0, top: 150, width: 360, height: 180, whole: true });
    const box = outlineIn(stage, shown, 1.5, false);
    expect(box.top).toBeGreaterThan(150);
    expect(box.top + box.height).toBeLessThan(330);
    expect(box.left + box.width / 2).toBeCloseTo(180);
  });

  it('lets a face fill the stage', () => {
    expect(videoOn(stage, wide, true).whole).toBe(false);
  });
});

it('tells why a camera did not open', () => {
  expect(troubleOf(new DOMException('', 'NotAllowedError'))).toBe('refused');
  expect(troubleOf(new DOMException('', 'NotFoundError'))).toBe('missing');
  expect(troubleOf(new DOMException('', 'NotReadableError'))).toBe('busy');
});
