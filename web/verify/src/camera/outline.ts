import type { Quad } from './geometry';
import type { Size } from './picture';

export interface Box extends Size {
  left: number;
  top: number;
}

/** A picture must not lose more of itself than this by covering the stage. */
const leastShown = 0.6;

/**
 * Where the video lies on the stage, in CSS pixels: covering it and reaching over its
 * edges, or wholly inside when too much would be hidden. A face may always be covered,
 * since it is in the middle.
 */
export function videoOn(stage: Size, video: Size, face: boolean): Box & { whole: boolean } {
  const across = stage.width / video.width;
  const down = stage.height / video.height;
  const whole = !face && Math.min(across, down) / Math.max(across, down) < leastShown;
  const scale = whole ? Math.min(across, down) : Math.max(across, down);
  const width = video.width * scale;
  const height = video.height * scale;
  const left = (stage.width - width) / 2;
  const top = (stage.height - height) / 2;
  return { left, top, width, height, whole };
}

/** Where the outline of a document or face lies on a stage, in the part where the video shows. */
export function outlineIn(stage: Size, shown: Size, aspect: number, face: boolean): Box {
  const room = {
    width: Math.min(stage.width, shown.width),
    height: Math.min(stage.height, shown.height),
  };
  const width = Math.min(room.width * (face ? 0.72 : 0.88), room.height * 0.88 * aspect);
  const height = width / aspect;
  return { left: (stage.width - width) / 2, top: (stage.height - height) / 2, width, height };
}

/** The part of a video's own pixels that lies under a box. */
export function pixelsUnder(box: Box, shown: Box, video: Size): Box {
  const scale = video.width / shown.width;
  return {
    left: (box.left - shown.left) * scale,
    top: (box.top - shown.top) * scale,
    width: box.width * scale,
    height: box.height * scale,
  };
}

/** A box with some of what is around it, as far as the video reaches. */
export function withSurroundings(box: Box, share: number, video: Size): Box {
  const left = Math.max(0, box.left - box.width * share);
  const top = Math.max(0, box.top - box.height * share);
  const right = Math.min(video.width, box.left + box.width * (1 + share));
  const bottom = Math.min(video.height, box.top + box.height * (1 + share));
  return { left, top, width: right - left, height: bottom - top };
}

export function scaled({ left, top, width, height }: Box, by: number): Box {
  return { left: left * by, top: top * by, width: width * by, height: height * by };
}

/** Corners in a video's pixels as points of a drawing over the stage. */
export function onStage(corners: Quad, shown: Box, video: Size): string {
  const scale = shown.width / video.width;
  return corners.map(({ x, y }) => `${shown.left + x * scale},${shown.top + y * scale}`).join(' ');
}
