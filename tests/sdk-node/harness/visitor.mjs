// A person in front of the hosted page: what they press, by the words they read.

const PATIENCE_MS = 120_000;

export class Visitor {
  /** `view` is what shows the hosted page: the browser's page, or a frame of it. */
  constructor(page, browser, view = page) {
    this.page = page;
    this.view = view;
    this.browser = browser;
    page.setDefaultTimeout(PATIENCE_MS);
  }

  heading(name) {
    return this.view.getByRole("heading", { level: 1, name });
  }

  press(name) {
    return this.view.getByRole("button", { name, exact: true }).click();
  }

  /** From the link to the first capture screen. */
  async begin(url, document = "passport") {
    await this.page.goto(url);
    await this.beginHere(document);
  }

  async beginHere(document = "passport") {
    await this.press("Begin");
    await this.heading("Your picture, your choice").waitFor();
    await this.view.locator("main button.button:not(.quiet)").click();
    await this.heading("Which document?").waitFor();
    await this.view.locator(`[data-document=${document}]`).click();
  }

  async photograph(picture) {
    await this.browser.point(picture);
    await this.press("Open camera");
    const review = this.heading(/Readable\?|Is your face clear\?/);
    const shutter = this.view.locator('button[aria-label="Take the picture"][aria-disabled="false"]');
    // A document that lies well is taken without a press.
    await Promise.any([shutter.click(), review.waitFor()]);
    await review.waitFor();
    await this.press("Use it");
  }

  async upload(picture) {
    await this.view.locator("input[type=file]").setInputFiles(picture);
    await this.heading(/Readable\?|Is your face clear\?/).waitFor();
    await this.press("Use it");
  }

  async showDocument(how, picture) {
    await this.heading("Photo page of your passport").waitFor();
    await this[how](picture);
  }

  async showFace(how, picture) {
    await this.heading("Now your face").waitFor();
    await this[how](picture);
  }

  /** The code of the outcome that the page shows. */
  outcome() {
    return this.view.locator("[data-outcome]").getAttribute("data-outcome");
  }
}
