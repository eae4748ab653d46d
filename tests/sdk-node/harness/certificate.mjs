// A certificate for this machine, which nobody but a test trusts.

import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "./server.mjs";

/** Paths of a certificate and its key, and the certificate itself. */
export function makeCertificate() {
  const folder = temporaryFolder("certificate");
  const [chain, key] = [join(folder, "chain.pem"), join(folder, "key.pem")];
  execFileSync(
    "openssl",
    [
      ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
      ...["-days", "2", "-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"],
      ...["-keyout", key, "-out", chain],
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  return { chain, key, text: readFileSync(chain) };
}
