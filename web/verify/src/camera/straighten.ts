// Shows a document as if it had been laid on a scanner. For the eye alone: what is sent is the whole
// picture as it was taken.

import { extent, mapQuad, perspectiveOf, type Quad } from './geometry';
import { jpegOf, type Size } from './picture';

export interface Pixels extends Size {
  /** RGBA. */
  data: Uint8ClampedArray;
}

/** What lies within a quad of a picture, laid out flat with this size; between pixels it is blended. */
export function straighten(picture: Pixels, quad: Quad, size: Size): Uint8ClampedArray<ArrayBuffer> {
  const { width, height, data } = picture;
  const place = perspectiveOf(quad);
  const flat = new Uint8ClampedArray(size.width * size.height * 4);
  for (let row = 0; row < size.height; row += 1) {
    for (let column = 0; column < size.width; column += 1) {
      const { x, y } = place((column + 0.5) / size.width, (row + 0.5) / size.height);
      const across = Math.min(width - 1, Math.max(0, x - 0.5));
      const down = Math.min(height - 1, Math.max(0, y - 0.5));
      const [left, top] = [Math.floor(across), Math.floor(down)];
      const [right, below] = [Math.min(width - 1, left + 1), Math.min(height - 1, top + 1)];
      const [byX, byY] = [across - left, down - top];
      const to = (row * size.width + column) * 4;
      for (let colour = 0; colour < 4; colour += 1) {
        const at = (px: number, py: number): number => data[(py * width + px) * 4 + colour] ?? 0;
        const upper = at(left, top) * (1 - byX) + at(right, top) * byX;
        const lower = at(left, below) * (1 - byX) + at(right, below) * byX;
        flat[to + colour] = upper * (1 - byY) + lower * byY;
      }
    }
  }
  return flat;
}

/** Some of the surroundings are kept, so that a missing edge shows: by the document's size. */
const margin = 0.02;
const shownWidth = 880;
const shownQuality = 0.9;

/** A picture of the straightened document. `quad` is in shares of the picture's width and height. */
export async function straightened(picture: HTMLCanvasElement, quad: Quad): Promise<Blob | null> {
  const { width, height } = picture;
  const corners = mapQuad(quad, ({ x, y }) => ({ x: x * width, y: y * height }));
  const place = perspectiveOf(corners);
  const [low, high] = [-margin, 1 + margin];
  const wider: Quad = [place(low, low), place(high, low), place(high, high), place(low, high)];
  const shape = extent(wider);
  const size = { width: shownWidth, height: Math.round((shownWidth * shape.height) / shape.width) };
  const source = picture.getContext('2d')?.getImageData(0, 0, width, height);
  const flat = document.createElement('canvas');
  Object.assign(flat, size);
  const context = flat.getContext('2d');
  if (!source || !context) return null;
  context.putImageData(new ImageData(straighten(source, wider, size), size.width), 0, 0);
  return jpegOf(flat, shownQuality);
}
