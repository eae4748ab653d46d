import type { GreyFrame } from './frame';

/** Where brightness steps in a frame, thinned to one pixel across each step. */
export interface Edges {
  width: number;
  height: number;
  /** Brightness gained per pixel to the right and downwards. */
  across: Int16Array;
  down: Int16Array;
  /** 1 where a step from left to right, or from right to left, is steepest; else 0. */
  upright: Uint8Array;
  /** 1 where a step from top to bottom, or from bottom to top, is steepest; else 0. */
  level: Uint8Array;
}

/** Steps of less grey than this are taken for noise and for the grain of a desk. */
const least = 9;

/** Sobel gradients, and their ridges. */
export function findEdges(frame: GreyFrame): Edges {
  const { width, height, pixels } = frame;
  const across = new Int16Array(width * height);
  const down = new Int16Array(width * height);
  for (let y = 1; y < height - 1; y += 1) {
    for (let at = y * width + 1; at < (y + 1) * width - 1; at += 1) {
      const northWest = pixels[at - width - 1] ?? 0;
      const north = pixels[at - width] ?? 0;
      const northEast = pixels[at - width + 1] ?? 0;
      const west = pixels[at - 1] ?? 0;
      const east = pixels[at + 1] ?? 0;
      const southWest = pixels[at + width - 1] ?? 0;
      const south = pixels[at + width] ?? 0;
      const southEast = pixels[at + width + 1] ?? 0;
      across[at] = (northEast + 2 * east + southEast - northWest - 2 * west - southWest) / 4;
      down[at] = (southWest + 2 * south + southEast - northWest - 2 * north - northEast) / 4;
    }
  }
  const edges = {
    width,
    height,
    across,
    down,
    upright: new Uint8Array(width * height),
    level: new Uint8Array(width * height),
  };
  for (let at = width; at < width * (height - 1); at += 1) {
    const x = Math.abs(across[at] ?? 0);
    const y = Math.abs(down[at] ?? 0);
    if (x >= least && x >= y && isRidge(across, at, 1)) edges.upright[at] = 1;
    if (y >= least && y >= x && isRidge(down, at, width)) edges.level[at] = 1;
  }
  return edges;
}

function isRidge(gradient: Int16Array, at: number, step: number): boolean {
  const here = Math.abs(gradient[at] ?? 0);
  return here >= Math.abs(gradient[at - step] ?? 0) && here > Math.abs(gradient[at + step] ?? 0);
}
