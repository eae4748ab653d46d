// What to say about a frame in which a document is looked for.

import { brightness, burnt, type GreyFrame } from './frame';
import { extent, movement, sides, type Quad } from './geometry';
import { findQuad } from './quad';

export type DocumentVerdict =
  | 'fill'
  | 'closer'
  | 'further'
  | 'straighten'
  | 'dark'
  | 'bright'
  | 'glare'
  | 'steady'
  | 'blurred'
  | 'good';

export interface DocumentView {
  frame: GreyFrame;
  /** Width by height of what is looked for. */
  aspect: number;
  /** Width of the outline on the screen, in pixels of the frame. */
  outline: number;
  /** How crisp the print is at full size, 0 to 1; asked for when all else is good. */
  crispness: (corners: Quad) => number | null;
}

export interface DocumentSight {
  verdict: DocumentVerdict;
  /** Where the document is, in pixels of the frame. */
  corners: Quad | null;
}

/** Brightness of what is too dark and too bright, 0 to 255. */
const darkest = 45;
const brightest = 232;
/** Width of the document by that of the outline. */
const narrowest = 0.66;
const widest = 1.16;
/** Of a corner from one frame to the next, by the width of the document. */
const mostMovement = 0.03;
/** Of the sides to level and upright (14°), as a sine; and the shorter of two opposite sides by the other. */
const mostTurned = 0.242;
const leastEven = 0.8;
/** The share of the document that a light spot may burn out. */
const mostBurnt = 0.012;
const leastCrisp = 0.085;

/** Says of a frame what hinders most. `before` is where the document was in the frame before. */
export function lookForDocument(view: DocumentView, before: Quad | null): DocumentSight {
  const { frame, aspect } = view;
  const corners = findQuad(frame, aspect, before)?.corners ?? null;
  if (!corners) {
    const light = brightness(frame);
    if (light < darkest) return { verdict: 'dark', corners };
    return { verdict: light > brightest ? 'bright' : 'fill', corners };
  }
  return { verdict: judge(view, corners, before), corners };
}

function judge(view: DocumentView, corners: Quad, before: Quad | null): DocumentVerdict {
  const { frame, outline, crispness } = view;
  const { width } = extent(corners);
  const light = brightness(frame, corners);
  if (light < darkest) return 'dark';
  if (light > brightest) return 'bright';
  if (touchesBorder(frame, corners) || width > outline * widest) return 'further';
  if (width < outline * narrowest) return 'closer';
  if (!isStraight(corners)) return 'straighten';
  if (burnt(frame, corners) > mostBurnt) return 'glare';
  if (!before || movement(before, corners) > mostMovement * width) return 'steady';
  const crisp = crispness(corners);
  return crisp !== null && crisp < leastCrisp ? 'blurred' : 'good';
}

function touchesBorder({ width, height }: GreyFrame, corners: Quad): boolean {
  return corners.some(({ x, y }) => x < 0 || y < 0 || x > width - 1 || y > height - 1);
}

/** Level enough, and seen from above rather than from one side. */
function isStraight(corners: Quad): boolean {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const [top, right, bottom, left] = sides(corners);
  const rise = (topRight.y - topLeft.y + bottomRight.y - bottomLeft.y) / (top + bottom);
  const even = (one: number, other: number): number => Math.min(one, other) / Math.max(one, other);
  return Math.abs(rise) <= mostTurned && even(top, bottom) >= leastEven && even(left, right) >= leastEven;
}
