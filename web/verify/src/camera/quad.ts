// Finds the four sides of a document in a small grey frame.

import { findEdges, type Edges } from './edges';
import { fitted } from './fit';
import type { GreyFrame } from './frame';
import { extent, movement, type Point, type Quad } from './geometry';
import { findLines, stepAt, type Line } from './lines';
import type { Size } from './picture';

export interface Found {
  corners: Quad;
  /** The share of each side along which there is an edge: top, right, bottom, left. */
  coverage: [number, number, number, number];
  /** The share of its inside that is edges of print and picture. */
  print: number;
}

/** How many lines are tried for each side. */
const tried = 6;
/** Shape and size beyond which four lines are no document; as shares of what is expected. */
const leastWidth = 0.3;
const oddestShape = 1.3;
/** A side may be partly under fingers, one of them mostly. */
const leastMean = 0.75;
const leastSide = 0.55;
/** Lines that go on beyond the corners belong to the desk, or the corners to less than the document. */
const goesOnFrom = 0.7;
const mostGoingOn = 1;
/** What goes on must step this much as clearly as the side does. */
const alikeFrom = 0.4;
/** What sides that are whole and clear add to a score. */
const bestSides = 1.9;
/** A side that steps this much, in grey, can't be told better from its surroundings. */
const clear = 60;
/** Paper without print is no document. */
const leastPrint = 0.03;

interface Lines {
  top: Line;
  right: Line;
  bottom: Line;
  left: Line;
}

interface Try extends Found {
  lines: Lines;
  score: number;
}

/**
 * The document in a frame. `aspect` is its width by its height, `before` where it was a moment ago: of
 * two that are as likely it stays with that.
 */
export function findQuad(frame: GreyFrame, aspect: number, before: Quad | null = null): Found | null {
  const edges = findEdges(frame);
  const [tops, bottoms] = findLines(edges, false, tried);
  const [lefts, rights] = findLines(edges, true, tried);
  let best = null as Try | null;
  for (const top of tops) {
    for (const bottom of bottoms) {
      for (const left of lefts) {
        for (const right of rights) {
          const lines = { top, right, bottom, left };
          best = examine(frame, edges, lines, aspect, before, best?.score ?? 0) ?? best;
        }
      }
    }
  }
  return best && { corners: refined(edges, best), coverage: best.coverage, print: best.print };
}

function examine(
  frame: GreyFrame,
  edges: Edges,
  lines: Lines,
  aspect: number,
  before: Quad | null,
  toBeat: number,
): Try | null {
  const { top, right, bottom, left } = lines;
  const corners = cornersOf(frame, lines);
  if (!corners.every((corner) => isAbout(frame, corner))) return null;
  const { width, height } = extent(corners);
  if (width < frame.width * leastWidth) return null;
  const shape = width / height / aspect;
  if (shape > oddestShape || shape < 1 / oddestShape) return null;
  const skew = Math.abs(top.slope - bottom.slope) + Math.abs(left.slope - right.slope);
  const outward = [-top.sign, right.sign, bottom.sign, -left.sign];
  const alike = Math.abs(outward.reduce((sum, sign) => sum + sign, 0)) === 4;
  const stays = before !== null && movement(before, corners) < 0.06 * width;
  const form =
    0.3 * (width / frame.width) -
    0.8 * Math.abs(Math.log(shape)) -
    skew +
    (alike ? 0.35 : 0) +
    (stays ? 0.15 : 0);
  if (form + bestSides <= toBeat) return null;
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const ways = [
    [topLeft, topRight, top],
    [topRight, bottomRight, right],
    [bottomLeft, bottomRight, bottom],
    [topLeft, bottomLeft, left],
  ] as const;
  const coverage: Found['coverage'] = [0, 0, 0, 0];
  const steps = [0, 0, 0, 0];
  for (const [index, [from, to, line]] of ways.entries()) {
    const { share, step } = cover(edges, from, to, line);
    if (share < leastSide) return null;
    coverage[index] = share;
    steps[index] = step;
  }
  const mean = coverage.reduce((sum, side) => sum + side, 0) / 4;
  if (mean < leastMean) return null;
  const score =
    form + mean + 0.6 * Math.min(...coverage) + 0.3 * Math.min(1, Math.min(...steps) / clear);
  if (score <= toBeat || goingOn(edges, ways, steps) > mostGoingOn) return null;
  const print = printIn(edges, corners);
  if (print < leastPrint) return null;
  return { corners, lines, coverage, print, score };
}

