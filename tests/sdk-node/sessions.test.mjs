// Sessions without a person: create, update, list, cancel, files, and what is refused.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { makeDocument } from "./harness/documents.mjs";
import { startMerchant } from "./harness/merchant.mjs";
import { stripeClient } from "./harness/server.mjs";

let merchant;
let sessions;
before(async () => {
  merchant = await startMerchant();
  sessions = merchant.stripe.identity.verificationSessions;
});
after(async () => {
  assert.equal(await merchant.stop(), 0);
});

test("what was asked for is what is retrieved", async () => {
  const created = await sessions.create({
    type: "document",
    client_reference_id: "order 1&2",
    metadata: { basket: "ä=b&c" },
    options: { document: { allowed_types: ["passport", "id_card"], require_matching_selfie: true } },
  });
  assert.match(created.client_secret, new RegExp(`^${created.id}_secret_`));
  assert.ok(created.url.startsWith(merchant.server.url));
  const retrieved = await sessions.retrieve(created.id);
  assert.deepEqual(retrieved.metadata, { basket: "ä=b&c" });
  assert.equal(retrieved.client_reference_id, "order 1&2");
  assert.deepEqual(retrieved.options.document.allowed_types, ["passport", "id_card"]);
  assert.equal(retrieved.livemode, false);
  assert.ok(!("verified_outputs" in retrieved));
});

test("metadata is merged and cleared key by key", async () => {
  const { id } = await sessions.create({ type: "document", metadata: { a: "1", b: "2" } });
  const updated = await sessions.update(id, { metadata: { a: "", c: "3" } });
  assert.deepEqual(updated.metadata, { b: "2", c: "3" });
});

test("a list pages from the newest to the oldest", async () => {
  const created = [];
  for (let index = 0; index < 5; index += 1) {
    created.push((await sessions.create({ type: "document", client_reference_id: "paged" })).id);
  }
  const listed = [];
  for await (const session of sessions.list({ client_reference_id: "paged", limit: 2 })) listed.push(session.id);
  assert.deepEqual(listed, created.reverse());
});

test("a cancelled session stays cancelled", async () => {
  const { id } = await sessions.create({ type: "document" });
  const cancelled = await sessions.cancel(id);
  assert.equal(cancelled.status, "canceled");
  assert.equal(cancelled.url, null);
  await assert.rejects(sessions.cancel(id), { type: "StripeInvalidRequestError" });
});

test("a person's picture is theirs alone", async () => {
  const { front } = makeDocument({ seed: 16 });
  const [mine, theirs] = await Promise.all([merchant.createSession(), merchant.createSession()]);
  const [me, they] = await Promise.all([merchant.personFor(mine.id), merchant.personFor(theirs.id)]);
  await Promise.all([me.consent(), they.consent()]);
  const file = await me.upload(front, "front");
  await assert.rejects(
    they.postData({ "[id_document_front][high_res_image]": file, "[id_document_front][upload_method]": "file_upload" }),
    /resource_missing/,
  );
});

test("a picture counts for nothing before consent", async () => {
  const { front } = makeDocument({ seed: 16 });
  const { id } = await merchant.createSession();
  const person = await merchant.personFor(id);
  const file = await person.upload(front, "front");
  await assert.rejects(
    person.postData({ "[id_document_front][high_res_image]": file, "[id_document_front][upload_method]": "file_upload" }),
    /biometric_consent/,
  );
});

test("errors arrive as the SDK's classes", async () => {
  await assert.rejects(sessions.retrieve("vs_doesnotexist"), {
    type: "StripeInvalidRequestError",
    code: "resource_missing",
    statusCode: 404,
  });
  await assert.rejects(sessions.create({ type: "document", colour: "blue" }), {
    type: "StripeInvalidRequestError",
    code: "parameter_unknown",
    param: "colour",
  });
  await assert.rejects(
    stripeClient(merchant.server.url, "sk_test_wrong").identity.verificationSessions.list(),
    { type: "StripeAuthenticationError" },
  );
  const options = { idempotencyKey: "order-4711" };
  const first = await sessions.create({ type: "document" }, options);
  assert.equal((await sessions.create({ type: "document" }, options)).id, first.id);
  await assert.rejects(sessions.create({ type: "document", client_reference_id: "other" }, options), {
    type: "StripeIdempotencyError",
  });
});
