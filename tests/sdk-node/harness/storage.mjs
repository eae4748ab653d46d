// Where a server keeps its data: a folder with SQLite, or throw-away PostgreSQL and S3 servers, which
// BONAFIDE_TEST_STORAGE=cluster chooses.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";

const NAMES = ["embedded", "cluster"];

/** A new place: `options` and `environment` are for the command of its server. */
export async function startStorage(root) {
  const name = process.env.BONAFIDE_TEST_STORAGE ?? "embedded";
  if (!NAMES.includes(name)) throw new Error(`BONAFIDE_TEST_STORAGE is ${name}: ${NAMES.join(", ")}`);
  if (name === "embedded") return { options: [], environment: {}, stop: async () => {} };

  const [postgres, s3] = await Promise.all(
    ["with_postgres", "with_s3"].map((script) => startScript(join(root, "scripts", script))),
  );
  const [url, key, secret] = s3.answer.split(" ");
  return {
    options: ["--database-url", postgres.answer, "--blob-url", url],
    environment: { AWS_ACCESS_KEY_ID: key, AWS_SECRET_ACCESS_KEY: secret },
    async stop() {
      await Promise.all([postgres.stop(), s3.stop()]);
    },
  };
}

/** Starts a server and asks it for one place. It ends when its input does, and so with this process at the latest. */
async function startScript(script) {
  const child = spawn(script, { stdio: ["pipe", "pipe", "inherit"] });
  const ended = once(child, "exit");
  child.stdin.write("\n");
  const { value: answer } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next();
  if (!answer) throw new Error(`${script} could not start its server: see above`);
  return {
    answer,
    async stop() {
      child.stdin.end();
      await ended;
    },
  };
}
