// The screens on the way to a result, each held to what axe-core finds of WCAG 2.2 AA, in light and dark,
// from left and from right, at 320 pixels, in three languages; nothing said by the content security
// policy, and nothing loaded from anywhere else.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startClinic } from "../harness/clinic.mjs";
import { ANOTHER_PERSON, makeDocument, SAME_PERSON } from "../harness/documents.mjs";
import { inspect } from "../harness/screens.mjs";

let clinic;
let merchant;
let browser;
before(async () => {
  clinic = await startClinic();
  ({ merchant, browser } = clinic);
});
after(() => clinic.stop());

test("from the beginning to verified", async () => {
  const { front } = makeDocument({ seed: 21 });
  const { url } = await merchant.createSession({ return_url: "https://clinic.example/after" });
  const visitor = await clinic.newVisitor();
  const { page } = visitor;

  await page.goto(url);
  await visitor.heading("Let’s check it’s you").waitFor();
  await inspect(page, "begin");
  await visitor.press("Not now");
  await visitor.heading("No rush").waitFor();
  await inspect(page, "paused");
  await page.getByTestId("begin").click();
  await visitor.heading("Your picture, your choice").waitFor();
  await inspect(page, "consent");
  await page.getByRole("button", { name: "photo ID" }).click();
  await page.getByRole("dialog").waitFor();
  await inspect(page, "consent-sheet");
  await visitor.press("Close");
  await visitor.press("I don’t agree");
  await visitor.heading("You said no").waitFor();
  await inspect(page, "declined");
  await visitor.press("Change my mind");
  await visitor.press("I agree");
  await visitor.heading("Which document?").waitFor();
  await inspect(page, "choice");
  await page.locator("[data-document=passport]").click();
  await visitor.heading("Photo page of your passport").waitFor();
  await inspect(page, "passport");

  await page.locator("input[type=file]").setInputFiles(SAME_PERSON);
  await visitor.heading("Readable?").waitFor();
  await visitor.press("Use it");
  await page.getByRole("button", { name: "Try again" }).waitFor();
  await inspect(page, "problem");
  await visitor.press("Try again");

  await browser.point(front);
  await visitor.press("Open camera");
  await visitor.heading("Readable?").waitFor();
  await inspect(page, "review-camera", { pictured: null });
  await visitor.press("Use it");
  await visitor.heading("Now your face").waitFor();
  await inspect(page, "selfie");
  await page.locator("input[type=file]").setInputFiles(SAME_PERSON);
  await visitor.heading("Is your face clear?").waitFor();
  await inspect(page, "selfie-review", { pictured: null });
  await visitor.press("Use it");
  await visitor.heading("You’re verified").waitFor();
  await inspect(page, "verified");
  const leave = page.getByRole("link", { name: "Back to Northwind Clinic" });
  assert.equal(await leave.getAttribute("href"), "https://clinic.example/after");
});

test("a card has two sides, and a stranger's face is not the end", async () => {
  const { front, back } = makeDocument({ kind: "id_card", seed: 22, degrade: "none" });
  const { url } = await merchant.createSession();
  const visitor = await clinic.newVisitor();
  const { page } = visitor;
  await visitor.begin(url, "id_card");
  await visitor.heading("Front of your ID card").waitFor();
  await inspect(page, "front");
  await visitor.upload(front);
  await visitor.heading("Back of your ID card").waitFor();
  await inspect(page, "back");
  await page.locator("input[type=file]").setInputFiles(back);
  await visitor.heading("Readable?").waitFor();
  await inspect(page, "review", { pictured: "jpg" });
  await visitor.press("Use it");
  await visitor.heading("Now your face").waitFor();
  await visitor.upload(ANOTHER_PERSON);
  await visitor.heading("One more thing").waitFor();
  await inspect(page, "retry");
});

test("the camera while it is open", async () => {
  const { url } = await merchant.createSession();
  const visitor = await clinic.newVisitor();
  await visitor.begin(url);
  browser.show(await browser.film({ desk: "light" }));
  await visitor.press("Open camera");
  await visitor.page.locator('button[aria-label="Take the picture"][aria-disabled="false"]').waitFor();
  await inspect(visitor.page, "camera");
});

test("a number that is asked for", async () => {
  const { front } = makeDocument({ seed: 23 });
  const { url } = await merchant.createSession({
    selfie: false,
    options: { document: { require_id_number: true } },
  });
  const visitor = await clinic.newVisitor();
  const { page } = visitor;
  await visitor.begin(url);
  await visitor.showDocument("upload", front);
  await visitor.heading("Your ID number").waitFor();
  await inspect(page, "number");
  await visitor.press("Continue");
  await page.getByText("Fill in every field first.").waitFor();
  await page.locator("#details select").selectOption("US");
  await page.locator("#details input").fill("12x");
  await visitor.press("Continue");
  await page.getByRole("heading", { name: "This number can’t be right" }).waitFor();
  await visitor.press("Try again");
  await page.locator("#details select").selectOption("US");
  await page.locator("#details input").fill("1234");
  await visitor.press("Continue");
  await visitor.heading(/You’re verified|One more thing|We couldn’t confirm it/).waitFor();
});

test("a name, a date and a number that are asked for alone", async () => {
  const { url } = await merchant.createSession({ type: "id_number", selfie: false });
  const visitor = await clinic.newVisitor();
  const { page } = visitor;
  await page.goto(url);
  await visitor.press("Begin");
  await visitor.heading("Your details").waitFor();
  await inspect(page, "details");
});

test("nothing was said by the content security policy, or loaded from elsewhere", () => {
  assert.deepEqual(clinic.complaints, []);
});
