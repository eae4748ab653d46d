// From a desk to a phone, and what happens where the network is away.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "../harness/browser.mjs";
import { makeDocument, SAME_PERSON } from "../harness/documents.mjs";
import { startMerchant } from "../harness/merchant.mjs";
import { DESK, inspect, WAYS } from "../harness/screens.mjs";
import { Visitor } from "../harness/visitor.mjs";

let merchant;
let browser;
before(async () => {
  [merchant, browser] = await Promise.all([startMerchant(), startBrowser()]);
});
after(async () => {
  await browser.stop();
  assert.equal(await merchant.stop(), 0);
});

const newVisitor = async (options = {}) =>
  new Visitor(await browser.newPage({ locale: "en", ...options }), browser);

test("a person begins at a desk, goes on with a phone, and sees the end at the desk", async () => {
  const { front } = makeDocument({ seed: 25 });
  const { id, url } = await merchant.createSession();
  const desk = await newVisitor({ viewport: { width: DESK.width, height: 800 } });
  await desk.begin(url);
  await desk.press("Use your phone instead");
  await desk.heading("Use your phone").waitFor();
  const link = await desk.page.getByTestId("handover-link").getAttribute("href");
  await desk.page.locator("[data-elsewhere=false]").waitFor();
  const code = desk.page.getByRole("img", { name: "Code with a link for your phone" });
  await code.locator("path[d*=M]").waitFor({ state: "attached" });
  await inspect(desk.page, "handover", { ways: [...WAYS, DESK] });

  const phone = await newVisitor();
  await phone.page.goto(link);
  await phone.press("Begin");
  await desk.page.locator("[data-elsewhere=true]").waitFor();
  await phone.heading("Which document?").waitFor();
  await phone.page.locator("[data-document=passport]").click();
  await phone.showDocument("upload", front);
  await phone.showFace("upload", SAME_PERSON);
  await phone.heading("You’re verified").waitFor();
  await desk.heading("You’re verified").waitFor();
  const session = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.equal(session.status, "verified");

  const third = await newVisitor();
  await third.page.goto(link);
  await third.heading(/This link was used|You’re verified/).waitFor();
});

test("without a network nothing is lost, and a reload asks for what is missing and no more", async () => {
  const { front } = makeDocument({ seed: 26 });
  const { url } = await merchant.createSession();
  const visitor = await newVisitor();
  const { page } = visitor;
  await visitor.begin(url);
  await visitor.heading("Photo page of your passport").waitFor();
  await page.locator("input[type=file]").setInputFiles(front);
  await visitor.heading("Readable?").waitFor();
  await page.context().setOffline(true);
  await visitor.press("Use it");
  await page.getByText("The connection is lost.").waitFor();
  await page.context().setOffline(false);
  await visitor.heading("Now your face").waitFor();
  await page.reload();
  await visitor.heading("Now your face").waitFor();
  await visitor.upload(SAME_PERSON);
  await visitor.heading("You’re verified").waitFor();
  await page.reload();
  await visitor.heading("You’re verified").waitFor();
});

test("another language is spoken at once and remembered", async () => {
  const { url } = await merchant.createSession();
  const visitor = await newVisitor({ locale: "fr-CH" });
  const { page } = visitor;
  await page.goto(url);
  await page.locator("html[lang=fr]").waitFor();
  await page.getByTestId("begin").click();
  await page.getByRole("combobox").selectOption("de");
  await page.getByRole("button", { name: "Ich stimme zu", exact: true }).waitFor();
  await page.reload();
  await page.getByRole("button", { name: "Ich stimme zu", exact: true }).waitFor();
  await page.getByRole("combobox").selectOption("ar");
  await page.locator("html[lang=ar][dir=rtl]").waitFor();
});
