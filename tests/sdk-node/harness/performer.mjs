// Somebody who stands before the page's camera and follows its instructions: frames drawn by the
// binary for the steps of a challenge, played while the page shows them.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run, temporaryFolder } from "./server.mjs";

/** Frames of a person who follows `steps`: `[{ at, source }]`, times in milliseconds. */
function reel(steps, portrait, seed) {
  const out = temporaryFolder("reel");
  run("specimen", "--follow", steps.join(","), "--portrait", portrait, "--seed", String(seed), "--out", out);
  return readdirSync(out)
    .sort()
    .map((name) => {
      const source = `data:image/jpeg;base64,${readFileSync(join(out, name)).toString("base64")}`;
      return { at: Number.parseInt(name, 10), source };
    });
}

/** In the page: a camera of a canvas, which plays the reel from the moment the first step is shown. */
function install() {
  const canvas = Object.assign(document.createElement("canvas"), { width: 640, height: 480 });
  const context = canvas.getContext("2d");
  let images = [];
  const show = ({ image }) => context.drawImage(image, 0, 0, canvas.width, canvas.height);
  window.loadReel = async (frames) => {
    images = await Promise.all(
      frames.map(async ({ at, source }) => {
        const image = Object.assign(new Image(), { src: source });
        await image.decode();
        return { at, image };
      }),
    );
    Object.assign(canvas, { width: images[0].image.width, height: images[0].image.height });
    show(images[0]);
  };
  let began = null;
  const play = () => {
    const shown = document.querySelector("[data-testid=step]");
    began ??= shown && performance.now();
    const now = began === null ? 0 : performance.now() - began;
    const frame = images.findLast(({ at }) => at <= now) ?? images[0];
    if (frame) show(frame);
    requestAnimationFrame(play);
  };
  const camera = navigator.mediaDevices.getUserMedia.bind(navigator.mediaDevices);
  navigator.mediaDevices.getUserMedia = async (wanted) => {
    if (wanted.video.facingMode.ideal !== "user") return camera(wanted);
    context.fillRect(0, 0, canvas.width, canvas.height);
    requestAnimationFrame(play);
    return canvas.captureStream(30);
  };
}

/**
 * Puts a performer before the cameras of `page` that look at people. `follow(steps)` says which steps
 * they follow when these are asked for.
 */
export async function perform(page, { portrait, seed = 1, follow = (steps) => steps }) {
  await page.addInitScript(install);
  await page.route("**/challenge", async (route) => {
    const response = await route.fetch();
    const { steps } = await response.json();
    const frames = reel(follow(steps), portrait, seed);
    await page.evaluate((frames) => window.loadReel(frames), frames);
    await route.fulfill({ response });
  });
}
