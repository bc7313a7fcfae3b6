import { readFileSync } from 'node:fs';
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
  // Two syntheses at once, as of a test beside a running start, must not share a folder.
  const assembly = basename(app.outdir);
  const [code, maps] = [join('.build/doors', assembly), join(SOURCE_MAPS, assembly)];
  new Kindling(app, stackName(config), {
    config,
    from: content.publication.from.address,
    code: await bundleDoors(doors, content, code, maps),
    placeholders: placeholders(config, content.publication),
    description: 'Email courses and a newsletter, with replies that are understood',
  });
  app.synth();
}

await explainingMistakes(synthesize);
