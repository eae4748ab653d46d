// What a phone has to load and how soon it can begin, measured in the browser against the real server.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { startBrowser } from "../harness/browser.mjs";
import { startMerchant } from "../harness/merchant.mjs";
import { Visitor } from "../harness/visitor.mjs";

/** Bytes as they travel, with their headers. */
const PAGE_BYTES = 100_000;
const LOADER_BYTES = 15_000;
const CAMERA_BYTES = 6_000_000;
/** On a phone with a processor so many times slower; the best of these loads, as others may keep this one busy. */
const SLOWER = 4;
const LOADS = 5;
const READY_MS = 1000;

let merchant;
let browser;
before(async () => {
  [merchant, browser] = await Promise.all([startMerchant(), startBrowser()]);
});
after(async () => {
  await browser.stop();
  assert.equal(await merchant.stop(), 0);
});

/** Everything that the page and its workers receive from now on: `{ bytes(), names() }`. */
function weigh(page) {
  const weighed = new Map();
  page.on("requestfinished", (request) => {
    if (request.url().startsWith(merchant.server.url)) weighed.set(request.url(), request.sizes());
  });
  return {
    async bytes() {
      const sizes = await Promise.all(weighed.values());
      return sizes.reduce((sum, size) => sum + size.responseHeadersSize + size.responseBodySize, 0);
    },
    names: () => [...weighed.keys()].map((address) => new URL(address).pathname),
  };
}

test("the first screen is light", async (t) => {
  const { url } = await merchant.createSession();
  const page = await browser.newPage();
  const load = weigh(page);
  await page.goto(url, { waitUntil: "networkidle" });
  await page.getByTestId("begin").waitFor();
  const bytes = await load.bytes();
  t.diagnostic(`${bytes} bytes in ${load.names().length} answers`);
  assert.ok(load.names().some((name) => name.endsWith(".js")), "no script was seen");
  assert.ok(bytes <= PAGE_BYTES, `${bytes} bytes`);
});

/** In the page: presses the button in every frame until that is heard, and says when. */
function pressOnceThere() {
  let pressed = false;
  const press = () => {
    const button = document.querySelector("[data-testid=begin]");
    const heard = pressed && button?.getAttribute("aria-disabled") !== "false";
    if (heard) window.heardAt = performance.now();
    else {
      if (button?.checkVisibility()) {
        button.click();
        pressed = true;
      }
      requestAnimationFrame(press);
    }
  };
  requestAnimationFrame(press);
}

test("the first button answers within a second on a slow phone", async (t) => {
  const times = [];
  for (let load = 0; load < LOADS; load += 1) {
    const { url } = await merchant.createSession();
    const page = await browser.newPage();
    const phone = await page.context().newCDPSession(page);
    await phone.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
    await page.addInitScript(pressOnceThere);
    await page.goto(url);
    times.push(await (await page.waitForFunction(() => window.heardAt)).jsonValue());
    await page.context().close();
  }
  t.diagnostic(`milliseconds since the navigation began: ${times.map(Math.round).join(", ")}`);
  assert.ok(Math.min(...times) <= READY_MS, `${times}`);
});

test("what finds faces is loaded after the first screen, and not too large", async (t) => {
  const { url } = await merchant.createSession();
  const visitor = new Visitor(await browser.newPage(), browser);
  const { page } = visitor;
  await page.goto(url, { waitUntil: "networkidle" });
  const load = weigh(page);
  const [model, runtime] = [/face-detector\.onnx$/, /\.wasm$/].map((name) =>
    page.waitForEvent("requestfinished", (request) => name.test(request.url())),
  );
  await visitor.beginHere();
  browser.show(await browser.film({ desk: "dark" }));
  await visitor.press("Open camera");
  await page.locator('button[aria-label="Take the picture"][aria-disabled="false"]').waitFor();
  await Promise.all([model, runtime]);
  const bytes = await load.bytes();
  t.diagnostic(`${bytes} bytes in ${load.names().length} answers`);
  assert.ok(bytes <= CAMERA_BYTES, `${bytes} bytes`);
});

test("what a shop includes is light, compressed as proxies do", async (t) => {
  const response = await fetch(`${merchant.server.url}/identity.js`);
  assert.equal(response.status, 200);
  const bytes = gzipSync(Buffer.from(await response.arrayBuffer())).length;
  t.diagnostic(`${bytes} bytes`);
  assert.ok(bytes <= LOADER_BYTES, `${bytes} bytes`);
});
