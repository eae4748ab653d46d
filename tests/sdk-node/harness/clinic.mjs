// A clinic that verifies people, and whatever the browsers of its visitors complain of.

import assert from "node:assert/strict";
import { startBrowser } from "./browser.mjs";
import { startMerchant } from "./merchant.mjs";
import { Visitor } from "./visitor.mjs";

const CONFIGURATION = `
[operator]
name = "Northwind Clinic"
support_url = "https://clinic.example/help"
privacy_url = "https://clinic.example/privacy"
accent = "#0f766e"
`;

/** Starts it; `options` are for the command of its server. */
export async function startClinic({ options = [] } = {}) {
  const [merchant, browser] = await Promise.all([startMerchant(CONFIGURATION, options), startBrowser()]);
  const complaints = [];
  return {
    merchant,
    browser,
    /** Of content security policies, of errors, and of addresses that are not the server's. */
    complaints,
    async newVisitor(choices = {}) {
      const page = await browser.newPage({ locale: "en", ...choices });
      page.on("console", (message) => {
        if (/Content Security Policy/i.test(message.text())) complaints.push(message.text());
      });
      page.on("pageerror", (error) => complaints.push(error.message));
      page.on("request", (request) => {
        const url = request.url();
        if (!url.startsWith(merchant.server.url) && !/^(data|blob):/.test(url)) complaints.push(url);
      });
      return new Visitor(page, browser);
    },
    async stop() {
      await browser.stop();
      assert.equal(await merchant.stop(), 0);
    },
  };
}
