// What to say about a frame in which one face is looked for.

import type { Box } from './outline';
import type { Face } from './yunet';

export type FaceVerdict =
  | 'none'
  | 'several'
  | 'closer'
  | 'further'
  | 'centre'
  | 'dark'
  | 'steady'
  | 'good';

export interface FaceView {
  /** The surest first, in any pixels that the outline is in too. */
  faces: readonly Face[];
  outline: Box;
  /** Mean brightness of a part, 0 to 255. */
  brightness: (part: Box) => number;
}

export interface FaceSight {
  verdict: FaceVerdict;
  face: Face | null;
}

/** Width of the face by that of the outline. */
const narrowest = 0.4;
const widest = 0.92;
/** Between the middles of face and outline, by the size of the outline. */
const mostAside = 0.2;
const darkest = 50;
/** From one frame to the next, by the width of the face. */
const mostMovement = 0.07;
/** Who stands far behind is nobody's second face: by the width of the first. */
const leastSecond = 0.45;

const middle = ({ left, top, width, height }: Box): { x: number; y: number } => ({
  x: left + width / 2,
  y: top + height / 2,
});

/** Says of a frame what hinders most. `before` is the face of the frame before. */
export function lookForFace({ faces, outline, brightness }: FaceView, before: Face | null): FaceSight {
  const face = faces.reduce<Face | null>(
    (largest, one) => (largest && largest.width >= one.width ? largest : one),
    null,
  );
  if (!face) return { verdict: brightness(outline) < darkest ? 'dark' : 'none', face };
  const at = middle(face);
  const wanted = middle(outline);
  const verdict = (): FaceVerdict => {
    if (faces.some((other) => other !== face && other.width >= leastSecond * face.width)) {
      return 'several';
    }
    if (face.width > outline.width * widest) return 'further';
    const aside = Math.abs(at.x - wanted.x) / outline.width;
    const away = Math.abs(at.y - wanted.y) / outline.height;
    if (aside > mostAside || away > mostAside) return 'centre';
    if (face.width < outline.width * narrowest) return 'closer';
    if (brightness(face) < darkest) return 'dark';
    if (!before) return 'steady';
    const was = middle(before);
    const moved = Math.hypot(at.x - was.x, at.y - was.y) + Math.abs(face.width - before.width) / 2;
    return moved > mostMovement * face.width ? 'steady' : 'good';
  };
  return { verdict: verdict(), face };
}
