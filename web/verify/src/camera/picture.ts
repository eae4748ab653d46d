// Pictures as the server wants them: never larger than asked, whole frames, nothing enhanced.

import { withoutMetadata } from './metadata';

export interface PictureLimits {
  /** Longest side in pixels. */
  dimension: number;
  /** JPEG quality, 0 to 1. */
  quality: number;
}

export interface Size {
  width: number;
  height: number;
}

/** Files up to this many bytes travel without being drawn anew. */
const wholeFileLimit = 16_000_000;
/** And up to this many times the longest side that the server wants. */
const wholeFileSides = 2;

export class UnreadablePicture extends Error {}

/** The size that fits within `dimension`, the shape kept; never enlarged. */
export function fit(size: Size, dimension: number): Size {
  const scale = Math.min(1, dimension / Math.max(size.width, size.height));
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

/** The frame the camera shows now, to be encoded later. */
export function drawFrame(video: HTMLVideoElement, dimension: number): HTMLCanvasElement {
  const size = { width: video.videoWidth, height: video.videoHeight };
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fit(size, dimension));
  canvas.getContext('2d')?.drawImage(video, 0, 0, canvas.width, canvas.height);
  return canvas;
}

/** A canvas as JPEG. */
export async function jpegOf(canvas: HTMLCanvasElement, quality: number): Promise<Blob> {
  const blob = await new Promise<Blob | null>((resolve) =>
    canvas.toBlob(resolve, 'image/jpeg', quality),
  );
  if (!blob) throw new UnreadablePicture();
  return blob;
}

/**
 * A chosen file without its metadata, the picture in it untouched; drawn anew as JPEG where the server
 * doesn't take it so, where it is far larger than wanted, or where only the metadata says which way is up.
 */
export async function pictureFromFile(file: File, limits: PictureLimits): Promise<Blob> {
  const image = await createImageBitmap(file).catch(() => {
    throw new UnreadablePicture();
  });
  try {
    const largest = Math.max(image.width, image.height);
    if (file.size <= wholeFileLimit && largest <= limits.dimension * wholeFileSides) {
      const bytes = withoutMetadata(new Uint8Array(await file.arrayBuffer()));
      if (bytes) return new Blob([bytes], { type: typeOf(bytes) });
    }
    return await encode(image, image, limits);
  } finally {
    image.close();
  }
}

/** The name of a file says nothing sure; its first byte tells JPEG from PNG. */
const typeOf = (bytes: Uint8Array): string => (bytes[0] === 0xff ? 'image/jpeg' : 'image/png');

async function encode(source: CanvasImageSource, size: Size, limits: PictureLimits): Promise<Blob> {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, fit(size, limits.dimension));
  canvas.getContext('2d')?.drawImage(source, 0, 0, canvas.width, canvas.height);
  return jpegOf(canvas, limits.quality);
}
