// The code in the documentation, run as it stands there, and its pictures.

import assert from "node:assert/strict";
import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startMerchant } from "./harness/merchant.mjs";

const PAGE = new URL("../../docs/local-development.md", import.meta.url);
const SCREENS = new URL("../../docs/screens.md", import.meta.url);
const PICTURES = new URL("../../docs/screens/", import.meta.url);
const PICTURE_BYTES = 80_000;
// Beside the tests, so that it finds the library.
const MODULE = new URL("documented.generated.mjs", import.meta.url);

let merchant;
before(async () => {
  merchant = await startMerchant();
});
after(async () => {
  rmSync(MODULE, { force: true });
  assert.equal(await merchant.stop(), 0);
});

test("the documented code creates a session", async () => {
  const [, code] = readFileSync(PAGE, "utf8").match(/^```js\n(.*?)^```/ms);
  const given = `const url = ${JSON.stringify(merchant.server.url)};
const secretKey = ${JSON.stringify(merchant.server.keys.secret)};
`;
  writeFileSync(MODULE, `${given}${code}export { session };\n`);
  const { session } = await import(MODULE.href);
  assert.equal(session.status, "requires_input");
  assert.ok(session.url.startsWith(merchant.server.url));
});

test("every picture of a screen is shown, there, and small", () => {
  const shown = [...readFileSync(SCREENS, "utf8").matchAll(/src="screens\/([^"]+)"/g)].map(([, name]) => name);
  assert.deepEqual(shown.sort(), readdirSync(PICTURES).sort());
  for (const name of shown) assert.ok(statSync(new URL(name, PICTURES)).size < PICTURE_BYTES, name);
});
