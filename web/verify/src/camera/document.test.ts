import { describe, expect, it } from 'vitest';

import { lookForDocument, type DocumentView } from './document';
import type { GreyFrame } from './frame';
import { middle, type Quad } from './geometry';
import { card, desks, frameSize, scene } from './testing';

const centre = { x: frameSize.width / 2, y: frameSize.height / 2 };
const outline = 111;
const view = (frame: GreyFrame, crisp: number | null = 0.3): DocumentView => ({
  frame,
  aspect: 1.42,
  outline,
  crispness: () => crisp,
});
/** What is said of a document that has already been there the frame before. */
const said = (corners: Quad, options = {}, crisp: number | null = 0.3): string => {
  const frame = scene(desks.dark, corners, options);
  return lookForDocument(view(frame, crisp), corners).verdict;
};

describe('the document', () => {
  const well = card(centre, 105, { turned: 0.04, tilt: 0.02 });

  it('is good where it lies well and still', () => {
    expect(said(well)).toBe('good');
    expect(lookForDocument(view(scene(desks.dark, well)), null).verdict).toBe('steady');
    const moved = card({ x: centre.x + 8, y: centre.y }, 105);
    expect(lookForDocument(view(scene(desks.dark, well)), moved).verdict).toBe('steady');
  });

  it('is missed on an empty desk', () => {
    const sight = lookForDocument(view(scene(desks.wood, null)), null);
    expect(sight).toEqual({ verdict: 'fill', corners: null });
  });

  it('is asked closer, further and straight', () => {
    expect(said(card(centre, 65))).toBe('closer');
    expect(said(card(centre, 136))).toBe('further');
    expect(said(card(centre, 98, { turned: 0.26 }))).toBe('straighten');
    expect(said(card(centre, 96, { tilt: 0.13 }))).toBe('straighten');
  });

  it('needs light, and not too much of it', () => {
    expect(said(well, { light: 0.15 })).toBe('dark');
    expect(said(well, { paper: 1.8 })).toBe('bright');
    expect(lookForDocument(view(scene(() => 12, null)), null).verdict).toBe('dark');
    expect(lookForDocument(view(scene(() => 252, null)), null).verdict).toBe('bright');
  });

  it('has to be crisp, where that can be told', () => {
    expect(said(well, {}, 0.05)).toBe('blurred');
    expect(said(well, {}, null)).toBe('good');
  });

  it('shows a light spot', () => {
    const frame = scene(desks.dark, well);
    const { x, y } = middle(well);
    for (let at = 0; at < frame.pixels.length; at += 1) {
      const away = Math.hypot((at % frame.width) - x - 15, Math.floor(at / frame.width) - y);
      if (away < 12) frame.pixels[at] = 255;
    }
    expect(lookForDocument(view(frame), well).verdict).toBe('glare');
  });
});
