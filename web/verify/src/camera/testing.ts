// Desks and documents as a small frame of a camera shows them, for the tests.

import type { GreyFrame } from './frame';
import { extent, perspectiveOf, type Point, type Quad } from './geometry';

/** The same numbers from 0 to 1 every time. */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Everything is drawn this much larger and then averaged, as lenses and browsers do. */
const fine = 3;
/** Rows and columns of a document that are drawn for each of the pixels it covers, so that none is left out. */
const dense = 1.3;

export const frameSize = { width: 160, height: 116 };

export const desks = {
  dark: (): number => 48,
  light: (): number => 205,
  wood: (x: number, y: number): number => 105 + 14 * Math.sin(y * 0.9 + 2 * Math.sin(x / 60)),
  tiles: (x: number, y: number): number => (x % 40 < 2 || y % 40 < 2 ? 90 : 170),
  shaded: (x: number, y: number): number => 60 + x / 3 + y / 4,
};

/** A card's corners: its middle, width and shape, turned by radians, its far end smaller by `tilt`. */
export function card(
  centre: Point,
  width: number,
  { aspect = 1.42, turned = 0, tilt = 0 } = {},
): Quad {
  const corner = (x: number, y: number): Point => {
    const depth = 1 + tilt * y;
    const across = ((x * width) / 2) / depth;
    const down = ((y * width) / aspect / 2) / depth;
    return {
      x: centre.x + across * Math.cos(turned) - down * Math.sin(turned),
      y: centre.y + across * Math.sin(turned) + down * Math.cos(turned),
    };
  };
  return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Print like that of a passport's page: a heading, a photo, rows, and the two lines of a zone. */
function print(u: number, v: number): number {
  const letters = (period: number): boolean => Math.sin(u * period) * Math.sin(u * period * 0.37) > 0;
  if (v > 0.06 && v < 0.12 && u > 0.3 && u < 0.7) return letters(200) ? 60 : 220;
  if (u > 0.06 && u < 0.32 && v > 0.2 && v < 0.72) return 90 + 60 * Math.sin(u * 40) * Math.sin(v * 30);
  if (u > 0.38 && u < 0.9 && v > 0.2 && v < 0.72 && (v * 100) % 9 < 4) return letters(260) ? 50 : 225;
  if (u > 0.04 && u < 0.96 && ((v > 0.8 && v < 0.85) || (v > 0.9 && v < 0.95))) {
    return letters(300) ? 40 : 225;
  }
  return 225;
}

/** A frame of a desk, with a document on it or none. */
export function scene(
  desk: (x: number, y: number) => number,
  corners: Quad | null,
  { seed = 1, noise = 2, paper = 1, blank = false, light = 1 } = {},
): GreyFrame {
  const { width, height } = frameSize;
  const large = new Float32Array(width * height * fine * fine);
  for (let y = 0; y < height * fine; y += 1) {
    for (let x = 0; x < width * fine; x += 1) {
      large[y * width * fine + x] = desk(x / fine, y / fine);
    }
  }
  if (corners) {
    const place = perspectiveOf(corners);
    const size = extent(corners);
    const columns = Math.ceil(size.width * fine * dense);
    const rows = Math.ceil(size.height * fine * dense);
    for (let row = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1) {
        const [u, v] = [(column + 0.5) / columns, (row + 0.5) / rows];
        const { x, y } = place(u, v);
        const at = { x: Math.round(x * fine), y: Math.round(y * fine) };
        if (at.x < 0 || at.y < 0 || at.x >= width * fine || at.y >= height * fine) continue;
        large[at.y * width * fine + at.x] = paper * (blank ? 225 : print(u, v));
      }
    }
  }
  const random = randomFrom(seed);
  const pixels = new Uint8ClampedArray(width * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      let sum = 0;
      for (let down = 0; down < fine; down += 1) {
        for (let across = 0; across < fine; across += 1) {
          sum += large[(y * fine + down) * width * fine + x * fine + across] ?? 0;
        }
      }
      pixels[y * width + x] = (light * sum) / fine / fine + noise * (2 * random() - 1);
    }
  }
  return { width, height, pixels };
}
