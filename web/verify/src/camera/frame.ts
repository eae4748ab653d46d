// Cheap measures of a small grey frame; they guide the person and decide nothing.

import { perspectiveOf, type Quad } from './geometry';

export interface GreyFrame {
  width: number;
  height: number;
  /** Brightness of each pixel, 0 to 255, row by row. */
  pixels: Uint8ClampedArray;
}

/** RGBA to brightness, ITU-R BT.601 weights. */
export function toGrey(image: {
  width: number;
  height: number;
  data: Uint8ClampedArray;
}): GreyFrame {
  const pixels = new Uint8ClampedArray(image.width * image.height);
  for (let index = 0; index < pixels.length; index += 1) {
    const at = index * 4;
    pixels[index] =
      0.299 * (image.data[at] ?? 0) +
      0.587 * (image.data[at + 1] ?? 0) +
      0.114 * (image.data[at + 2] ?? 0);
  }
  return { width: image.width, height: image.height, pixels };
}

/** Columns and rows of the places at which a quad is looked at. */
const columns = 30;
const rows = 20;

/** Mean brightness of a frame, or of what lies within a quad of it. */
export function brightness(frame: GreyFrame, within: Quad | null = null): number {
  const values = within ? samples(frame, within) : frame.pixels;
  let sum = 0;
  for (const value of values) sum += value;
  return sum / Math.max(1, values.length);
}

/** White beyond this has lost its print, and what is around must be clearly darker. */
const white = 250;
const paper = 236;

/**
 * The share of a quad that a light spot has burnt out: white places among white ones, where the paper
 * as such isn't.
 */
export function burnt(frame: GreyFrame, within: Quad): number {
  const values = samples(frame, within);
  const sorted = Uint8ClampedArray.from(values).sort();
  if ((sorted[Math.floor(sorted.length * 0.8)] ?? 0) > paper) return 0;
  let spots = 0;
  for (let row = 1; row < rows; row += 1) {
    for (let column = 1; column < columns; column += 1) {
      const at = row * columns + column;
      const block = [at, at - 1, at - columns, at - columns - 1];
      if (block.every((place) => (values[place] ?? 0) >= white)) spots += 1;
    }
  }
  return spots / values.length;
}

function samples({ width, height, pixels }: GreyFrame, quad: Quad): Uint8ClampedArray {
  const place = perspectiveOf(quad);
  const values = new Uint8ClampedArray(columns * rows);
  for (let at = 0; at < values.length; at += 1) {
    const { x, y } = place((at % columns + 0.5) / columns, (Math.floor(at / columns) + 0.5) / rows);
    const column = Math.min(width - 1, Math.max(0, Math.round(x)));
    const row = Math.min(height - 1, Math.max(0, Math.round(y)));
    values[at] = pixels[row * width + column] ?? 0;
  }
  return values;
}

/** Patches of less contrast than this have no print to judge by. */
const leastContrast = 40;

/**
 * How abruptly print begins in a patch at full size: its steepest steps from pixel to pixel by its
 * contrast. Near 1 where letters are crisp, little where all is soft; null where nothing is printed.
 */
export function crispness({ width, height, pixels }: GreyFrame): number | null {
  const sorted = Uint8ClampedArray.from(pixels).sort();
  const among = (values: ArrayLike<number>, share: number): number =>
    values[Math.floor((values.length - 1) * share)] ?? 0;
  const contrast = among(sorted, 0.99) - among(sorted, 0.01);
  if (contrast < leastContrast) return null;
  const steps = new Uint8ClampedArray((width - 1) * height);
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width - 1; x += 1) {
      const at = y * width + x;
      steps[at - y] = Math.abs((pixels[at + 1] ?? 0) - (pixels[at] ?? 0));
    }
  }
  return among(steps.sort(), 0.985) / contrast;
}
