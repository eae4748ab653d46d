// Specimen documents, drawn by the binary.

import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from "node:fs";
import { join, parse } from "node:path";
import { PORTRAITS, run, temporaryFolder } from "./server.mjs";

export const SAME_PERSON = join(PORTRAITS, "obama3.jpg");
export const ANOTHER_PERSON = join(PORTRAITS, "biden.jpg");

const IN_ZONE = { first_name: "given_names", last_name: "surname" };

/** A name as printed, and as the machine readable zone has it: what is read where a mark is lost. */
export function spellings(truth, name) {
  return [truth[name].toUpperCase(), truth.mrz.fields[IN_ZONE[name]]];
}

/** Where the suites of one run share what they draw; each draws for itself where none is named. */
const SHARED = process.env.BONAFIDE_TEST_SPECIMENS;

/** The folder that `draw(folder)` fills; what has this name is drawn once by all suites that share. */
function drawn(name, draw) {
  if (!SHARED) {
    const folder = temporaryFolder(name);
    draw(folder);
    return folder;
  }
  const shared = join(SHARED, name);
  if (!existsSync(shared)) {
    mkdirSync(SHARED, { recursive: true });
    const folder = mkdtempSync(join(SHARED, "unfinished-"));
    draw(folder);
    try {
      renameSync(folder, shared);
    } catch (error) {
      // Another suite was first, with the same.
      if (!existsSync(shared)) throw error;
      rmSync(folder, { recursive: true });
    }
  }
  return shared;
}

/**
 * A specimen that shows `portrait`, one of the names in models/portraits; photographed, unless `degrade`
 * says otherwise. Its files are also others': they stay as they are.
 */
export function makeDocument({
  kind = "passport",
  portrait = "obama.jpg",
  seed = 1,
  expired = false,
  degrade = "handheld",
} = {}) {
  const name = `${kind}-${seed}-${parse(portrait).name}-${degrade}${expired ? "-expired" : ""}`;
  const out = drawn(name, (folder) =>
    run(
      "specimen",
      ...["--kind", kind],
      ...["--portrait", join(PORTRAITS, portrait)],
      ...["--seed", String(seed)],
      ...["--degrade", degrade],
      ...(expired ? ["--expired"] : []),
      ...["--out", folder],
    ),
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
