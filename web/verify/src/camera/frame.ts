// Cheap measures of a small grey frame; they guide the person and decide nothing.

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

export function brightness(frame: GreyFrame): number {
  let sum = 0;
  for (const pixel of frame.pixels) sum += pixel;
  return sum / Math.max(1, frame.pixels.length);
}

/** Variance of the Laplacian: low for a blurred picture, high for crisp print. */
export function sharpness(frame: GreyFrame): number {
  const { width, height, pixels } = frame;
  const at = (x: number, y: number): number => pixels[y * width + x] ?? 0;
  let sum = 0;
  let squares = 0;
  let count = 0;
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const value = 4 * at(x, y) - at(x - 1, y) - at(x + 1, y) - at(x, y - 1) - at(x, y + 1);
      sum += value;
      squares += value * value;
      count += 1;
    }
  }
  const mean = sum / Math.max(1, count);
  return squares / Math.max(1, count) - mean * mean;
}

/** Mean change of brightness between two frames of one size. */
export function motion(before: GreyFrame, now: GreyFrame): number {
  if (before.pixels.length !== now.pixels.length) return 255;
  let sum = 0;
  for (let index = 0; index < now.pixels.length; index += 1) {
    sum += Math.abs((now.pixels[index] ?? 0) - (before.pixels[index] ?? 0));
  }
  return sum / Math.max(1, now.pixels.length);
}

/**
 * How many sides of the frame carry a long straight edge within its outer fifth: four
 * when a document fills the outline, few when there is only a desk.
 */
export function edgeSides(frame: GreyFrame): number {
  const { width, height, pixels } = frame;
  const at = (x: number, y: number): number => pixels[y * width + x] ?? 0;
  const rowEdge = (y: number): number => {
    let strong = 0;
    for (let x = Math.floor(width * 0.2); x < width * 0.8; x += 1) {
      if (Math.abs(at(x, y + 1) - at(x, y - 1)) > 24) strong += 1;
    }
    return strong / (width * 0.6);
  };
  const columnEdge = (x: number): number => {
    let strong = 0;
    for (let y = Math.floor(height * 0.2); y < height * 0.8; y += 1) {
      if (Math.abs(at(x + 1, y) - at(x - 1, y)) > 24) strong += 1;
    }
    return strong / (height * 0.6);
  };
  const bandY = Math.floor(height * 0.2);
  const bandX = Math.floor(width * 0.2);
  const found = (edge: (at: number) => number, from: number, to: number): boolean => {
    for (let place = from; place < to; place += 1) if (edge(place) > 0.6) return true;
    return false;
  };
  return [
    found(rowEdge, 1, bandY),
    found(rowEdge, height - bandY, height - 1),
    found(columnEdge, 1, bandX),
    found(columnEdge, width - bandX, width - 1),
  ].filter(Boolean).length;
}
