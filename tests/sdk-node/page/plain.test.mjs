// The page for browsers without scripts: it verifies people, and its forms are read as well as the others.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startBrowser } from "../harness/browser.mjs";
import { makeDocument, SAME_PERSON } from "../harness/documents.mjs";
import { startMerchant } from "../harness/merchant.mjs";
import { ask, inspect, leave } from "../harness/screens.mjs";

let merchant;
let browser;
before(async () => {
  [merchant, browser] = await Promise.all([startMerchant(), startBrowser()]);
});
after(async () => {
  await browser.stop();
  assert.equal(await merchant.stop(), 0);
});

const newPage = (options = {}) => browser.newPage({ locale: "en", ...options });

test("a browser without scripts takes forms", async () => {
  const { front, truth } = makeDocument({ seed: 28 });
  const { id, url } = await merchant.createSession();
  const page = await newPage({ javaScriptEnabled: false });
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const heading = (name) => page.getByRole("heading", { level: 1, name }).waitFor();
  await page.goto(url);
  await heading("Let’s check it’s you");
  await press("Begin");
  await heading("Your picture, your choice");
  await press("I agree");
  await heading("Front of your document");
  await page.getByLabel("Passport").check();
  await page.locator("input[type=file]").setInputFiles({
    name: "nothing.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from("no picture"),
  });
  await press("Use it");
  await page.getByRole("alert").getByText("We can’t open this picture").waitFor();
  await page.getByLabel("Passport").check();
  await page.locator("input[type=file]").setInputFiles(front);
  await press("Use it");
  await heading("Now your face");
  await page.locator("input[type=file]").setInputFiles(SAME_PERSON);
  await press("Use it");
  // The page asks again by itself until the result is there.
  await heading("You’re verified");
  const { status, last_verification_report: report } = await merchant.results(id);
  assert.equal(status, "verified");
  assert.equal(report.document.number, truth.number);
});

test("where a challenge is asked for, the forms say that it needs a script", async () => {
  const { url } = await merchant.createSession({ options: { document: { require_live_capture: true } } });
  const page = await newPage({ javaScriptEnabled: false });
  await page.goto(url);
  await page.getByTestId("begin").click();
  await page.getByRole("button", { name: "I agree", exact: true }).click();
  await page.getByText("Turn JavaScript on for this page").waitFor();
});

test("every form is held to what the screens with scripts are", async () => {
  const { front } = makeDocument({ seed: 28 });
  const { url } = await merchant.createSession();
  // axe-core is a script: the same forms, in a browser that runs it and sends the language it is told.
  const page = await browser.newPage();
  const press = (name) => page.getByRole("button", { name, exact: true }).click();
  const see = async (heading, screen, speak = ask) => {
    await page.getByRole("heading", { level: 1, name: heading }).waitFor();
    await inspect(page, screen, { speak });
  };
  await page.goto(`${url}/plain`);
  await see("Let’s check it’s you", "plain-begin");
  await press("Begin");
  await see("Your picture, your choice", "plain-consent");
  await press("I agree");
  await see("Front of your document", "plain-front");
  await page.getByLabel("Passport").check();
  await page.locator("input[type=file]").setInputFiles(SAME_PERSON);
  await press("Use it");
  await page.getByRole("alert").waitFor();
  // What answers a form stays in the language in which that was sent.
  await see("Front of your document", "plain-problem", leave);
  await page.getByLabel("Passport").check();
  await page.locator("input[type=file]").setInputFiles(front);
  await press("Use it");
  await see("Now your face", "plain-selfie");
});

test("forms of strangers, and forms that are none, do nothing", async () => {
  const { id, url } = await merchant.createSession();
  const address = `${url}/plain`;
  const post = (body, headers = {}) => fetch(address, { method: "POST", body, headers, redirect: "manual" });
  const picture = new FormData();
  picture.append("action", "id_document_front");
  picture.append("id_document_front", new Blob([new Uint8Array(1000)]), "a.jpg");

  const stranger = await post(picture);
  assert.match(await stranger.text(), /data-testid="begin"/, "whose link is not open here sees its first screen");
  for (const headers of [{ "sec-fetch-site": "cross-site" }, { origin: "https://elsewhere.example" }]) {
    assert.equal((await post(new URLSearchParams({ action: "begin" }), headers)).status, 403);
  }
  assert.equal((await post(new URLSearchParams({ action: "agree" }))).status, 200);
  for (const link of ["%00", "%0D%0AX:%20y", "%FF", "unknown"]) {
    const answer = await fetch(`${new URL(url).origin}/start/${link}?plain`);
    assert.ok([400, 404].includes(answer.status), `${link}: ${answer.status}`);
  }

  const begun = await post(new URLSearchParams({ action: "begin" }));
  assert.equal(begun.status, 303);
  const cookie = begun.headers.get("set-cookie").split(";")[0];
  await post(new URLSearchParams({ action: "agree" }), { cookie });
  assert.equal((await post(new FormData(), { cookie })).status, 303, "nothing is collected");
  for (const wrong of [new URLSearchParams({ action: "id_document_front" }), picture]) {
    const answer = await post(wrong, { cookie });
    assert.match(await answer.text(), /role="alert"/);
  }
  const huge = new FormData();
  huge.append("id_document_front", new Blob([new Uint8Array(18 << 20)]), "a.jpg");
  assert.equal((await post(huge, { cookie })).status, 400);
  assert.equal((await post(new URLSearchParams({ action: "begin" }))).status, 200, "spent once");
  const session = await merchant.stripe.identity.verificationSessions.retrieve(id);
  assert.equal(session.status, "requires_input");
});
