import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import type { CompiledContent } from '../emails/compile.ts';
import { picturesOf } from '../emails/pictures/pictures.ts';
import { type Written, writeCompiled, writePictures } from '../emails/write-compiled.ts';
import type { DoorName } from '../functions/runtime/env.ts';
import { bundleName, keepSourceMap } from './source-maps.ts';

/** Which doors carry the compiled words. */
const WITH_CONTENT: Readonly<Record<DoorName, boolean>> = {
  web: true,
  tick: false,
  send: true,
  replies: true,
  feedback: false,
  publish: true,
  redact: false,
  errands: true,
};

/** The SDK's whole chain of credential providers, for the one link that counts in Lambda (010). */
const ALIAS = {
  '@aws-sdk/credential-provider-node': resolve('functions/adapters/lambda-credentials.ts'),
};

/** Lambda's Node has `require` in CommonJS only; a few of the SDK's parts still ask for it. */
const BANNER =
  "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);";

/** How esbuild makes one file of a door; the bench makes what it compares with in the same way. */
export const BUNDLING = {
  bundle: true,
  minify: true,
  platform: 'node',
  target: 'node24',
  format: 'esm',
  // The ESM builds of the SDK are 38 % smaller and load a quarter faster (sending.md §4).
  mainFields: ['module', 'main'],
  alias: ALIAS,
  // The pages' style sheets are a string that the web door answers with.
  loader: { '.css': 'text' },
  define: { 'process.env.NODE_ENV': '"production"' },
  banner: { js: BANNER },
  logLevel: 'error',
} as const satisfies BuildOptions;

/**
 * Bundles each door into a folder of its own with all that it needs.
 *
 * @param mapsDir where the source maps are kept, beside what is deployed and not in it
 * @returns the folder of each door, ready to be a Lambda asset
 */
export async function bundleDoors(
  doors: readonly DoorName[],
  content: CompiledContent,
  outDir: string,
  mapsDir: string,
): Promise<Readonly<Record<DoorName, string>>> {
  rmSync(outDir, { recursive: true, force: true });
  const folders = Object.fromEntries(doors.map((door) => [door, join(outDir, door)]));
  await Promise.all(
    doors.map(async (door) => {
      const folder = join(outDir, door);
      mkdirSync(folder, { recursive: true });
      const { code, map } = await bundled(door);
      const bundle = bundleName(door, code);
      writeFileSync(join(folder, `${bundle}.mjs`), code);
      // Lambda asks for the same file after every deployment; the bundle's own name tells its build.
      writeFileSync(join(folder, 'index.mjs'), `export { handler } from './${bundle}.mjs';\n`);
      keepSourceMap(mapsDir, bundle, map);
      if (WITH_CONTENT[door]) writeCompiled(carried(door, content), join(folder, 'content'));
      if (door === 'web') writePictures(await picturesOf(content), join(folder, 'content'));
    }),
  );
  return folders as Record<DoorName, string>;
}

/** Each door has what it needs, and no more to load. */
function carried(door: DoorName, content: CompiledContent): Written {
  const { ownWords, letterPages, ...forAll } = content;
  if (door === 'replies') return { ...forAll, ownWords };
  return door === 'web' ? { ...forAll, letterPages } : forAll;
}

/** A door's code in one file, and its source map, whose paths begin at the root of the project. */
async function bundled(door: DoorName): Promise<{ readonly code: string; readonly map: string }> {
  const { outputFiles } = await build({
    ...BUNDLING,
    entryPoints: [join('functions', `${door}.ts`)],
    outfile: 'bundle.mjs',
    write: false,
    sourcemap: 'external',
  });
  const ending = (end: string) => outputFiles.find(({ path }) => path.endsWith(end))?.text ?? '';
  return { code: ending('.mjs'), map: ending('.map') };
}
