// Files that people choose: what of them arrives, and what happens when the connection is lost.

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { startBrowser } from "../harness/browser.mjs";
import { makeDocument } from "../harness/documents.mjs";
import { startMerchant } from "../harness/merchant.mjs";
import { temporaryFolder } from "../harness/server.mjs";
import { Visitor } from "../harness/visitor.mjs";

const START_OF_JPEG = 2;
const PLACE = "52.5200N 13.4050E";

let merchant;
let browser;
before(async () => {
  [merchant, browser] = await Promise.all([startMerchant(), startBrowser()]);
});
after(async () => {
  await browser.stop();
  assert.equal(await merchant.stop(), 0);
});

/** A JPEG with Exif data that says how it was held and where, and with a comment. */
function told(jpeg, orientation) {
  const segment = (marker, body) => {
    const head = Buffer.from([0xff, marker, 0, 0]);
    head.writeUInt16BE(body.length + 2, 2);
    return Buffer.concat([head, body]);
  };
  const entry = Buffer.from([0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0]);
  const directory = Buffer.concat([Buffer.from([8, 0, 0, 0, 1, 0]), entry, Buffer.alloc(4)]);
  const exif = Buffer.concat([Buffer.from("Exif\0\0II*\0"), directory, Buffer.from(PLACE)]);
  const added = [segment(0xe1, exif), segment(0xfe, Buffer.from("taken at home"))];
  return Buffer.concat([jpeg.subarray(0, START_OF_JPEG), ...added, jpeg.subarray(START_OF_JPEG)]);
}

/** A file to choose. */
function fileOf(bytes) {
  const path = join(temporaryFolder("photo"), "photo.jpg");
  writeFileSync(path, bytes);
  return path;
}

/** Verifies with this file of a passport, and gives back what arrived of it. */
async function sent(t, path) {
  const { id, url } = await merchant.createSession({ selfie: false });
  const page = await browser.newPage();
  t.after(() => page.context().close());
  const visitor = new Visitor(page, browser);
  await visitor.begin(url);
  await visitor.showDocument("upload", path);
  await visitor.heading("You’re verified").waitFor();
  const { last_verification_report: report } = await merchant.results(id);
  const [file] = report.document.files;
  const response = await fetch(`${merchant.server.url}/v1/files/${file}/contents`, {
    headers: { Authorization: `Bearer ${merchant.server.keys.restricted}` },
  });
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
}

/** How large a picture is that a browser shows, and the same turned a quarter to the left, as JPEG. */
async function seen(jpeg) {
  const page = await browser.newPage();
  const result = await page.evaluate(async (source) => {
    const image = Object.assign(new Image(), { src: source });
    await image.decode();
    const canvas = document.createElement("canvas");
    Object.assign(canvas, { width: image.height, height: image.width });
    const context = canvas.getContext("2d");
    context.translate(0, image.width);
    context.rotate(-Math.PI / 2);
    context.drawImage(image, 0, 0);
    return { width: image.width, height: image.height, turned: canvas.toDataURL("image/jpeg", 0.95) };
  }, `data:image/jpeg;base64,${jpeg.toString("base64")}`);
  await page.context().close();
  return { ...result, turned: Buffer.from(result.turned.split(",")[1], "base64") };
}

test("a photo arrives byte for byte, but for what it told of place and time", async (t) => {
  const original = readFileSync(makeDocument({ seed: 41 }).front);
  const arrived = await sent(t, fileOf(told(original, 1)));
  assert.ok(arrived.equals(original));
});

test("a photo that only its metadata holds upright arrives upright, without them", async (t) => {
  const original = readFileSync(makeDocument({ seed: 42 }).front);
  const { width, height, turned } = await seen(original);
  const arrived = await sent(t, fileOf(told(turned, 6)));
  assert.ok(!arrived.includes(PLACE) && !arrived.includes("Exif"));
  const upright = await seen(arrived);
  assert.deepEqual([upright.width, upright.height], [width, height]);
});

test("a picture waits for the connection, and goes on by itself", async (t) => {
  const { front } = makeDocument({ seed: 43 });
  const { url } = await merchant.createSession();
  const page = await browser.newPage();
  t.after(() => page.context().close());
  const visitor = new Visitor(page, browser);
  await visitor.begin(url);
  await page.locator("input[type=file]").setInputFiles(front);
  await visitor.heading("Readable?").waitFor();
  await page.context().setOffline(true);
  await visitor.press("Use it");
  await page.getByText("The connection is lost.").waitFor();
  await page.context().setOffline(false);
  await visitor.heading("Now your face").waitFor();
});
