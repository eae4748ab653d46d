import { describe, expect, it } from 'vitest';

import { outlineIn, pixelsUnder, videoOn, withSurroundings } from './outline';
import { fit } from './picture';
import { troubleOf } from './stream';

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

  it('is looked at with its surroundings, as far as there are any', () => {
    const video = { width: 1000, height: 600 };
    const box = { left: 200, top: 50, width: 600, height: 500 };
    const around = withSurroundings(box, 0.125, video);
    expect(around).toEqual({ left: 125, top: 0, width: 750, height: 600 });
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
