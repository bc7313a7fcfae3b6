import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, expect, test } from 'vitest';
import type { DoorName } from '../../functions/runtime/env.ts';
import { Kindling } from '../../infra/stack.ts';

const folder = mkdtempSync(join(tmpdir(), 'kindling-nag-'));
afterAll(() => rmSync(folder, { recursive: true }));

test('every finding of AwsSolutions is mended or accepted with its reason', () => {
  const code = join(folder, 'code');
  mkdirSync(code);
  writeFileSync(join(code, 'index.mjs'), '');
  const doors: readonly DoorName[] = ['web', 'tick', 'send', 'replies', 'feedback'];
  const app = new App({ outdir: join(folder, 'out'), analyticsReporting: false });
  new Kindling(app, 'Kindling', {
    config: {
      domain: 'closer.org',
      hostedZoneId: 'Z0123456789ABC',
      replyDomain: 'reply.closer.org',
      alarmAddress: 'ann@closer.org' as never,
    },
    placeholders: [],
    code: Object.fromEntries(doors.map((door) => [door, code])) as Record<DoorName, string>,
  });
  Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
  // Synthesizing throws with every finding that is not accepted.
  expect(() => app.synth()).not.toThrow();
});
