import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];

/** Path of a Chromium on this machine: STEMMA_CHROMIUM, else the first known name on PATH. Undefined where there is none. */
export function chromiumPath(env = process.env) {
  const candidates = env.STEMMA_CHROMIUM
    ? [env.STEMMA_CHROMIUM]
    : (env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)));
  return candidates.find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
