import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { compileContent, contentFolder } from '../emails/compile.ts';
import { type DoorName, ENVIRONMENTS } from '../functions/runtime/env.ts';
import { bundleDoors } from './bundle.ts';
import { placeholders, readAccountConfig, stackName } from './config.ts';
import { explainingMistakes } from './mistakes.ts';
import { SOURCE_MAPS } from './source-maps.ts';
import { Kindling } from './stack.ts';

/** Compiles the words, bundles the doors, and writes the template. */
async function synthesize(): Promise<void> {
  // The cdk command passes its context; run by itself, this program reads the same file.
  const { context } = JSON.parse(readFileSync('cdk.json', 'utf8')) as {
    readonly context: Readonly<Record<string, unknown>>;
  };
  const app = new App({ context, analyticsReporting: false });
  const content = await compileContent(contentFolder());
  const config = readAccountConfig((key) => app.node.tryGetContext(key), content.publication);
  const doors = Object.keys(ENVIRONMENTS) as DoorName[];
  // Of each synthesis its own: with two at once, a publication would go out with another's letters.
  const code = mkdtempSync(join(tmpdir(), 'kindling-doors-'));
  try {
    new Kindling(app, stackName(config), {
      config,
      from: content.publication.from.address,
      code: await bundleDoors(doors, content, code, join(SOURCE_MAPS, basename(app.outdir))),
      placeholders: placeholders(config, content.publication),
      description: 'Email courses and a newsletter, with replies that are understood',
    });
    app.synth();
  } finally {
    rmSync(code, { recursive: true, force: true });
  }
}

await explainingMistakes(synthesize);
