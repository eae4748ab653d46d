import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { constants, gzipSync } from 'node:zlib';

import type { Plugin } from 'vite';

/** Leaves each asset as `name.gz` alone: the server sends it so, and its program carries it so. */
export function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = 'dist' }, bundle) {
      for (const name of Object.keys(bundle).filter((file) => file.startsWith('assets/'))) {
        const file = join(dir, name);
        const contents = gzipSync(readFileSync(file), { level: constants.Z_BEST_COMPRESSION });
        writeFileSync(`${file}.gz`, contents);
        rmSync(file);
      }
    },
  };
}
