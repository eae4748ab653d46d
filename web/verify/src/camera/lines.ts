// Long straight edges by voting: each edge point votes for the lines that may run through it, a clear
// step more than the grain of a desk.

import type { Edges } from './edges';

/**
 * A nearly level or nearly upright line. Along its own axis it is at `offset` in the middle of the
 * frame and gains `slope` per pixel: y = offset + slope · (x − middle), or with x and y exchanged.
 */
export interface Line {
  upright: boolean;
  offset: number;
  slope: number;
  /** +1 where it gets brighter to the right or downwards over it, −1 where darker. */
  sign: 1 | -1;
  /** The sum of the steps over it, each up to `enough`. */
  votes: number;
}

/** The steepest line that is looked for, as a slope (15°), and the steps up to it. */
const steepest = 0.27;
const slopes = 15;
/** An edge point's own direction must agree with its line, in slope. */
const agreement = 0.25;
/** Steps of more grey than this count no more. */
const enough = 48;
/** A line that is looked at has this much for each pixel of the frame's length, at least. */
const least = 1.8;

/** The strongest lines of one kind, in half of the frame each: `[before, behind]` its middle. */
export function findLines(edges: Edges, upright: boolean, wanted: number): [Line[], Line[]] {
  const { width, height } = edges;
  const length = upright ? height : width;
  const breadth = upright ? width : height;
  const votes = { 1: new Uint16Array(slopes * breadth), [-1]: new Uint16Array(slopes * breadth) };
  const ridges = upright ? edges.upright : edges.level;
  const along = upright ? edges.down : edges.across;
  const over = upright ? edges.across : edges.down;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x;
      if (!ridges[at]) continue;
      const steep = over[at] ?? 1;
      const own = -(along[at] ?? 0) / steep;
      const table = votes[steep > 0 ? 1 : -1];
      const from = (upright ? y : x) - length / 2;
      const place = upright ? x : y;
      const weight = Math.min(enough, Math.abs(steep));
      const first = Math.max(0, Math.ceil(indexOf(own - agreement)));
      const last = Math.min(slopes - 1, Math.floor(indexOf(own + agreement)));
      for (let index = first; index <= last; index += 1) {
        const offset = Math.round(place - slopeOf(index) * from);
        if (offset < 0 || offset >= breadth) continue;
        table[index * breadth + offset] = (table[index * breadth + offset] ?? 0) + weight;
      }
    }
  }
  const lines = ([1, -1] as const).flatMap((sign) =>
    peaks(votes[sign], breadth, length * least).map((peak): Line => ({ ...peak, upright, sign })),
  );
  lines.sort((one, other) => other.votes - one.votes);
  const half = (first: boolean): Line[] => {
    const kept: Line[] = [];
    for (const line of lines) {
      if (kept.length === wanted) break;
      if (line.offset < breadth / 2 !== first) continue;
      if (kept.every((stronger) => apart(line, stronger, length) > sameWithin)) kept.push(line);
    }
    return kept;
  };
  return [half(true), half(false)];
}

/** Weaker lines this near to a stronger one, on average in pixels, have their votes from its points. */
const sameWithin = 3;

function apart(one: Line, other: Line, length: number): number {
  if (one.sign !== other.sign) return Infinity;
  const at = (end: number): number =>
    Math.abs(one.offset - other.offset + ((one.slope - other.slope) * end * length) / 2);
  return (at(-1) + at(1)) / 2;
}

/** The grey that an edge of the line's kind gains or loses at a place; 0 where there is none. */
export function stepAt(edges: Edges, x: number, y: number, line: Line): number {
  if (x < 0 || y < 0 || x >= edges.width || y >= edges.height) return 0;
  const at = y * edges.width + x;
  if (!(line.upright ? edges.upright : edges.level)[at]) return 0;
  return Math.max(0, ((line.upright ? edges.across : edges.down)[at] ?? 0) * line.sign);
}

const slopeOf = (index: number): number => steepest * ((2 * index) / (slopes - 1) - 1);
const indexOf = (slope: number): number => ((slope / steepest + 1) * (slopes - 1)) / 2;

type Peak = Pick<Line, 'offset' | 'slope' | 'votes'>;

/** Lines with more votes than those beside them. An edge often falls between two offsets. */
function peaks(votes: Uint16Array, breadth: number, fewest: number): Peak[] {
  const counted = (index: number, offset: number): number =>
    offset < 0 || offset >= breadth || index < 0 || index >= slopes
      ? 0
      : (votes[index * breadth + offset] ?? 0);
  const broad = (index: number, offset: number): number =>
    counted(index, offset) + (counted(index, offset - 1) + counted(index, offset + 1)) / 2;
  const found: Peak[] = [];
  for (let index = 0; index < slopes; index += 1) {
    for (let offset = 0; offset < breadth; offset += 1) {
      if (counted(index, offset) * 2 < fewest) continue;
      const here = broad(index, offset);
      if (here < fewest) continue;
      let highest = true;
      for (let turned = -2; turned <= 2 && highest; turned += 1) {
        for (let moved = -2; moved <= 2; moved += 1) {
          const later = turned > 0 || (turned === 0 && moved > 0);
          const beside = broad(index + turned, offset + moved);
          if (later ? beside > here : (turned !== 0 || moved !== 0) && beside >= here) {
            highest = false;
            break;
          }
        }
      }
      if (highest) found.push({ offset, slope: slopeOf(index), votes: here });
    }
  }
  return found;
}
