// Deliveries: signed so that the SDK accepts them, and in order.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { makeDocument, SAME_PERSON } from "./harness/documents.mjs";
import { startMerchant } from "./harness/merchant.mjs";

let merchant;
before(async () => {
  merchant = await startMerchant();
});
after(async () => {
  assert.equal(await merchant.stop(), 0);
});

test("each step is announced once, in order and signed", async () => {
  const { front } = makeDocument({ seed: 15 });
  const { id } = await merchant.createSession();
  await merchant.finish(id, { front, selfie: SAME_PERSON });

  const events = merchant.receiver.verified(merchant.webhookSecret).filter((event) => event.data.object.id === id);
  assert.deepEqual(
    events.map((event) => event.type),
    ["created", "processing", "verified"].map((name) => `identity.verification_session.${name}`),
  );
  for (const event of events) {
    assert.ok(!("verified_outputs" in event.data.object));
    assert.equal((await merchant.stripe.events.retrieve(event.id)).type, event.type);
  }
});

test("another secret does not open a delivery", () => {
  assert.ok(merchant.receiver.deliveries.length > 0);
  assert.throws(() => merchant.receiver.verified(`whsec_${"0".repeat(32)}`), { type: "StripeSignatureVerificationError" });
});

test("a refused delivery comes again", async () => {
  merchant.receiver.refuseWith.push(500);
  const { id } = await merchant.createSession();
  await merchant.receiver.waitFor(id, ["identity.verification_session.created"]);
  assert.deepEqual(merchant.receiver.refuseWith, []);
});
