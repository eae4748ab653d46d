// Looks at what a camera shows now, in small copies of its frame.

import { lookForDocument, type DocumentVerdict } from './document';
import { lookForFace, type FaceVerdict } from './face';
import type { FaceDetector } from './facedetector';
import { brightness, crispness, toGrey, type GreyFrame } from './frame';
import { extent, mapQuad, middle, type Quad } from './geometry';
import { scaled, withSurroundings, type Box } from './outline';
import { fit, type Size } from './picture';
import { findQuad } from './quad';
import { longSide, paddedSize, type Face } from './yunet';

/** Around the outline of a document, how much more is looked at; by the outline's size. */
const surroundings = 0.22;
/** Widths of the small copies in pixels: while guiding, and once for the picture taken. */
const guidingWidth = 160;
const exactWidth = 320;
/** What of a document's middle is looked at in full size, in pixels. */
const detail = { width: 320, height: 200 };

/** A part of a source, made as large as `size`. */
function draw(canvas: HTMLCanvasElement, source: CanvasImageSource, part: Box, size: Size): ImageData | null {
  canvas.width = size.width;
  canvas.height = size.height;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return null;
  context.imageSmoothingQuality = 'medium';
  const { left, top, width, height } = part;
  context.drawImage(source, left, top, width, height, 0, 0, size.width, size.height);
  return context.getImageData(0, 0, size.width, size.height);
}

interface Copy {
  frame: GreyFrame;
  part: Box;
  /** Pixels of the source for one of the copy. */
  scale: number;
}

function copyOf(
  canvas: HTMLCanvasElement,
  source: CanvasImageSource,
  size: Size,
  outline: Box,
  width: number,
): Copy | null {
  const part = withSurroundings(outline, surroundings, size);
  const scale = part.width / width;
  const image = draw(canvas, source, part, { width, height: Math.max(1, Math.round(part.height / scale)) });
  return image && { frame: toGrey(image), part, scale };
}

const outOf = ({ part, scale }: Copy, quad: Quad): Quad =>
  mapQuad(quad, ({ x, y }) => ({ x: part.left + (x + 0.5) * scale, y: part.top + (y + 0.5) * scale }));

/** Watches for a document. */
export class DocumentWatch {
  readonly #canvas = document.createElement('canvas');
  #before: Quad | null = null;

  /** What hinders most, and where the document is, in the video's pixels. */
  look(
    video: HTMLVideoElement,
    outline: Box,
    aspect: number,
  ): { verdict: DocumentVerdict; corners: Quad | null } {
    const size = { width: video.videoWidth, height: video.videoHeight };
    const copy = copyOf(this.#canvas, video, size, outline, guidingWidth);
    if (!copy) return { verdict: 'fill', corners: null };
    const { verdict, corners } = lookForDocument(
      {
        frame: copy.frame,
        aspect,
        outline: outline.width / copy.scale,
        crispness: (quad) => this.#crispness(video, size, outOf(copy, quad)),
      },
      this.#before,
    );
    this.#before = corners;
    return { verdict, corners: corners && outOf(copy, corners) };
  }

  #crispness(video: HTMLVideoElement, size: Size, quad: Quad): number | null {
    const { x, y } = middle(quad);
    const shape = extent(quad);
    const width = Math.min(detail.width, shape.width, size.width);
    const height = Math.min(detail.height, shape.height, size.height);
    const part = { left: x - width / 2, top: y - height / 2, width, height };
    const rounded = { width: Math.round(width), height: Math.round(height) };
    const image = draw(this.#canvas, video, part, rounded);
    return image && crispness(toGrey(image));
  }
}

/**
 * Where the document is in a picture taken, as shares of its width and height; looked for more closely
 * than while guiding. `outline` is in the picture's pixels.
 */
export function documentIn(picture: HTMLCanvasElement, outline: Box, aspect: number): Quad | null {
  const copy = copyOf(document.createElement('canvas'), picture, picture, outline, exactWidth);
  const found = copy && findQuad(copy.frame, aspect);
  if (!copy || !found) return null;
  const { width, height } = picture;
  return mapQuad(outOf(copy, found.corners), ({ x, y }) => ({ x: x / width, y: y / height }));
}

/** Watches for a face. */
export class FaceWatch {
  readonly #detector: FaceDetector;
  readonly #canvas = document.createElement('canvas');
  #before: Face | null = null;

  constructor(detector: FaceDetector) {
    this.#detector = detector;
    detector.load();
  }

  /** What hinders most; null where that can't be said (yet). */
  async look(video: HTMLVideoElement, outline: Box): Promise<FaceVerdict | null> {
    if (!this.#detector.ready) return null;
    const whole = { left: 0, top: 0, width: video.videoWidth, height: video.videoHeight };
    const small = fit(whole, longSide);
    const scale = small.width / whole.width;
    const image = draw(this.#canvas, video, whole, small);
    const context = this.#canvas.getContext('2d');
    if (!image || !context) return null;
    const grey = toGrey(image);
    const padded = paddedSize(small.width, small.height);
    const { data } = context.getImageData(0, 0, padded.width, padded.height);
    const faces = await this.#detector.find({ rgba: data, ...padded });
    if (!faces) return null;
    const light = (part: Box): number => brightness(grey, cornersOf(part));
    const { verdict, face } = lookForFace({ faces, outline: scaled(outline, scale), brightness: light }, this.#before);
    this.#before = face;
    return verdict;
  }
}

const cornersOf = ({ left, top, width, height }: Box): Quad => [
  { x: left, y: top },
  { x: left + width, y: top },
  { x: left + width, y: top + height },
  { x: left, y: top + height },
];
