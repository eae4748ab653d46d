// A webhook endpoint on a loopback port that keeps what it got and can wait for more.

import { EventEmitter, once } from "node:events";
import { createServer } from "node:http";
import Stripe from "stripe";

export const TERMINAL_EVENTS = [
  "identity.verification_session.verified",
  "identity.verification_session.requires_input",
];
const DELIVERED_WITHIN_MS = 120_000;

export async function startReceiver() {
  const deliveries = [];
  const refuseWith = [];
  const arrivals = new EventEmitter();
  arrivals.setMaxListeners(0);

  const server = createServer(async (request, response) => {
    const parts = [];
    for await (const part of request) parts.push(part);
    if (refuseWith.length > 0) {
      response.writeHead(refuseWith.shift()).end();
      return;
    }
    deliveries.push({ body: Buffer.concat(parts), signature: request.headers["stripe-signature"] });
    response.writeHead(200).end();
    arrivals.emit("delivery");
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");

  const find = (session, types, after) =>
    deliveries
      .slice(after)
      .map((delivery) => JSON.parse(delivery.body))
      .find((event) => types.includes(event.type) && event.data.object.id === session);

  return {
    url: `http://127.0.0.1:${server.address().port}/webhook`,
    deliveries,
    /** Statuses to answer with, one a delivery, before deliveries are accepted. */
    refuseWith,
    /** The first event of one of `types` about `session`, past the first `after` deliveries. */
    async waitFor(session, types, { after = 0, withinMs = DELIVERED_WITHIN_MS } = {}) {
      const signal = AbortSignal.timeout(withinMs);
      for (;;) {
        const event = find(session, types, after);
        if (event) return event;
        try {
          await once(arrivals, "delivery", { signal });
        } catch {
          const seen = deliveries.map((delivery) => JSON.parse(delivery.body).type);
          throw new Error(`no ${types.join(" or ")} for ${session} in ${withinMs} ms, only ${seen.join(", ")}`);
        }
      }
    },
    /** All deliveries so far, each accepted by the SDK's signature check. */
    verified(secret) {
      const { webhooks } = new Stripe("sk_test_unused");
      return deliveries.map(({ body, signature }) => webhooks.constructEvent(body, signature, secret));
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}
