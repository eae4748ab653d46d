// The back end of somebody who uses the server: SDK clients, one webhook endpoint, sessions.

import { API_VERSION, Person } from "./person.mjs";
import { startReceiver, TERMINAL_EVENTS } from "./receiver.mjs";
import { startServer, stripeClient } from "./server.mjs";

const EVENTS = ["created", "processing", "verified", "requires_input", "canceled"].map(
  (name) => `identity.verification_session.${name}`,
);
const SENSITIVE_RESULTS = [
  "verified_outputs",
  "verified_outputs.dob",
  "last_verification_report",
  "last_verification_report.document.dob",
  "last_verification_report.document.number",
  "last_verification_report.document.expiration_date",
];

/** A server, a receiver and the SDK clients of the merchant who uses both; with what `startServer` takes. */
export async function startMerchant(...asked) {
  const [server, receiver] = await Promise.all([startServer(...asked), startReceiver()]);
  const stripe = stripeClient(server.url, server.keys.secret);
  const restricted = stripeClient(server.url, server.keys.restricted);
  const endpoint = await stripe.webhookEndpoints.create({ url: receiver.url, enabled_events: EVENTS });

  return {
    server,
    receiver,
    stripe,
    restricted,
    webhookSecret: endpoint.secret,
    createSession({ selfie = true, ...parameters } = {}) {
      const options = selfie ? { document: { require_matching_selfie: true } } : {};
      return stripe.identity.verificationSessions.create({ type: "document", options, ...parameters });
    },
    /** What a back end hands to its app: an ephemeral key for one session. */
    async personFor(session) {
      const key = await stripe.ephemeralKeys.create({ verification_session: session }, { apiVersion: API_VERSION });
      return new Person(server.url, session, key.secret);
    },
    /** Lets a person complete the session and waits for the webhook that ends it. */
    async finish(session, pictures) {
      const after = receiver.deliveries.length;
      const person = await this.personFor(session);
      const answer = await person.complete(pictures);
      await receiver.waitFor(session, TERMINAL_EVENTS, { after });
      return { answer, session: await stripe.identity.verificationSessions.retrieve(session) };
    },
    /** The session with everything that a restricted key may see. */
    results(session) {
      return restricted.identity.verificationSessions.retrieve(session, { expand: SENSITIVE_RESULTS });
    },
    async stop() {
      const status = await server.stop();
      await receiver.stop();
      return status;
    },
  };
}
