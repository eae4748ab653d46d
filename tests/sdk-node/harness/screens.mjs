// Looks at a screen as it is in the ways in which people see it: what axe-core finds, what reaches
// over the edge, and a picture for the documents.

import assert from "node:assert/strict";
import { mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { ROOT } from "./server.mjs";

const AXE = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const PICTURES = join(ROOT, "docs/screens");
/** Set, pictures of the screens are drawn anew into docs/screens. */
const DRAWS = Boolean(process.env.BONAFIDE_UPDATE);
/** These are pictured in every way, the others in the first alone. */
const PICTURED_IN_EVERY_WAY = ["begin", "consent", "passport", "retry", "verified"];

/**
 * Three languages, one of them written from the right; both colour schemes; narrow and usual. A page of
 * 320 pixels is also what a window of 640 shows at a zoom of 200 %.
 */
export const WAYS = [
  { name: "light", language: "en", colorScheme: "light", width: 390 },
  { name: "dark", language: "de", colorScheme: "dark", width: 390 },
  { name: "rtl", language: "ar", colorScheme: "light", width: 320 },
];
export const DESK = { name: "desk", language: "en", colorScheme: "light", width: 1280 };

/** Whether the page has the server's texts of a session, which follow its own into another language. */
const hasServersTexts = (page) =>
  page.evaluate(() => {
    const answered = ({ name, responseStatus }) => name.includes("/verification_pages/") && responseStatus === 200;
    return performance.getEntriesByType("resource").some(answered);
  });

const isTexts = (response) =>
  response.request().method() === "GET" && /\/verification_pages\/[^/]+$/.test(new URL(response.url()).pathname);

/** Chooses a language as a person does. */
async function choose(page, language) {
  const choice = page.locator("header select");
  if ((await choice.inputValue()) === language) return;
  const texts = (await hasServersTexts(page)) ? page.waitForResponse(isTexts) : null;
  await choice.selectOption(language);
  await page.locator(`html[lang=${language}]`).waitFor();
  await (await texts)?.finished();
}

/** Asks for a page without scripts in a language, as browsers do that speak it. */
export async function ask(page, language) {
  await page.setExtraHTTPHeaders({ "Accept-Language": language });
  await page.goto(page.url());
  await page.locator(`html[lang=${language}]`).waitFor();
}

/** Leaves the language as it is. */
export async function leave() {}

/** Everything axe-core calls a violation of WCAG 2.2 A and AA, or of its best practices, in all frames. */
async function violations(page) {
  const found = await Promise.all(
    page.frames().map(async (frame) => {
      if (!(await frame.evaluate(() => "axe" in globalThis))) await frame.evaluate(AXE);
      const { violations } = await frame.evaluate(() =>
        globalThis.axe.run(document, { resultTypes: ["violations"], iframes: false }),
      );
      return violations;
    }),
  );
  const told = ({ html, failureSummary }) => `${html} ${failureSummary}`;
  return found.flat().map(({ id, nodes }) => `${id}: ${nodes.map(told).join(" ")}`);
}

const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

async function draw(page, screen, way, format) {
  const first = way === WAYS[0].name;
  if (!DRAWS || !(first || PICTURED_IN_EVERY_WAY.includes(screen))) return;
  mkdirSync(PICTURES, { recursive: true });
  await page.screenshot({ path: join(PICTURES, `${screen}${first ? "" : `-${way}`}.${format}`) });
}

/**
 * Holds the screen that `page` shows to all of it; leaves it as the first of `ways`. `speak` brings it
 * into a language. It is `pictured` as a file of that format, "jpg" where it shows a photograph; where
 * that shows somebody's face, better not at all.
 */
export async function inspect(page, screen, { ways = WAYS, speak = choose, pictured = "png" } = {}) {
  const found = [];
  // What the mouse was over when it pressed for the last time is no part of the screen.
  await page.mouse.move(0, 0);
  for (const { name, language, colorScheme, width } of [...ways].reverse()) {
    await page.setViewportSize({ width, height: 844 });
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await speak(page, language);
    found.push(...(await violations(page)).map((violation) => `${screen}, ${name}: ${violation}`));
    if ((await overflow(page)) > 0) found.push(`${screen}, ${name}: is wider than the screen`);
    if (pictured) await draw(page, screen, name, pictured);
  }
  assert.deepEqual(found, []);
}
