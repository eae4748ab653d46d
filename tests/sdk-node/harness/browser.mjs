// Debian's Chromium with a fake camera whose picture a test can change.

import { renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { drawClip } from "./clips.mjs";
import { temporaryFolder } from "./server.mjs";

const PHONE = { width: 390, height: 844 };

/** What Chromium is told of cameras: one that plays `video`, the same behind a refusal, or none. */
const CAMERAS = {
  allowed: (video) => [
    "--use-fake-ui-for-media-stream",
    "--use-fake-device-for-media-stream",
    `--use-file-for-fake-video-capture=${video}`,
  ],
  refused: () => ["--deny-permission-prompts", "--use-fake-device-for-media-stream"],
  missing: () => ["--use-fake-ui-for-media-stream"],
};

/**
 * Starts the browser. `point(picture)` puts a picture before the camera, for the next time a page
 * opens it, `film(scene)` draws a clip and `show(clip)` puts that there; `newPage()` is a fresh phone
 * that never saw the site, `flags` are Chromium's own.
 */
export async function startBrowser({ camera = "allowed", flags = [] } = {}) {
  const video = join(temporaryFolder("camera"), "camera.mjpeg");
  writeFileSync(video, "");
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    // Chromium refuses its sandbox to root, which is what containers run as.
    chromiumSandbox: process.getuid() !== 0,
    args: [...CAMERAS[camera](video), ...flags],
  });
  const film = (scene) => drawClip(browser, scene);
  const show = ({ bytes }) => {
    // In one step, so that an open camera never sees half a file.
    writeFileSync(`${video}.next`, bytes);
    renameSync(`${video}.next`, video);
  };
  return {
    film,
    show,
    point: async (picture) => show(await film({ picture })),
    async newPage(options = {}) {
      const permissions = camera === "allowed" ? ["camera"] : [];
      const context = await browser.newContext({ viewport: PHONE, permissions, ...options });
      return context.newPage();
    },
    stop: () => browser.close(),
  };
}
