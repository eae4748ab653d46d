// Where a server keeps its data: SQLite files, or a database on a throw-away PostgreSQL, which
// BONAFIDE_TEST_DATABASE=postgres chooses.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const NAMES = ["sqlite", "postgres"];

/** A new database: `options` are for the command of its server. */
export async function startDatabase(root) {
  const name = process.env.BONAFIDE_TEST_DATABASE ?? "sqlite";
  if (!NAMES.includes(name)) throw new Error(`BONAFIDE_TEST_DATABASE is ${name}: ${NAMES.join(", ")}`);
  if (name === "sqlite") return { options: [], stop: async () => {} };

  // It ends when its standard input does, and so with this process at the latest.
  const postgres = spawn(join(root, "scripts/with_postgres"), { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(postgres, "exit");
  postgres.stdin.write("\n");
  const { value: url } = await createInterface({ input: postgres.stdout })[Symbol.asyncIterator]().next();
  if (!url) throw new Error("PostgreSQL could not be started: see above");
  return {
    options: ["--database-url", url],
    async stop() {
      postgres.stdin.end();
      await ended;
    },
  };
}
