// What a back end does, through a client.

import { readFileSync } from "node:fs";

const { PICTURE, REFERENCE, SESSIONS } = process.env;

export async function main(stripe) {
  const sessions = stripe.identity.verificationSessions;
  const made = [];
  while (made.length < Number(SESSIONS)) {
    made.push(await sessions.create({ type: "document", client_reference_id: REFERENCE }));
  }
  const listed = [];
  for await (const session of sessions.list({ client_reference_id: REFERENCE, limit: 1 })) listed.push(session.id);
  const session = await sessions.retrieve(made[0].id);
  const updated = await sessions.update(session.id, { metadata: { seen: "yes" } });
  const canceled = await sessions.cancel(session.id);
  const redacted = await sessions.redact(made[1].id);
  const file = await stripe.files.create({
    file: { data: readFileSync(PICTURE), name: "picture.jpg", type: "image/jpeg" },
    purpose: "dispute_evidence",
  });
  const link = await stripe.fileLinks.create({ file: file.id });
  const expired = await stripe.fileLinks.update(link.id, { expires_at: "now" });
  const endpoint = await stripe.webhookEndpoints.create({ url: "http://127.0.0.1:9/", enabled_events: ["*"] });
  const deleted = await stripe.webhookEndpoints.del(endpoint.id);
  const done = {
    listed: new Set(listed).size,
    updated: updated.metadata.seen,
    canceled: canceled.status,
    redaction: redacted.redaction.status,
    file: file.purpose,
    link: expired.expired,
    deleted: deleted.deleted,
  };
  console.log(JSON.stringify(done));
}
