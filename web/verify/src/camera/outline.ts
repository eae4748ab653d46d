import type { Size } from './picture';

export interface Box extends Size {
  left: number;
  top: number;
}

/** Where the outline of a document or face lies on a stage, in CSS pixels. */
export function outlineIn(stage: Size, aspect: number, face: boolean): Box {
  const share = face ? 0.72 : 0.88;
  const width = Math.min(stage.width * share, stage.height * (face ? 0.86 : 0.9) * aspect);
  const height = width / aspect;
  return { left: (stage.width - width) / 2, top: (stage.height - height) / 2, width, height };
}

/** The part of a video's own pixels that lies under a box, when the video covers the stage. */
export function visiblePart(
  box: Box,
  stageWidth: number,
  stageHeight: number,
  video: { videoWidth: number; videoHeight: number },
): Box {
  const scale = Math.max(stageWidth / video.videoWidth, stageHeight / video.videoHeight);
  const left = (video.videoWidth * scale - stageWidth) / 2;
  const top = (video.videoHeight * scale - stageHeight) / 2;
  return {
    left: (box.left + left) / scale,
    top: (box.top + top) / scale,
    width: box.width / scale,
    height: box.height / scale,
  };
}
