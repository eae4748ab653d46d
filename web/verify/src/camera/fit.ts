// Lays a line through the edge points that a vote has shown, more exactly than votes are counted.

import type { Edges } from './edges';
import type { Point } from './geometry';
import { stepAt, type Line } from './lines';

/** Edge points this far from a voted line belong to it, in pixels. */
const nearby = 1.6;
/** Corners of documents are round, so the ends of a side say little. */
const ends = 0.1;

/** The line of least squares through the edge points beside a voted one. */
export function fitted(edges: Edges, from: Point, to: Point, line: Line): Line {
  const [first, last] = line.upright ? [from.y, to.y] : [from.x, to.x];
  const half = (line.upright ? edges.height : edges.width) / 2;
  let [count, sum, sumAside, sumSquares, sumProducts] = [0, 0, 0, 0, 0];
  const margin = (last - first) * ends;
  for (let along = Math.ceil(first + margin); along <= last - margin; along += 1) {
    const expected = line.offset + line.slope * (along - half);
    for (let aside = Math.ceil(expected - nearby); aside <= expected + nearby; aside += 1) {
      const [x, y] = line.upright ? [aside, along] : [along, aside];
      if (stepAt(edges, x, y, line) === 0) continue;
      const at = along - half;
      const exact = aside + peakBeside(edges, x, y, line);
      count += 1;
      sum += at;
      sumAside += exact;
      sumSquares += at * at;
      sumProducts += at * exact;
    }
  }
  const spread = count * sumSquares - sum * sum;
  if (count < 8 || spread <= 0) return line;
  const slope = (count * sumProducts - sum * sumAside) / spread;
  return { ...line, slope, offset: (sumAside - slope * sum) / count };
}

/** How far beside an edge point the step is steepest, −0.5 to 0.5: the top of a parabola. */
function peakBeside(edges: Edges, x: number, y: number, line: Line): number {
  const gradient = line.upright ? edges.across : edges.down;
  const at = y * edges.width + x;
  const aside = line.upright ? 1 : edges.width;
  const [before, here, behind] = [at - aside, at, at + aside].map((place) => Math.abs(gradient[place] ?? 0));
  const bend = (before ?? 0) - 2 * (here ?? 0) + (behind ?? 0);
  return bend < 0 ? Math.max(-0.5, Math.min(0.5, ((before ?? 0) - (behind ?? 0)) / (2 * bend))) : 0;
}
