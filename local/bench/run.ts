import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CompiledContent, compileContent } from '../../emails/compile.ts';
import { writeCompiled } from '../../emails/write-compiled.ts';
import { libraryIn } from '../../functions/adapters/library.ts';
import { bundleDoors } from '../../infra/bundle.ts';
import { CPU_SECONDS, capacityFor } from '../../infra/capacity.ts';
import { corpusRows } from './corpus.ts';
import { cpuOfSending } from './cpu.ts';
import { drain } from './drain.ts';
import { fixedRows } from './fixed.ts';
import { costOfTick } from './growth.ts';
import { countRows, OVERHEAD, sendLessons } from './happy-path.ts';
import { slowestHostileMail } from './hostile-mails.ts';
import { bareSdk, bundleKilobytes, loadTimes } from './load.ts';
import { passes, type Row, table } from './row.ts';
import { sameTimeRows } from './same-time.ts';
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

/** Accounts as they are: new ones that left the sandbox, and such as asked for more of both. */
const ACCOUNTS = [
  { perSecond: 14, concurrency: 10 },
  { perSecond: 50, concurrency: 10 },
  { perSecond: 200, concurrency: 1000 },
];

async function drainRows(): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { perSecond, concurrency } of ACCOUNTS) {
    const { ofPace, ofRate, throttled } = await drain(100_000, perSecond, concurrency);
    const issue = await drain(100_000, perSecond, concurrency, 'issues');
    const { senders } = capacityFor({ concurrency, sendRate: perSecond });
    rows.push(
      {
        name: `draining 100,000 at ${perSecond}/s with ${senders} senders, of what 90 % of it allows`,
        unit: '',
        value: ofPace,
        gate: 0.95,
        goal: 0.98,
        more: true,
      },
      { name: '  of the whole rate', unit: '', value: ofRate },
      {
        name: '  an issue to as many',
        unit: '',
        value: issue.ofPace,
        gate: 0.95,
        goal: 0.98,
        more: true,
      },
      { name: '  throttled', unit: '%', value: throttled * 100, gate: 0.1, goal: 0 },
    );
  }
  return rows;
}

/** What it costs at the rate that most have; at a larger one only what changes with it. */
async function costRows(assembly: string): Promise<readonly Row[]> {
  const [few, many] = await Promise.all(
    [14, 200].map(async (rate) =>
      countRows(await sendLessons(assembly, LESSONS, rate), LESSONS, rate),
    ),
  );
  const dollars = few?.find(({ name }) => name === OVERHEAD)?.value ?? 0;
  return [
    ...(few ?? []),
    ...(many ?? []).filter(({ name }) => name.includes('requests')),
    ...fixedRows(assembly, dollars / 1e6),
  ];
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
  const bare = await bareSdk(join(work, 'bare'));
  const [ours = 0, theirs = 1] = loadTimes([resolve(send), bare]);
  const cpu = await cpuOfSending(send, work);
  return [
    { name: 'sender bundle', unit: 'KB', value: kilobytes, gate: 560, goal: 500 },
    {
      name: 'its module load, by that of the bare SDK clients',
      unit: '×',
      value: ours / theirs,
      gate: 1.5,
      goal: 1.3,
    },
    {
      name: 'CPU of a mail, from claim to finalize',
      unit: 'ms',
      value: cpu.mail,
      gate: CPU_SECONDS.mail * 1000,
      goal: 2,
    },
    {
      name: 'CPU of a due moment in a tick',
      unit: 'µs',
      value: cpu.due * 1000,
      gate: CPU_SECONDS.due * 1e6,
      goal: 10,
    },
  ];
}

try {
  say('synthesizing');
  const assembly = synthesized();
  say(`sending ${LESSONS} lessons`);
  const rows: Row[] = [...(await costRows(assembly))];
  say('draining');
  rows.push(...(await drainRows()));
  say('filling the due index with 110,000 readers');
  rows.push(...(await growthRows(assembly)));
  say('signing up strangers and readers');
  const words = join(work, 'words');
  mkdirSync(words);
  await writeCompiled(await compileContent('content'), words);
  rows.push(...(await sameTimeRows(assembly, libraryIn(pathToFileURL(`${words}/`)))));
  say('writing mails');
  const ratio = await measuredThroughput(resolve('.build'));
  const name = 'messages a second, by static renders a second';
  rows.push({ name, unit: '×', value: ratio, gate: 4.5, goal: 10, more: true });
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
