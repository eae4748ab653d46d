// What a camera may see, as the frames of a clip: documents and faces that are held by hand, and desks.

import { readFileSync } from "node:fs";

const FRAME = { width: 1920, height: 1080 };
/** Chromium plays thirty frames a second and begins anew at the end. */
const FRAMES_A_SECOND = 30;
/** Each drawn frame is shown twice: hands are slower than cameras. */
const SHOWN = 2;

const STILL = () => ({ x: 0, y: 0, turned: 0, grown: 1 });

/** A hand that trembles, after it has come into the picture, `seconds` long altogether. */
export function held(seconds = 4) {
  return (time) => {
    const coming = Math.max(0, 0.8 - time) / 0.8;
    const swing = (perSecond, phase) => Math.sin(2 * Math.PI * perSecond * time + phase);
    const ends = time > seconds - 0.3 ? (time - seconds + 0.3) / 0.3 : 0;
    return {
      x: 420 * (coming + ends) ** 2 + 5 * swing(1.1, 0) + 2 * swing(4.3, 1),
      y: 160 * (coming + ends) ** 2 + 4 * swing(0.9, 2) + 2 * swing(5.1, 0),
      turned: 0.12 * (coming + ends) + 0.006 * swing(0.7, 1),
      grown: 1 + 0.006 * swing(0.5, 0),
    };
  };
}

/**
 * Draws a clip: `{ bytes }`, one JPEG after the other. `picture` lies on a `desk` ("dark", "light" or
 * "wood"); its middle and width are shares of the frame's, by default it is whole and centred. `moves`
 * says of a time in seconds how it is moved, in pixels, radians and size.
 */
export async function drawClip(
  browser,
  { picture = null, desk = "dark", place = null, moves = STILL, seconds = 1 } = {},
) {
  const count = moves === STILL ? 1 : Math.round((seconds * FRAMES_A_SECOND) / SHOWN);
  const poses = Array.from({ length: count }, (_, at) => moves((at * SHOWN) / FRAMES_A_SECOND));
  const type = picture?.endsWith(".png") ? "image/png" : "image/jpeg";
  const source = picture && `data:${type};base64,${readFileSync(picture).toString("base64")}`;
  const page = await browser.newPage();
  const drawn = await page.evaluate(drawFrames, { source, desk, place, poses, ...FRAME });
  await page.close();
  const times = count === 1 ? FRAMES_A_SECOND : SHOWN;
  const frames = drawn.map((frame) => Buffer.from(frame, "base64"));
  return { bytes: Buffer.concat(frames.flatMap((frame) => Array(times).fill(frame))) };
}

/** In a page: the poses as JPEG, in base64. */
async function drawFrames({ source, desk, place, poses, width, height }) {
  const image = source && Object.assign(new Image(), { src: source });
  await image?.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width, height });
  const context = canvas.getContext("2d");
  const drawDesk = {
    dark: () => {
      context.fillStyle = "#2b2f36";
      context.fillRect(-width, -height, 3 * width, 3 * height);
    },
    light: () => {
      const light = context.createLinearGradient(0, 0, width, height);
      light.addColorStop(0, "#d9d4cb");
      light.addColorStop(1, "#bdb7ac");
      context.fillStyle = light;
      context.fillRect(-width, -height, 3 * width, 3 * height);
    },
    wood: () => {
      context.fillStyle = "#7d5a3c";
      context.fillRect(-width, -height, 3 * width, 3 * height);
      for (let line = 0; line < 160; line += 1) {
        context.strokeStyle = line % 3 ? "rgb(60 38 20 / 0.35)" : "rgb(170 130 90 / 0.3)";
        context.lineWidth = 1 + ((line * 7) % 5);
        context.beginPath();
        for (let x = -200; x <= width + 200; x += 80) {
          context.lineTo(x, line * 9 - 150 + 14 * Math.sin(x / 300 + line / 9));
        }
        context.stroke();
      }
    },
  }[desk];
  const whole = image && Math.min(width / image.width, height / image.height);
  const { x, y, size } = place ?? { x: 0.5, y: 0.5, size: image && (image.width * whole) / width };
  return poses.map((pose) => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    // Without a picture it is the camera that moves.
    if (!image) context.translate(pose.x, pose.y);
    drawDesk();
    if (image) {
      const scale = ((size * width) / image.width) * pose.grown;
      context.translate(x * width + pose.x, y * height + pose.y);
      context.rotate(pose.turned);
      context.drawImage(image, (-image.width * scale) / 2, (-image.height * scale) / 2, image.width * scale, image.height * scale);
    }
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  });
}
