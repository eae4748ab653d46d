// A challenge before the page's camera, followed and not followed.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "./harness/browser.mjs";
import { makeDocument, SAME_PERSON } from "./harness/documents.mjs";
import { startMerchant } from "./harness/merchant.mjs";
import { perform } from "./harness/performer.mjs";
import { inspect } from "./harness/screens.mjs";
import { Visitor } from "./harness/visitor.mjs";

let merchant;
let browser;
before(async () => {
  // As everybody starts it: the challenge is what test mode asks for.
  [merchant, browser] = await Promise.all([startMerchant(null, [], {}), startBrowser()]);
});
after(async () => {
  await browser.stop();
  assert.equal(await merchant.stop(), 0);
});

/** Somebody who shows a passport, and how they act before the camera. */
async function attempt(acting) {
  const { front } = makeDocument({ seed: 24 });
  const { id, url } = await merchant.createSession();
  const page = await browser.newPage();
  await perform(page, { portrait: SAME_PERSON, ...acting });
  const visitor = new Visitor(page, browser);
  await visitor.begin(url);
  await visitor.showDocument("upload", front);
  await visitor.heading("Now your face").waitFor();
  await visitor.press("Open camera");
  await page.locator('button[aria-label="Start"][aria-disabled="false"]').click();
  return { id, visitor };
}

test("who follows the challenge is verified", async () => {
  const { id, visitor } = await attempt({ seed: 5 });
  await visitor.heading(/You’re verified|One more thing/).waitFor();
  const session = await merchant.restricted.identity.verificationSessions.retrieve(id, {
    expand: ["last_verification_report", "last_verification_report.evidence"],
  });
  const { evidence } = session.last_verification_report;
  const failed = evidence.findings.filter(({ passed, advisory }) => !passed && !advisory);
  assert.equal(session.status, "verified", JSON.stringify(failed));
  assert.equal(evidence.liveness, "challenge");
});

test("a clip of another challenge is not, and nobody is told why", async () => {
  const other = (steps) => steps.map((step, at) => (at === 0 ? step : (steps[at + 1] ?? steps[1])));
  const { id, visitor } = await attempt({ seed: 6, follow: other });
  await visitor.heading("One more thing").waitFor();
  const session = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.match(session.last_error.code, /^selfie_(unverified_other|manipulated)$/);
  assert.doesNotMatch(session.last_error.reason, /challenge|turn|move/i);
});

test("what is asked for can be read before, and with the camera open", async () => {
  const { front } = makeDocument({ seed: 24 });
  const { url } = await merchant.createSession();
  const visitor = new Visitor(await browser.newPage({ locale: "en" }), browser);
  await visitor.begin(url);
  await visitor.showDocument("upload", front);
  await visitor.heading("Now your face").waitFor();
  await inspect(visitor.page, "challenge");
  browser.show(await browser.film({ desk: "light" }));
  await visitor.press("Open camera");
  await visitor.page.locator('button[aria-label="Start"][aria-disabled="false"]').waitFor();
  await inspect(visitor.page, "challenge-camera");
});
