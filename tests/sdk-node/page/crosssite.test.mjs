// A shop of one site, a server of another, and a browser that keeps no cookies across sites but those
// which are kept apart for each pair.

import assert from "node:assert/strict";
import { Agent } from "node:https";
import { after, before, test } from "node:test";
import Stripe from "stripe";
import { startBrowser } from "../harness/browser.mjs";
import { makeCertificate } from "../harness/certificate.mjs";
import { Customer } from "../harness/customer.mjs";
import { startServer } from "../harness/server.mjs";
import { startShop } from "../harness/shop.mjs";

let server;
let browser;
let shop;
let stripe;
before(async () => {
  const certificate = makeCertificate();
  shop = await startShop({ host: "localhost" });
  const configuration = `[operator]\nname = "Shop"\n[page]\nframe_ancestors = ["${shop.origin}"]\n`;
  const tls = ["--tls-cert", certificate.chain, "--tls-key", certificate.key];
  [server, browser] = await Promise.all([
    startServer(configuration, tls),
    startBrowser({ flags: ["--test-third-party-cookie-phaseout"] }),
  ]);
  shop.serve(server);
  const { hostname, port } = new URL(server.url);
  const httpAgent = new Agent({ ca: certificate.text });
  stripe = new Stripe(server.keys.secret, { host: hostname, port, protocol: "https", httpAgent, telemetry: false });
});
after(async () => {
  await browser.stop();
  await shop.stop();
  assert.equal(await server.stop(), 0);
});

const newCustomer = async () =>
  new Customer(await browser.newPage({ ignoreHTTPSErrors: true }), browser, shop, server);

test("a person is verified in a frame of another site, and only there", async () => {
  const session = await stripe.identity.verificationSessions.create({
    type: "document",
    options: { document: { require_matching_selfie: true } },
  });
  const customer = await newCustomer();
  await customer.open(session);
  await customer.endAs("verified");
  await customer.visitor.heading("You’re verified").waitFor();

  const [cookie] = await customer.page.context().cookies(server.url);
  assert.deepEqual([cookie.sameSite, cookie.secure, cookie.httpOnly], ["None", true, true]);
  assert.ok(cookie.partitionKey, "the cookie is not kept apart for each pair of sites");
  await customer.visitor.press("Back to Shop");
  assert.deepEqual(await customer.result(), { verificationSession: { id: session.id } });

  const elsewhere = await customer.page.context().newPage();
  await elsewhere.goto(`${server.url}/start/${session.client_secret.split("_secret_")[1]}`);
  await elsewhere.getByRole("heading", { level: 1, name: "This link was used" }).waitFor();
});
