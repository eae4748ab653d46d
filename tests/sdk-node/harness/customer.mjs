// Somebody on a shop's page, with the modal before them.

import { Visitor } from "./visitor.mjs";

export class Customer {
  /** `shop` and `server` are the only places that the page may load anything from. */
  constructor(page, browser, shop, server) {
    this.page = page;
    this.shop = shop;
    this.dialog = page.getByRole("dialog");
    this.frame = page.frameLocator("iframe");
    this.visitor = new Visitor(page, browser, this.frame);
    this.complaints = [];
    this.strangers = [];
    page.on("console", (message) => {
      if (["warning", "error"].includes(message.type())) this.complaints.push(message.text());
    });
    page.on("pageerror", (error) => this.complaints.push(String(error)));
    page.on("request", (request) => {
      const { protocol, origin } = new URL(request.url());
      if (protocol.startsWith("http") && ![shop.origin, server.url].includes(origin)) this.strangers.push(origin);
    });
  }

  /** Opens the shop's page and its modal. */
  async open(session, path = "/", button = "Verify") {
    await this.page.goto(this.shop.address(session, path));
    await this.page.getByRole("button", { name: button, exact: true }).click();
    await this.dialog.waitFor();
  }

  /** What the shop's page was told in the end. */
  async result() {
    const shown = this.page.locator("output:not(:empty)");
    return JSON.parse(await shown.textContent());
  }

  /** In test mode, lets the session end as a developer chooses. */
  async endAs(outcome) {
    await this.visitor.press("Begin");
    await this.visitor.heading("Your picture, your choice").waitFor();
    await this.frame.getByText("Test mode: skip the check").click();
    await this.frame.getByLabel("End as").selectOption(outcome);
    await this.visitor.press("End the session");
  }

  /** Everything between the tag of the shop's page and what has the focus, through shadow roots. */
  focused() {
    return this.page.evaluate(() => {
      const path = [];
      for (let at = document.activeElement; at; at = at.shadowRoot?.activeElement) {
        path.push(at.getAttribute("class") ?? at.localName);
      }
      return path;
    });
  }
}
