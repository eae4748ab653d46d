// A merchant's site that verifies people without sending them away: pages with a strict content
// security policy, which load `/identity.js` of a server and Stripe's own loader.

import { readFileSync } from "node:fs";
import { once } from "node:events";
import { createServer } from "node:http";

const LOADER = readFileSync(new URL("../node_modules/@stripe/stripe-js/dist/index.mjs", import.meta.url));

const document = (server, body) => `<!doctype html>
<html lang="en">
<title>Shop</title>
<script src="${server.url}/identity.js"></script>
<meta name="viewport" content="width=device-width">
<main><h1>Shop</h1>${body}<output></output><p><a href="/elsewhere">Elsewhere</a></p></main>
`;

// What a page does with a result is shown, for the tests to read.
const SHOW = `const show = (result) => (document.querySelector("output").textContent = JSON.stringify(result));\n`;

const pages = {
  "/": (server, secret) =>
    document(
      server,
      `<button data-secret="${secret}" data-key="${server.keys.publishable}">Verify</button><script type="module" src="/loader.js"></script>`,
    ),
  "/element": (server, secret) =>
    document(
      server,
      `<bonafide-verify client-secret="${secret}">Check me</bonafide-verify><script type="module" src="/element.js"></script>`,
    ),
};

const scripts = {
  "/stripe.mjs": LOADER,
  "/loader.js": `import { loadStripe } from "/stripe.mjs";
${SHOW}
const button = document.querySelector("button");
window.stripe = await loadStripe(button.dataset.key);
button.addEventListener("click", async () => show(await window.stripe.verifyIdentity(button.dataset.secret)));
`,
  "/element.js": `${SHOW}
const element = document.querySelector("bonafide-verify");
for (const name of ["bonafide-success", "bonafide-error"]) {
  element.addEventListener(name, ({ detail }) => show({ name, detail }));
}
`,
};

/**
 * Starts the site under a name of this machine; `serve(server)` says whose `/identity.js` it includes.
 */
export async function startShop({ host = "127.0.0.1" } = {}) {
  let server = null;
  const site = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url, "http://shop");
    const page = pages[pathname];
    const body = page ? page(server, searchParams.get("secret")) : scripts[pathname];
    response.setHeader("Content-Type", page ? "text/html; charset=utf-8" : "text/javascript");
    response.setHeader(
      "Content-Security-Policy",
      `default-src 'none'; base-uri 'none'; style-src 'self'; script-src 'self' ${server.url}; frame-src ${server.url}`,
    );
    response.writeHead(body ? 200 : 404).end(body);
  });
  site.listen(0, "127.0.0.1");
  await once(site, "listening");
  const origin = `http://${host}:${site.address().port}`;
  return {
    origin,
    serve(included) {
      server = included;
    },
    address: (session, path = "/") => `${origin}${path}?secret=${session.client_secret}`,
    async stop() {
      site.closeAllConnections();
      site.close();
      await once(site, "close");
    },
  };
}