/** A corner that is just cut off is better known than taken for another one. */
const cutOff = 4;

const isAbout = ({ width, height }: Size, { x, y }: Point): boolean =>
  x >= -cutOff && y >= -cutOff && x < width + cutOff && y < height + cutOff;

const cornersOf = (frame: Size, { top, right, bottom, left }: Lines): Quad => [
  crossing(frame, top, left),
  crossing(frame, top, right),
  crossing(frame, bottom, right),
  crossing(frame, bottom, left),
];

/** The corners once more, where lines cross that were laid through the edge points themselves. */
function refined(edges: Edges, { corners, lines: { top, right, bottom, left } }: Try): Quad {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  return cornersOf(edges, {
    top: fitted(edges, topLeft, topRight, top),
    right: fitted(edges, topRight, bottomRight, right),
    bottom: fitted(edges, bottomLeft, bottomRight, bottom),
    left: fitted(edges, topLeft, bottomLeft, left),
  });
}

/** Where a nearly level and a nearly upright line cross. */
function crossing(frame: Size, level: Line, upright: Line): Point {
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  // y = a + b (x − mx) and x = c + d (y − my)
  const y =
    (level.offset + level.slope * (upright.offset - middle.x - upright.slope * middle.y)) /
    (1 - level.slope * upright.slope);
  return { x: upright.offset + upright.slope * (y - middle.y), y };
}

/**
 * The share of a way along which there is an edge of the line's kind within a pixel of it, stepping by
 * `least` or more; and how much it steps there on average.
 */
function cover(
  edges: Edges,
  from: Point,
  to: Point,
  line: Line,
  least = 1,
): { share: number; step: number } {
  const places = Math.max(4, Math.round(Math.hypot(to.x - from.x, to.y - from.y) / 2));
  const [aside, below] = line.upright ? [1, 0] : [0, 1];
  let met = 0;
  let sum = 0;
  for (let place = 0; place < places; place += 1) {
    const share = (place + 0.5) / places;
    const x = Math.round(from.x + (to.x - from.x) * share);
    const y = Math.round(from.y + (to.y - from.y) * share);
    const step = Math.max(
      stepAt(edges, x, y, line),
      stepAt(edges, x - aside, y - below, line),
      stepAt(edges, x + aside, y + below, line),
    );
    if (step < least) continue;
    met += 1;
    sum += step;
  }
  return { share: met / places, step: sum / Math.max(1, met) };
}

/** How many of the four sides' eight prolongations are edges like them. */
function goingOn(
  edges: Edges,
  ways: readonly (readonly [Point, Point, Line])[],
  steps: readonly number[],
): number {
  let count = 0;
  for (const [index, [first, last, line]] of ways.entries()) {
    const least = (steps[index] ?? 0) * alikeFrom;
    for (const [from, to] of [
      [first, last],
      [last, first],
    ] as const) {
      const onward = (share: number): Point => ({
        x: to.x + share * (to.x - from.x),
        y: to.y + share * (to.y - from.y),
      });
      const end = onward(0.18);
      if (end.x < 0 || end.y < 0 || end.x >= edges.width || end.y >= edges.height) continue;
      if (cover(edges, onward(0.04), end, line, least).share >= goesOnFrom) count += 1;
    }
  }
  return count;
}

/** The share of edge points in the middle of a quad. */
function printIn(edges: Edges, corners: Quad): number {
  const xs = corners.map(({ x }) => x).sort((one, other) => one - other);
  const ys = corners.map(({ y }) => y).sort((one, other) => one - other);
  const [leftmost, rightmost] = [xs[1] ?? 0, xs[2] ?? 0];
  const [uppermost, lowest] = [ys[1] ?? 0, ys[2] ?? 0];
  const marginX = (rightmost - leftmost) * 0.08;
  const marginY = (lowest - uppermost) * 0.08;
  let found = 0;
  let count = 0;
  for (let y = Math.ceil(uppermost + marginY); y < lowest - marginY; y += 1) {
    for (let x = Math.ceil(leftmost + marginX); x < rightmost - marginX; x += 1) {
      const at = y * edges.width + x;
      if (edges.upright[at] || edges.level[at]) found += 1;
      count += 1;
    }
  }
  return found / Math.max(1, count);
}
