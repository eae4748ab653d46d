// Specimen documents, drawn by the binary.

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { PORTRAITS, run, temporaryFolder } from "./server.mjs";

export const SAME_PERSON = join(PORTRAITS, "obama3.jpg");
export const ANOTHER_PERSON = join(PORTRAITS, "biden.jpg");

const IN_ZONE = { first_name: "given_names", last_name: "surname" };

/** A name as printed, and as the machine readable zone has it: what is read where a mark is lost. */
export function spellings(truth, name) {
  return [truth[name].toUpperCase(), truth.mrz.fields[IN_ZONE[name]]];
}

/**
 * A specimen that shows `portrait`, one of the names in models/portraits; photographed, unless `degrade`
 * says otherwise.
 */
export function makeDocument({
  kind = "passport",
  portrait = "obama.jpg",
  seed = 1,
  expired = false,
  degrade = "handheld",
} = {}) {
  const out = temporaryFolder(kind);
  run(
    "specimen",
    ...["--kind", kind],
    ...["--portrait", join(PORTRAITS, portrait)],
    ...["--seed", String(seed)],
    ...["--degrade", degrade],
    ...(expired ? ["--expired"] : []),
    ...["--out", out],
  );
  const back = join(out, "back.jpg");
  return {
    front: join(out, "front.jpg"),
    back: existsSync(back) ? back : null,
    truth: JSON.parse(readFileSync(join(out, "truth.json"), "utf8")),
  };
}

/** A name without its marks: the recogniser may lose single ones, `ÇAGLAR` for `ÇAĞLAR`. */
export function unmarked(name) {
  return name.normalize("NFD").replace(/\p{M}/gu, "").toUpperCase();
}
