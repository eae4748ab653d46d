// A shop that shows the hosted page in a modal: Stripe's own loader, and what `/identity.js` makes of it.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "../harness/browser.mjs";
import { Customer } from "../harness/customer.mjs";
import { makeDocument, SAME_PERSON } from "../harness/documents.mjs";
import { startMerchant } from "../harness/merchant.mjs";
import { DESK, inspect, leave, WAYS } from "../harness/screens.mjs";
import { startShop } from "../harness/shop.mjs";

// More than there are places to go to on a screen of the page.
const ROUND = 12;

let merchant;
let browser;
let shop;
let stranger;
before(async () => {
  [shop, stranger] = await Promise.all([startShop(), startShop()]);
  const configuration = `[operator]\nname = "Shop"\n[page]\nframe_ancestors = ["${shop.origin}"]\n`;
  [merchant, browser] = await Promise.all([startMerchant(configuration), startBrowser()]);
  for (const site of [shop, stranger]) site.serve(merchant.server);
});
after(async () => {
  await browser.stop();
  await Promise.all([shop.stop(), stranger.stop()]);
  assert.equal(await merchant.stop(), 0);
});

const newCustomer = async (where = shop) => new Customer(await browser.newPage(), browser, where, merchant.server);
const statusOf = async (id) => (await merchant.stripe.identity.verificationSessions.retrieve(id)).status;

test("a person is verified in the modal that Stripe's loader opens", async () => {
  const { front } = makeDocument({ seed: 31 });
  const session = await merchant.createSession({ return_url: "https://example.org/done" });
  const customer = await newCustomer();
  const { visitor, page } = customer;

  await customer.open(session);
  const entries = await page.evaluate(() => history.length);
  await visitor.beginHere();
  await visitor.showDocument("photograph", front);
  await visitor.showFace("upload", SAME_PERSON);
  await visitor.heading("You’re verified").waitFor();
  assert.equal(await page.evaluate(() => history.length), entries, "the modal left steps in the shop's history");
  await visitor.press("Back to Shop");

  assert.deepEqual(await customer.result(), { verificationSession: { id: session.id } });
  assert.equal(await customer.dialog.count(), 0);
  assert.equal(await statusOf(session.id), "verified");
  assert.deepEqual(customer.complaints, []);
  assert.deepEqual(customer.strangers, []);
});

test("who declines is told apart from who closes the modal, until they change their mind", async () => {
  const session = await merchant.createSession();
  const customer = await newCustomer();
  const { visitor } = customer;

  await customer.open(session);
  await visitor.press("Begin");
  await visitor.heading("Your picture, your choice").waitFor();
  await visitor.press("I don’t agree");
  await visitor.heading("You said no").waitFor();
  await visitor.press("Back to Shop");
  const { error } = await customer.result();
  assert.equal(error.code, "consent_declined");
  assert.match(error.message, /did not agree/);
  assert.equal((await merchant.stripe.identity.verificationSessions.retrieve(session.id)).last_error.code, "consent_declined");

  const undecided = await newCustomer();
  await undecided.open(await merchant.createSession());
  await undecided.visitor.press("Begin");
  await undecided.visitor.press("I don’t agree");
  await undecided.visitor.press("Change my mind");
  await undecided.visitor.heading("Your picture, your choice").waitFor();
  await undecided.dialog.getByRole("button", { name: "Close", exact: true }).click();
  assert.equal((await undecided.result()).error.code, "session_cancelled");
});

test("a device without a camera is told where files don't do", async (context) => {
  const blind = await startBrowser({ camera: "missing" });
  context.after(() => blind.stop());
  const customer = new Customer(await blind.newPage(), blind, shop, merchant.server);
  await customer.open(await merchant.createSession({ selfie: false, options: { document: { require_live_capture: true } } }));
  await customer.visitor.beginHere();
  await customer.visitor.press("Open camera");
  await customer.frame.getByText("We can’t find a camera").waitFor();
  await customer.page.keyboard.press("Escape");
  assert.equal((await customer.result()).error.code, "device_unsupported");
});

test("closing the modal is a result of its own, and the same secret opens it again", async () => {
  const session = await merchant.createSession();
  const customer = await newCustomer();
  const { visitor, page } = customer;

  await customer.open(session);
  await visitor.press("Begin");
  await visitor.heading("Your picture, your choice").waitFor();
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflow), "hidden");
  await customer.dialog.getByRole("button", { name: "Close", exact: true }).click();
  assert.equal((await customer.result()).error.code, "session_cancelled");
  assert.deepEqual(await customer.focused(), ["button"]);
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).overflow), "visible");

  await page.getByRole("button", { name: "Verify", exact: true }).click();
  await visitor.heading("Your picture, your choice").waitFor();
  assert.deepEqual(customer.complaints, []);
});

test("Escape closes the modal, from around the page and from inside it", async () => {
  const session = await merchant.createSession();
  const customer = await newCustomer();
  const { visitor, page } = customer;
  const verify = page.getByRole("button", { name: "Verify", exact: true });

  await customer.open(session);
  await visitor.heading("Let’s check it’s you").waitFor();
  await customer.dialog.getByRole("button", { name: "Close", exact: true }).focus();
  await page.keyboard.press("Escape");
  await customer.dialog.waitFor({ state: "detached" });

  await verify.click();
  await visitor.heading("Let’s check it’s you").click();
  await page.keyboard.press("Escape");
  await customer.dialog.waitFor({ state: "detached" });
  assert.equal((await customer.result()).error.code, "session_cancelled");
});

