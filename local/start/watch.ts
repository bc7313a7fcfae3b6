import { watch } from 'node:fs';

/** Editors write a file in several steps; a change counts when they have come to rest. */
const REST_MS = 250;

/**
 * Calls back, one call after another, when something under these paths has changed.
 *
 * @returns ends the watching
 */
export function whenChanged(paths: readonly string[], rebuild: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const changed = (name: string | null) => {
    if (name !== null && isTemporary(name)) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(rebuild);
    }, REST_MS);
  };
  const watchers = paths.map((path) =>
    watch(path, { recursive: true }, (_, name) => changed(name)).on('error', () => undefined),
  );
  return () => {
    clearTimeout(timer);
    for (const watcher of watchers) watcher.close();
  };
}

/** What editors and file managers put beside a file. */
function isTemporary(name: string): boolean {
  const base = name.slice(name.lastIndexOf('/') + 1);
  return /^\.|~$|\.sw[a-z]$|^4913$|\.tmp$/.test(base);
}
