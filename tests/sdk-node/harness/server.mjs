// The real binary, started on a free port and a data directory of its own.

import { execFileSync, spawn } from "node:child_process";
import { createWriteStream, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import Stripe from "stripe";
import { startStorage } from "./storage.mjs";

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), "../../..");
const BINARY = process.env.BONAFIDE_BIN ?? join(ROOT, "target/debug/bonafide");
export const PORTRAITS = join(ROOT, "models/portraits");
const READY_WITHIN_MS = 60_000;

export function temporaryFolder(name) {
  return mkdtempSync(join(tmpdir(), `bonafide-${name}-`));
}

/** Runs a command of the binary and returns its standard output. */
export function run(...commandArguments) {
  return execFileSync(BINARY, commandArguments, { encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] });
}

// Persons here send pictures and show no moves; tests of the challenge start a server without this.
const PASSIVE = { BONAFIDE_TEST_LIVENESS: "passive" };

/**
 * Starts `bonafide serve`, with a configuration file of this text if there is one, more options of the
 * command and variables of its environment, and resolves once it is ready: `{ url, keys, log, stop() }`.
 */
export async function startServer(configuration = null, options = [], environment = PASSIVE) {
  const folder = temporaryFolder("server");
  const log = join(folder, "server.log");
  const storage = await startStorage(ROOT);
  const serve = ["serve", "--json", "--listen", "127.0.0.1:0", "--data-dir", join(folder, "data"), ...options];
  if (configuration) {
    const file = join(folder, "bonafide.toml");
    writeFileSync(file, configuration);
    serve.push("--config", file);
  }
  // The kernel ends the server with this process, however that ends.
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", BINARY, ...serve, ...storage.options], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, ...environment, ...storage.environment },
  });
  child.stderr.pipe(createWriteStream(log));
  const exited = new Promise((settle) => child.once("exit", (code, signal) => settle({ code, signal })));

  const ready = new Promise((settle, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      const event = JSON.parse(line);
      if (event.event === "ready") settle(event);
    });
    exited.then(() => reject(new Error(`the server ended before it was ready: ${readFileSync(log, "utf8")}`)));
    AbortSignal.timeout(READY_WITHIN_MS).addEventListener("abort", () => reject(new Error("the server was not ready in time")));
  });

  try {
    const { url, secret_key, publishable_key, restricted_key } = await ready;
    return {
      url: url.replace(/\/$/, ""),
      keys: { secret: secret_key, publishable: publishable_key, restricted: restricted_key },
      log,
      /** Asks the server to drain; resolves to its exit code. */
      async stop() {
        child.kill("SIGTERM");
        const { code } = await exited;
        await storage.stop();
        return code;
      },
    };
  } catch (error) {
    child.kill("SIGKILL");
    throw error;
  }
}

/** The official SDK, pointed here as its own options allow. */
export function stripeClient(url, key) {
  const { hostname, port } = new URL(url);
  return new Stripe(key, { host: hostname, port, protocol: "http", telemetry: false });
}
