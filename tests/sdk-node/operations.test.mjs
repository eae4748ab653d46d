// Every operation of Stripe Identity and of what goes with it, each by the SDK's own method.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { startMerchant } from "./harness/merchant.mjs";
import { API_VERSION } from "./harness/person.mjs";
import { TERMINAL_EVENTS } from "./harness/receiver.mjs";

const STRIPE = JSON.parse(readFileSync(new URL("../../crates/contract/stripe.json", import.meta.url), "utf8"));
const EVERY_OPERATION = Object.entries(STRIPE.paths).flatMap(([path, item]) =>
  Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
);
const named = (name) => `identity.verification_session.${name}`;

let merchant;
let stripe;
before(async () => {
  merchant = await startMerchant();
  ({ stripe } = merchant);
});
after(async () => {
  assert.equal(await merchant.stop(), 0);
});

/** A session that ended as a developer chose, and whose end was delivered. */
async function ended(outcome) {
  const { id } = await merchant.createSession();
  const key = await stripe.ephemeralKeys.create({ verification_session: id }, { apiVersion: API_VERSION });
  const after = merchant.receiver.deliveries.length;
  const settled = await fetch(`${merchant.server.url}/v1/identity/verification_pages/${id}/testing/${outcome}`, {
    method: "POST",
    headers: { Authorization: `Bearer ${key.secret}` },
  });
  assert.equal(settled.status, 200);
  await merchant.receiver.waitFor(id, TERMINAL_EVENTS, { after });
  return stripe.identity.verificationSessions.retrieve(id);
}

test("sessions are updated, listed and redacted", async () => {
  const sessions = stripe.identity.verificationSessions;
  const session = await ended("unverify");
  const updated = await sessions.update(session.id, {
    type: "id_number",
    options: { document: { require_live_capture: true } },
    provided_details: { email: "a@example.org", phone: "" },
    expand: ["provided_details"],
  });
  assert.equal(updated.type, "id_number");
  assert.deepEqual({ ...updated.provided_details }, { email: "a@example.org" });
  const open = await sessions.list({
    status: "requires_input",
    created: { gte: session.created },
    expand: ["data.last_verification_report"],
  });
  const listed = open.data.find((other) => other.id === session.id);
  assert.equal(listed.last_verification_report.document.status, "unverified");
  const redacted = await sessions.redact(session.id);
  assert.equal(redacted.status, "canceled");
  assert.match(redacted.redaction.status, /^(processing|redacted)$/);
  const { id } = await merchant.createSession();
  assert.equal((await sessions.cancel(id)).status, "canceled");
});

test("reports are retrieved, and listed both ways", async () => {
  const reports = stripe.identity.verificationReports;
  const newest = [];
  for (let index = 0; index < 3; index += 1) newest.unshift((await ended("verify")).last_verification_report);
  const page = await reports.list({ type: "document", limit: 2 });
  assert.deepEqual(page.data.map((report) => report.id), newest.slice(0, 2));
  const back = [];
  for await (const report of reports.list({ ending_before: newest[2], limit: 1 })) back.push(report.id);
  assert.deepEqual(back, newest.slice(0, 2).reverse());
  const report = await reports.retrieve(newest[0]);
  assert.equal(report.document.status, "verified");
  assert.ok(!("dob" in report.document));
});

test("files and their links", async () => {
  const created = await stripe.files.create({
    purpose: "dispute_evidence",
    file: { data: Buffer.from("%PDF-1.4 evidence"), name: "a.pdf", type: "application/pdf" },
    file_link_data: { create: true, metadata: { case: "7" } },
  });
  assert.equal(created.type, "pdf");
  const shown = await stripe.files.retrieve(created.id, { expand: ["links"] });
  assert.deepEqual({ ...shown.links.data[0].metadata }, { case: "7" });
  const listed = await stripe.files.list({ purpose: "dispute_evidence" });
  assert.ok(listed.data.some((file) => file.id === created.id));

  const link = await stripe.fileLinks.create({ file: created.id });
  assert.equal(await (await fetch(link.url)).text(), "%PDF-1.4 evidence");
  const links = await stripe.fileLinks.list({ file: created.id });
  assert.deepEqual(links.data.map((other) => other.id), [link.id, shown.links.data[0].id]);
  const over = await stripe.fileLinks.update(link.id, { expires_at: "now" });
  assert.deepEqual([over.expired, over.url], [true, null]);
  const full = await stripe.fileLinks.retrieve(link.id, { expand: ["file"] });
  assert.equal(full.file.id, created.id);
  assert.equal((await fetch(link.url)).status, 404);
});

test("events are filtered by patterns", async () => {
  const session = await ended("verify");
  const verified = await stripe.events.list({ type: "identity.*.verified" });
  assert.deepEqual([...new Set(verified.data.map((event) => event.type))], [named("verified")]);
  assert.equal(verified.data[0].data.object.id, session.id);
  const either = await stripe.events.list({ types: [named("created"), named("processing")], limit: 4 });
  assert.deepEqual(new Set(either.data.map((event) => event.type)), new Set([named("created"), named("processing")]));
  assert.equal((await stripe.events.retrieve(verified.data[0].id)).type, named("verified"));
  await assert.rejects(stripe.events.list({ type: "*", types: ["*"] }), { code: "parameters_exclusive" });
});

test("endpoints and keys from creation to their end", async () => {
  const endpoints = stripe.webhookEndpoints;
  const created = await endpoints.create({ url: "https://a.example/hook", enabled_events: ["*"] });
  assert.match(created.secret, /^whsec_/);
  assert.ok(!("secret" in (await endpoints.retrieve(created.id))));
  const changed = await endpoints.update(created.id, { disabled: true, description: "old" });
  assert.deepEqual([changed.status, changed.description], ["disabled", "old"]);
  const listed = await endpoints.list();
  assert.ok(listed.data.some((endpoint) => endpoint.id === created.id));
  assert.equal((await endpoints.del(created.id)).deleted, true);
  await assert.rejects(endpoints.retrieve(created.id), { code: "resource_missing" });

  const { id } = await merchant.createSession();
  const key = await stripe.ephemeralKeys.create({ verification_session: id }, { apiVersion: API_VERSION });
  assert.match(key.secret, /^ek_test_/);
  assert.equal((await stripe.ephemeralKeys.del(key.id)).id, key.id);
});

/** What the server's log has no good answer of. */
function leftOut() {
  const answered = new Set();
  // The last line may be half written.
  for (const line of readFileSync(merchant.server.log, "utf8").split("\n").slice(0, -1)) {
    const { fields } = JSON.parse(line);
    if (fields?.message === "answered" && fields.status === 200) answered.add(`${fields.method} ${fields.route}`);
  }
  return EVERY_OPERATION.filter((operation) => !answered.has(operation));
}

test("no operation was left out", async () => {
  // The log comes after the answers, by a moment.
  const end = Date.now() + 10_000;
  while (leftOut().length > 0 && Date.now() < end) await setImmediate();
  assert.deepEqual(leftOut(), []);
});
