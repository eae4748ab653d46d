// The screens where nothing more can be done, or nothing for now, held to the same as those before.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { startClinic } from "../harness/clinic.mjs";
import { makeDocument } from "../harness/documents.mjs";
import { inspect } from "../harness/screens.mjs";

let clinic;
let merchant;
before(async () => {
  // Without a worker what was handed in waits to be checked.
  clinic = await startClinic({ options: ["--no-worker"] });
  ({ merchant } = clinic);
});
after(() => clinic.stop());

/** A session, and somebody who has opened its link. */
async function opened() {
  const { id, url } = await merchant.createSession({ selfie: false });
  const visitor = await clinic.newVisitor();
  await visitor.page.goto(url);
  await visitor.press("Begin");
  await visitor.heading("Your picture, your choice").waitFor();
  return { id, url, visitor };
}

test("a link that was used, one that is none, and a session that was canceled", async () => {
  const { id, url, visitor: owner } = await opened();
  const visitor = await clinic.newVisitor();
  await visitor.page.goto(url);
  await visitor.heading("This link was used").waitFor();
  await inspect(visitor.page, "used");
  await visitor.page.goto(`${merchant.server.url}/start/test_nothing`);
  await visitor.heading("This link doesn’t work").waitFor();
  await inspect(visitor.page, "unknown");

  await merchant.stripe.identity.verificationSessions.cancel(id);
  await owner.page.reload();
  await owner.heading("This check was called off").waitFor();
  await inspect(owner.page, "canceled");
});

test("a link that is too old", async () => {
  const { url } = await merchant.createSession();
  const visitor = await clinic.newVisitor();
  const { page } = visitor;
  await page.route("**/start/*/context", async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, json: { ...(await response.json()), state: "expired" } });
  });
  await page.goto(url);
  await visitor.heading("This link is too old").waitFor();
  await inspect(page, "expired");
});

test("a server that can't be reached, until it can", async () => {
  const { url } = await merchant.createSession();
  const visitor = await clinic.newVisitor();
  const { page } = visitor;
  await page.route("**/start/*/context", (route) => route.abort("internetdisconnected"));
  await page.goto(url);
  await visitor.heading("We can’t reach the server").waitFor();
  await inspect(page, "offline");
  await page.unroute("**/start/*/context");
  await visitor.press("Try again");
  await visitor.press("Begin");
  await visitor.heading("Your picture, your choice").waitFor();
  await page.context().setOffline(true);
  await visitor.press("I agree");
  await page.getByText("We can’t reach the server.").waitFor();
  await page.context().setOffline(false);
  await inspect(page, "notice");
  await visitor.press("I agree");
  await visitor.heading("Which document?").waitFor();
});

test("a language that can't be fetched is told, and chosen later", async () => {
  const { visitor } = await opened();
  const { page } = visitor;
  await page.context().setOffline(true);
  await page.getByRole("combobox").first().selectOption("pl");
  await page.getByText("We can’t reach the server.").waitFor();
  assert.equal(await page.getByRole("combobox").first().inputValue(), "en");
  await page.context().setOffline(false);
  await page.getByRole("combobox").first().selectOption("fr");
  await page.locator("html[lang=fr]").waitFor();
});

test("a check that goes on, here and for whoever comes later", async () => {
  const { front } = makeDocument({ seed: 29, degrade: "none" });
  const { id, visitor } = await opened();
  const person = await merchant.personFor(id);
  await person.complete({ front });
  await visitor.page.reload();
  await visitor.heading("Checking…").waitFor();
  await inspect(visitor.page, "checking");

  const other = await merchant.createSession({ selfie: false });
  await (await merchant.personFor(other.id)).complete({ front });
  const latecomer = await clinic.newVisitor();
  await latecomer.page.goto(other.url);
  await latecomer.heading("We have your pictures").waitFor();
  await inspect(latecomer.page, "received");
});

test("a developer's panel, and a result that is final", async () => {
  const { id, visitor } = await opened();
  const { page } = visitor;
  await page.getByText("Test mode: skip the check").click();
  await inspect(page, "developer", { pictured: null });
  const person = await merchant.personFor(id);
  while (!(await person.page()).closed) await person.fail();
  await page.reload();
  await visitor.heading("We couldn’t confirm it").waitFor();
  await inspect(page, "unconfirmed");
});

test("nothing was said by the content security policy, or loaded from elsewhere", () => {
  assert.deepEqual(clinic.complaints, []);
});
