// Verifications from session to result, as a back end with the official Node SDK sees them.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { ANOTHER_PERSON, makeDocument, SAME_PERSON, spellings, unmarked } from "./harness/documents.mjs";
import { startMerchant } from "./harness/merchant.mjs";

let merchant;
before(async () => {
  merchant = await startMerchant();
});
after(async () => {
  assert.equal(await merchant.stop(), 0);
});

test("a passport and the same face are verified", async () => {
  const { front, truth } = makeDocument({ seed: 11 });
  const created = await merchant.createSession({ metadata: { user: "17" } });
  assert.equal(created.status, "requires_input");

  const { answer, session } = await merchant.finish(created.id, { front, selfie: SAME_PERSON });

  assert.equal(answer.submitted, true);
  assert.equal(answer.closed, true);
  assert.equal(session.status, "verified");
  assert.equal(session.last_error, null);
  assert.equal(session.url, null);
  assert.deepEqual(session.metadata, { user: "17" });

  const { verified_outputs: outputs, last_verification_report: report } = await merchant.results(created.id);
  assert.equal(report.document.status, "verified");
  assert.equal(report.selfie.status, "verified");
  assert.equal(report.document.type, "passport");
  assert.equal(report.document.number, truth.number);
  assert.ok(spellings(truth, "first_name").map(unmarked).includes(unmarked(outputs.first_name)), outputs.first_name);
  assert.ok(spellings(truth, "last_name").map(unmarked).includes(unmarked(outputs.last_name)), outputs.last_name);
  assert.deepEqual({ ...outputs.dob }, truth.dob);
  assert.deepEqual({ ...report.document.expiration_date }, truth.expiration_date);
});

test("an identity card is read from both sides", async () => {
  const { front, back, truth } = makeDocument({ kind: "id_card", seed: 12 });
  const created = await merchant.createSession();
  const { session } = await merchant.finish(created.id, { front, back, selfie: SAME_PERSON });
  assert.equal(session.status, "verified", JSON.stringify(session.last_error));
  const { last_verification_report: report } = await merchant.results(created.id);
  assert.equal(report.document.type, "id_card");
  assert.equal(report.document.number, truth.number);
});

test("another face is a mismatch, and the same session succeeds at the next try", async () => {
  const { front } = makeDocument({ seed: 13 });
  const created = await merchant.createSession();

  const first = await merchant.finish(created.id, { front, selfie: ANOTHER_PERSON });
  assert.equal(first.session.status, "requires_input");
  assert.equal(first.session.last_error.code, "selfie_face_mismatch");
  assert.ok(first.session.last_error.reason);

  const second = await merchant.finish(created.id, { front, selfie: SAME_PERSON });
  assert.equal(second.session.status, "verified");
  const reports = await merchant.stripe.identity.verificationReports.list({ verification_session: created.id });
  assert.deepEqual(
    reports.data.map((report) => report.id),
    [second.session.last_verification_report, first.session.last_verification_report],
  );
});

test("an expired passport is refused as expired", async () => {
  const { front } = makeDocument({ seed: 14, expired: true });
  const created = await merchant.createSession();
  const { session } = await merchant.finish(created.id, { front, selfie: SAME_PERSON });
  assert.equal(session.status, "requires_input");
  assert.equal(session.last_error.code, "document_expired");
});
