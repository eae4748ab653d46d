// The page's camera takes pictures by itself of what is held before it, and of nothing else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "../harness/browser.mjs";
import { held } from "../harness/clips.mjs";
import { makeDocument, SAME_PERSON } from "../harness/documents.mjs";
import { startMerchant } from "../harness/merchant.mjs";
import { inspect } from "../harness/screens.mjs";
import { Visitor } from "../harness/visitor.mjs";

/** From "Begin" to "You’re verified", with a person who reads nothing. */
const ALLOWED_MS = 25_000;

/** Where a photographed passport is whole, with room around it. */
const PASSPORT = { x: 0.5, y: 0.5, size: 0.66 };
/** Where the face of SAME_PERSON is in the middle of the camera's picture. */
const FACE = { x: 0.465, y: 1.286, size: 0.871 };

let merchant;
let browser;
before(async () => {
  [merchant, browser] = await Promise.all([startMerchant(), startBrowser()]);
});
after(async () => {
  await browser.stop();
  assert.equal(await merchant.stop(), 0);
});

const hint = (page) => page.getByText("You can also press the button.");

/** Somebody with a phone that never saw the site; an open camera would go on with what it shows. */
async function visitorFor(t, phone = browser) {
  const page = await phone.newPage();
  t.after(() => page.context().close());
  return new Visitor(page, phone);
}

/** Such a person at the screen before the camera. */
async function standing(t, { phone = browser, document = "passport" } = {}) {
  const { url } = await merchant.createSession();
  const visitor = await visitorFor(t, phone);
  await visitor.begin(url, document);
  return visitor;
}

test("who presses no shutter is verified, and soon", async (t) => {
  const { front } = makeDocument({ seed: 31 });
  const seconds = 4;
  const passport = await browser.film({ picture: front, place: PASSPORT, moves: held(seconds), seconds });
  const face = await browser.film({ picture: SAME_PERSON, place: FACE, moves: held(seconds), seconds });
  const { id, url } = await merchant.createSession();
  const visitor = await visitorFor(t);
  await visitor.page.goto(url);
  await visitor.heading("Let’s check it’s you").waitFor();

  const began = performance.now();
  await visitor.beginHere();
  browser.show(passport);
  await visitor.press("Open camera");
  await visitor.heading("Readable?").waitFor();
  await visitor.press("Use it");
  await visitor.heading("Now your face").waitFor();
  browser.show(face);
  await visitor.press("Open camera");
  await visitor.heading("Is your face clear?").waitFor();
  await visitor.press("Use it");
  await visitor.heading("You’re verified").waitFor();
  const took = performance.now() - began;

  t.diagnostic(`from "Begin" to "You’re verified": ${(took / 1000).toFixed(1)} s`);
  assert.ok(took <= ALLOWED_MS, `${took} ms`);
  const session = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.equal(session.status, "verified");
});

for (const desk of ["dark", "light", "wood"]) {
  test(`a card in the hand over a desk that is ${desk} is taken, and shown laid flat`, async (t) => {
    const { front } = makeDocument({ kind: "id_card", seed: 32, degrade: "none" });
    const place = { x: 0.5, y: 0.5, size: 0.6 };
    const clip = await browser.film({ picture: front, desk, place, moves: held(4), seconds: 4 });
    const visitor = await standing(t, { document: "id_card" });
    browser.show(clip);
    await visitor.press("Open camera");
    await visitor.heading("Readable?").waitFor();
    const picture = visitor.page.getByAltText("The picture you took");
    await picture.evaluate((image) => image.decode());
    const shape = await picture.evaluate(({ naturalWidth, naturalHeight }) => naturalWidth / naturalHeight);
    assert.ok(Math.abs(shape - 1.586) < 0.06, `${shape}`);
  });

  test(`an empty desk that is ${desk} is not taken, and the button is named`, async (t) => {
    const clip = await browser.film({ desk, moves: held(4), seconds: 4 });
    const visitor = await standing(t);
    browser.show(clip);
    await visitor.press("Open camera");
    await hint(visitor.page).waitFor();
    assert.equal(await visitor.page.locator("dialog .found").count(), 0);
    assert.equal(await visitor.heading("Readable?").count(), 0);
  });
}

test("a face that is too small is asked closer, and not taken", async (t) => {
  const small = { x: 0.5, y: 0.62, size: 0.25 };
  const face = await browser.film({ picture: SAME_PERSON, place: small, moves: held(4), seconds: 4 });
  const { front } = makeDocument({ seed: 31 });
  const visitor = await standing(t);
  await visitor.showDocument("upload", front);
  await visitor.heading("Now your face").waitFor();
  browser.show(face);
  await visitor.press("Open camera");
  await visitor.page.getByText("Come closer").waitFor();
  await hint(visitor.page).waitFor();
  assert.equal(await visitor.heading("Is your face clear?").count(), 0);
});

test("where faces can't be found by the page, the button takes the picture", async (t) => {
  const face = await browser.film({ picture: SAME_PERSON, place: FACE });
  const { front } = makeDocument({ seed: 31 });
  const { url } = await merchant.createSession();
  const visitor = await visitorFor(t);
  let refused = 0;
  await visitor.page.context().route(/face-detector/, (route) => {
    refused += 1;
    return route.abort();
  });
  await visitor.begin(url);
  await visitor.showDocument("upload", front);
  await visitor.heading("Now your face").waitFor();
  browser.show(face);
  await visitor.press("Open camera");
  await visitor.page.getByText("Put your face in the oval and look ahead").waitFor();
  await hint(visitor.page).waitFor();
  await visitor.press("Take the picture");
  await visitor.heading("Is your face clear?").waitFor();
  assert.equal(refused, 1);
});

const TROUBLES = {
  refused: /The camera is blocked for this page/,
  missing: /We can’t find a camera/,
};

for (const [camera, words] of Object.entries(TROUBLES)) {
  test(`a camera that is ${camera} says so, and files are taken instead`, async (t) => {
    const phone = await startBrowser({ camera });
    t.after(() => phone.stop());
    const visitor = await standing(t, { phone });
    await visitor.press("Open camera");
    await visitor.page.getByText(words).waitFor();
    await inspect(visitor.page, `camera-${camera}`);
    const { front } = makeDocument({ seed: 31 });
    await visitor.showDocument("upload", front);
    await visitor.heading("Now your face").waitFor();
  });
}
