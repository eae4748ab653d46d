// Debian's Chromium with a fake camera whose picture a test can change.

import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { temporaryFolder } from "./server.mjs";

const PHONE = { width: 390, height: 844 };
const FRAME = { width: 1920, height: 1080 };
// Chromium plays the file in a loop; a second's worth keeps it from reopening all the time.
const FRAMES_IN_FILE = 30;

/** One camera picture, as JPEG: `picture` whole and centred on a dark desk. */
async function drawFrame(browser, picture) {
  const page = await browser.newPage();
  const type = picture.endsWith(".png") ? "image/png" : "image/jpeg";
  const source = `data:${type};base64,${readFileSync(picture).toString("base64")}`;
  const drawn = await page.evaluate(
    async ({ source, width, height }) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      const canvas = Object.assign(document.createElement("canvas"), { width, height });
      const context = canvas.getContext("2d");
      context.fillStyle = "#2b2f36";
      context.fillRect(0, 0, width, height);
      const scale = Math.min(width / image.width, height / image.height);
      const [wide, high] = [image.width * scale, image.height * scale];
      context.drawImage(image, (width - wide) / 2, (height - high) / 2, wide, high);
      return canvas.toDataURL("image/jpeg", 0.95);
    },
    { source, ...FRAME },
  );
  await page.close();
  return Buffer.from(drawn.split(",")[1], "base64");
}

/**
 * Starts the browser. `point(picture)` puts a picture before the camera, for the next time a page
 * opens it; `newPage()` is a fresh phone that never saw the site.
 */
export async function startBrowser() {
  const video = join(temporaryFolder("camera"), "camera.mjpeg");
  writeFileSync(video, "");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Chromium refuses its sandbox to root, which is what containers run as.
    chromiumSandbox: process.getuid() !== 0,
    args: [
      "--use-fake-ui-for-media-stream",
      "--use-fake-device-for-media-stream",
      `--use-file-for-fake-video-capture=${video}`,
    ],
  });
  return {
    async point(picture) {
      const frame = await drawFrame(browser, picture);
      // In one step, so that an open camera never sees half a file.
      writeFileSync(`${video}.next`, Buffer.concat(Array(FRAMES_IN_FILE).fill(frame)));
      renameSync(`${video}.next`, video);
    },
    async newPage() {
      const context = await browser.newContext({ viewport: PHONE, permissions: ["camera"] });
      return context.newPage();
    },
    stop: () => browser.close(),
  };
}
