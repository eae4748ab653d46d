// What the network of face detection takes and gives: YuNet, without its runtime.

import type { Box } from './outline';

/** A face, in pixels of the picture it was found in. */
export interface Face extends Box {
  /** 0 to 1. */
  score: number;
}

/** The longer side of what the network looks at, in pixels. */
export const longSide = 192;
/** Its sides are multiples of this. */
const block = 32;

const strides = [8, 16, 32] as const;
const leastScore = 0.6;
/** Two boxes that share more of what they cover are the same face. */
const mostShared = 0.3;

/** The size of the network's picture for one of this size; the picture itself lies at its top left. */
export function paddedSize(width: number, height: number): { width: number; height: number } {
  const padded = (side: number): number => Math.ceil(side / block) * block;
  return { width: padded(width), height: padded(height) };
}

/** RGBA to three planes, blue, green, red, 0 to 255 as they are. */
export function planesOf(rgba: Uint8ClampedArray): Float32Array {
  const size = rgba.length / 4;
  const planes = new Float32Array(3 * size);
  for (let at = 0; at < size; at += 1) {
    planes[at] = rgba[4 * at + 2] ?? 0;
    planes[size + at] = rgba[4 * at + 1] ?? 0;
    planes[2 * size + at] = rgba[4 * at] ?? 0;
  }
  return planes;
}

export type Outputs = Record<string, Float32Array>;

/** The faces in what the network gave for a picture of this width, the surest first. */
export function facesIn(outputs: Outputs, width: number): Face[] {
  const found = strides.flatMap((stride) => facesAt(outputs, width, stride));
  found.sort((one, other) => other.score - one.score);
  const kept: Face[] = [];
  for (const face of found) {
    if (kept.every((other) => shared(face, other) <= mostShared)) kept.push(face);
  }
  return kept;
}

/** The faces that cells of one stride see. */
function facesAt(outputs: Outputs, width: number, stride: number): Face[] {
  const output = (name: string): Float32Array => outputs[`${name}_${stride}`] ?? new Float32Array();
  const [looks, is, boxes] = [output('cls'), output('obj'), output('bbox')];
  const columns = width / stride;
  const faces: Face[] = [];
  const share = (value: number | undefined): number => Math.min(1, Math.max(0, value ?? 0));
  for (let cell = 0; cell < looks.length; cell += 1) {
    const score = Math.sqrt(share(looks[cell]) * share(is[cell]));
    if (score < leastScore) continue;
    const [right = 0, down = 0, wide = 0, high = 0] = boxes.subarray(4 * cell, 4 * cell + 4);
    const size = { width: Math.exp(wide) * stride, height: Math.exp(high) * stride };
    faces.push({
      score,
      left: ((cell % columns) + right) * stride - size.width / 2,
      top: (Math.floor(cell / columns) + down) * stride - size.height / 2,
      ...size,
    });
  }
  return faces;
}

/** The area that two boxes have in common by that of both. */
function shared(one: Box, other: Box): number {
  const overlap = (at: 'left' | 'top', size: 'width' | 'height'): number =>
    Math.max(0, Math.min(one[at] + one[size], other[at] + other[size]) - Math.max(one[at], other[at]));
  const both = overlap('left', 'width') * overlap('top', 'height');
  return both / (one.width * one.height + other.width * other.height - both);
}
