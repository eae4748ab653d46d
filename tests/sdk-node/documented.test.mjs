// The code in the documentation, run as it stands there.

import assert from "node:assert/strict";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { after, before, test } from "node:test";
import { startMerchant } from "./harness/merchant.mjs";

const PAGE = new URL("../../docs/local-development.md", import.meta.url);
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
