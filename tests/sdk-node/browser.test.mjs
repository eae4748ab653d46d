// The hosted page in a real browser, with camera and with files, to each outcome.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "./harness/browser.mjs";
import { ANOTHER_PERSON, makeDocument, SAME_PERSON } from "./harness/documents.mjs";
import { startMerchant } from "./harness/merchant.mjs";
import { TERMINAL_EVENTS } from "./harness/receiver.mjs";
import { Visitor } from "./harness/visitor.mjs";

let merchant;
let browser;
before(async () => {
  [merchant, browser] = await Promise.all([startMerchant(), startBrowser()]);
});
after(async () => {
  await browser.stop();
  assert.equal(await merchant.stop(), 0);
});

const newVisitor = async () => new Visitor(await browser.newPage(), browser);

test("a camera, a passport and the same face end in verified", async () => {
  const { front, truth } = makeDocument({ seed: 21 });
  const { id, url } = await merchant.createSession();
  const visitor = await newVisitor();

  await visitor.begin(url);
  await visitor.showDocument("photograph", front);
  await visitor.showFace("photograph", SAME_PERSON);
  await visitor.heading("You’re verified").waitFor();

  const event = await merchant.receiver.waitFor(id, TERMINAL_EVENTS);
  assert.equal(event.type, "identity.verification_session.verified");
  const { last_verification_report: report, verified_outputs: outputs } = await merchant.results(id);
  assert.equal(report.document.number, truth.number);
  assert.deepEqual({ ...outputs.dob }, truth.dob);
});

test("a stranger's face is a mismatch, and the right face at the second try is verified", async () => {
  const { front } = makeDocument({ seed: 22 });
  const { id, url } = await merchant.createSession();
  const visitor = await newVisitor();

  await visitor.begin(url);
  await visitor.showDocument("upload", front);
  await visitor.showFace("upload", ANOTHER_PERSON);
  await visitor.heading("One more thing").waitFor();
  assert.equal(await visitor.outcome(), "selfie_face_mismatch");
  const refused = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.equal(refused.last_error.code, "selfie_face_mismatch");

  await visitor.press("Try again");
  await visitor.page.locator("[data-document=passport]").click();
  await visitor.showDocument("upload", front);
  await visitor.showFace("upload", SAME_PERSON);
  await visitor.heading("You’re verified").waitFor();
  const verified = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.equal(verified.status, "verified");
});

test("an expired passport is called expired", async () => {
  const { front } = makeDocument({ seed: 23, expired: true });
  const { id, url } = await merchant.createSession();
  const visitor = await newVisitor();

  await visitor.begin(url);
  await visitor.showDocument("upload", front);
  await visitor.showFace("upload", SAME_PERSON);
  await visitor.heading("One more thing").waitFor();
  assert.equal(await visitor.outcome(), "document_expired");
  const session = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.equal(session.last_error.code, "document_expired");
});

test("a link opens in one browser only, and looking at it spends nothing", async () => {
  const { url } = await merchant.createSession();
  const preview = await newVisitor();
  await preview.page.goto(url);
  await preview.heading("Let’s check it’s you").waitFor();

  const visitor = await newVisitor();
  await visitor.page.goto(url);
  await visitor.press("Begin");
  await visitor.heading("Your picture, your choice").waitFor();

  const latecomer = await newVisitor();
  await latecomer.page.goto(url);
  await latecomer.heading("This link was used").waitFor();
});

test("in test mode, a developer ends a session as they choose", async () => {
  const { id, url } = await merchant.createSession();
  const visitor = await newVisitor();
  await visitor.page.goto(url);
  await visitor.press("Begin");
  await visitor.heading("Your picture, your choice").waitFor();
  await visitor.page.getByText("Test mode: skip the check").click();
  await visitor.page.getByLabel("End as").selectOption("selfie_manipulated");
  await visitor.press("End the session");
  await visitor.heading("One more thing").waitFor();
  assert.equal(await visitor.outcome(), "selfie_manipulated");
  const session = await merchant.stripe.identity.verificationSessions.retrieve(id, {
    expand: ["last_verification_report"],
  });
  assert.equal(session.last_error.code, "selfie_manipulated");
  assert.equal(session.last_verification_report.selfie.error.code, "selfie_manipulated");
});

test("in test mode, a specimen that the page offers is a document to try it with", async () => {
  const { id, url } = await merchant.createSession({ selfie: false });
  const visitor = await newVisitor();
  const { page } = visitor;
  await visitor.begin(url);
  await page.getByText("Test mode: skip the check").click();
  const link = page.getByRole("link", { name: "specimen-passport-front.jpg" });
  const answer = await page.request.get(new URL(await link.getAttribute("href"), url).href);
  assert.equal(answer.headers()["content-type"], "image/jpeg");
  const picture = { name: "specimen.jpg", mimeType: "image/jpeg", buffer: await answer.body() };
  await visitor.upload(picture);
  await visitor.heading("You’re verified").waitFor();
  const session = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.equal(session.status, "verified");
});