test("“Not now” closes the modal", async () => {
  const customer = await newCustomer();
  await customer.open(await merchant.createSession());
  await customer.visitor.press("Not now");
  assert.equal((await customer.result()).error.code, "session_cancelled");
});

test("the keyboard stays in the modal, and goes round in it both ways", async () => {
  const customer = await newCustomer();
  const { visitor, page } = customer;
  await customer.open(await merchant.createSession());
  await visitor.heading("Let’s check it’s you").waitFor();

  for (const key of ["Tab", "Shift+Tab"]) {
    const places = [];
    for (let pressed = 0; pressed < ROUND; pressed += 1) {
      await page.keyboard.press(key);
      places.push((await customer.focused()).join(" "));
    }
    assert.deepEqual([...new Set(places)].sort(), ["div close", "div iframe"], `${key}: ${places}`);
    assert.ok(places.indexOf("div close") < places.lastIndexOf("div iframe"), `${key}: ${places}`);
    assert.ok(places.indexOf("div iframe") < places.lastIndexOf("div close"), `${key}: ${places}`);
  }
});

test("a locale that the shop names is the modal's and the page's", async () => {
  const session = await merchant.createSession();
  const customer = await newCustomer();
  const { page } = customer;
  await page.goto(shop.address(session));
  await page.evaluate(
    ([key, secret]) => void window.Stripe(key, { locale: "de" }).verifyIdentity(secret),
    [merchant.server.keys.publishable, session.client_secret],
  );
  await page.getByRole("dialog", { name: "Identitätsprüfung" }).waitFor();
  await customer.frame.locator("html[lang=de] h1").waitFor();
});

test("a second call is refused while a modal is open", async () => {
  const session = await merchant.createSession();
  const customer = await newCustomer();
  await customer.open(session);
  const refusal = await customer.page.evaluate(async (secret) => {
    try {
      return await window.stripe.verifyIdentity(secret);
    } catch ({ name, message }) {
      return { name, message };
    }
  }, session.client_secret);
  assert.equal(refusal.name, "IntegrationError");
  assert.match(refusal.message, /still open/);
  assert.equal(await customer.dialog.count(), 1);
});

test("a link that another browser used is an error of the call", async () => {
  const session = await merchant.createSession();
  const first = await newCustomer();
  await first.open(session);
  await first.visitor.press("Begin");
  await first.visitor.heading("Your picture, your choice").waitFor();

  const second = await newCustomer();
  await second.open(session);
  await second.visitor.heading("This link was used").waitFor();
  await second.visitor.press("Back to Shop");
  const { error } = await second.result();
  assert.deepEqual([error.type, error.code], ["invalid_request_error", "link_used"]);
});

test("a page that is not named in frame_ancestors gets an error instead of a frame", async () => {
  const session = await merchant.createSession();
  const customer = await newCustomer(stranger);
  await customer.open(session);
  const { error } = await customer.result();
  assert.deepEqual([error.type, error.code], ["api_connection_error", "page_unreachable"]);
  assert.ok(customer.complaints.some((complaint) => complaint.includes("frame-ancestors")));
  assert.equal(await statusOf(session.id), "requires_input");
});

test("the element tells of success and of what kept a person from it", async () => {
  const session = await merchant.createSession();
  const customer = await newCustomer();
  await customer.open(session, "/element", "Check me");
  await customer.endAs("verified");
  await customer.visitor.heading("You’re verified").waitFor();
  await customer.visitor.press("Back to Shop");
  assert.deepEqual(await customer.result(), { name: "bonafide-success", detail: { id: session.id } });
  assert.deepEqual(await customer.focused(), ["bonafide-verify", "button"]);

  const young = await newCustomer();
  await young.open(await merchant.createSession(), "/element", "Check me");
  await young.endAs("under_supported_age");
  await young.frame.locator("[data-outcome=under_supported_age]").waitFor();
  await young.visitor.press("Back to Shop");
  const { name, detail } = await young.result();
  assert.deepEqual([name, detail.code], ["bonafide-error", "under_supported_age"]);
  assert.deepEqual(young.complaints, []);
});

test("a phone shows the modal on its whole screen, a larger screen as a card", async () => {
  const customer = await newCustomer();
  const { page, dialog } = customer;
  // Without its entrance the modal is where it belongs from the first frame on.
  await page.emulateMedia({ reducedMotion: "reduce" });
  await customer.open(await merchant.createSession());
  const { width, height } = page.viewportSize();
  assert.deepEqual(await dialog.boundingBox(), { x: 0, y: 0, width, height });
  assert.equal(await dialog.evaluate((modal) => getComputedStyle(modal).animationName), "none");

  await page.setViewportSize({ width: 1280, height: 1000 });
  assert.deepEqual(await dialog.boundingBox(), { x: 396, y: 60, width: 488, height: 880 });
});

test("the modal and the shop around it are held to what the page's screens are", async () => {
  const customer = await newCustomer();
  await customer.open(await merchant.createSession());
  await customer.visitor.heading("Let’s check it’s you").waitFor();
  await inspect(customer.page, "modal", { ways: [...WAYS, DESK], speak: leave });

  const arabic = await newCustomer();
  const { page } = arabic;
  const session = await merchant.createSession();
  await page.goto(shop.address(session));
  await page.evaluate(
    ([key, secret]) => void window.Stripe(key, { locale: "ar" }).verifyIdentity(secret),
    [merchant.server.keys.publishable, session.client_secret],
  );
  await arabic.frame.locator("html[lang=ar] h1").waitFor();
  await inspect(page, "modal-rtl", { ways: [WAYS[2]], speak: leave });
});
