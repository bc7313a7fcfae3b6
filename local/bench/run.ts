import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type CompiledContent, compileContent } from '../../emails/compile.ts';
import { bundleDoors } from '../../infra/bundle.ts';
import { corpusRows } from './corpus.ts';
import { drain } from './drain.ts';
import { costOfTick } from './growth.ts';
import { countRows, sendLessons } from './happy-path.ts';
import { slowestHostileMail } from './hostile-mails.ts';
import { bareSdkPair, bundleKilobytes, loadTimes } from './load.ts';
import { passes, type Row, table } from './row.ts';
import { busiestShard } from './spread.ts';
import { measuredThroughput } from './throughput.ts';

/** `npm run bench`: what a lesson costs and how fast lessons go, as one table. */
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const LESSONS = 1000;
const work = mkdtempSync(join(tmpdir(), 'kindling-bench-'));
const say = (what: string) => process.stderr.write(`${what} …\n`);

function synthesized(): string {
  const assembly = join(work, 'assembly');
  const { status, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'infra/app.ts'], {
    env: { ...process.env, CDK_OUTDIR: assembly },
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return assembly;
}

async function drainRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const rate of [14, 50, 200]) {
    const { ofPace, ofRate, throttled } = await drain(100_000, rate);
    rows.push(
      {
        name: `draining 100,000 at ${rate}/s, of what 90 % of it allows`,
        unit: '',
        value: ofPace,
        gate: 0.95,
        goal: 0.98,
        more: true,
      },
      { name: '  of the whole rate', unit: '', value: ofRate },
      { name: '  throttled', unit: '%', value: throttled * 100, gate: 0.1, goal: 0 },
    );
  }
  return rows;
}

async function growthRows(assembly: string): Promise<readonly Row[]> {
  const costs: number[] = [];
  for (const notDue of [0, 10_000, 100_000]) costs.push(await costOfTick(assembly, notDue));
  const [alone = 0, ...others] = costs;
  const value = Math.max(...others) / alone;
  const name = 'a tick’s cost with 100,000 not due, by that with none';
  return [{ name, unit: '×', value, gate: 1.05, goal: 1 }];
}

async function bundleRows(content: CompiledContent): Promise<readonly Row[]> {
  const folder = join(work, 'doors');
  mkdirSync(folder);
  const { send } = await bundleDoors(['send'], content, folder, join(work, 'maps'));
  const kilobytes = bundleKilobytes(send);
  const pair = await bareSdkPair(join(work, 'pair'));
  const [ours = 0, bare = 1] = loadTimes([resolve(send), pair]);
  return [
    { name: 'sender bundle', unit: 'KB', value: kilobytes, gate: 560, goal: 60 },
    {
      name: 'its module load, by that of the bare SDK pair',
      unit: '×',
      value: ours / bare,
      gate: 1.1,
      goal: 0.25,
    },
  ];
}

try {
  say('synthesizing');
  const assembly = synthesized();
  say(`sending ${LESSONS} lessons`);
  const rows: Row[] = [...countRows(await sendLessons(assembly, LESSONS), LESSONS)];
  say('draining');
  rows.push(...(await drainRows()));
  say('filling the due index with 110,000 readers');
  rows.push(...(await growthRows(assembly)));
  say('writing mails');
  const ratio = await measuredThroughput(resolve('.build'));
  const name = 'messages a second, by static renders a second';
  rows.push({ name, unit: '×', value: ratio, gate: 4, goal: 10, more: true });
  say('loading bundles');
  const content = await compileContent('content');
  rows.push(...(await bundleRows(content)));
  const busiest = busiestShard(100_000);
  rows.push({
    name: 'busiest shard by the mean',
    unit: '×',
    value: busiest,
    gate: 1.05,
    goal: 1.02,
  });
  say('reading hostile mails');
  rows.push({
    name: 'CPU of the slowest hostile mail of a megabyte',
    unit: 'ms',
    value: await slowestHostileMail(content.ownWords),
    gate: 500,
    goal: 150,
  });
  rows.push(...corpusRows());
  console.log(table(rows));
  if (!rows.every(passes)) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
