import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type CompiledContent, compileContent } from '../../emails/compile.ts';
import { writeCompiled } from '../../emails/write-compiled.ts';
import { type Library, libraryIn } from '../../functions/adapters/library.ts';
import { bundleDoors } from '../../infra/bundle.ts';
import { CPU_SECONDS, capacityFor } from '../../infra/capacity.ts';
import { corpusRows } from './corpus.ts';
import { countRows, issueRows, OVERHEAD } from './cost-rows.ts';
import { cpuOfSending } from './cpu.ts';
import { drain } from './drain.ts';
import { fixedRows } from './fixed.ts';
import { costOfTick } from './growth.ts';
import { sendLessons } from './happy-path.ts';
import { slowestHostileMail } from './hostile-mails.ts';
import { sendIssue } from './issue.ts';
import { bareSdk, bundleKilobytes, loadTimes } from './load.ts';
import { passes, type Row, table } from './row.ts';
import { sameTimeRows } from './same-time.ts';
import { busiestShard } from './spread.ts';
import { measuredThroughput } from './throughput.ts';

/** `npm run bench`: what a lesson and an issue cost and how fast they go, as one table; `--only issues` measures one part of it. */
process.env['AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED'] = 'true';
const LESSONS = 1000;
/** What an account may send in a second that has left the sandbox. */
const RATE = 14;
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
    [RATE, 200].map(async (rate) =>
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

async function issueCostRows(assembly: string, library: Library): Promise<readonly Row[]> {
  const figures = await sendIssue(assembly, library, LESSONS, RATE);
  return issueRows(figures, LESSONS, RATE);
}

async function writingRows(): Promise<readonly Row[]> {
  const value = await measuredThroughput(resolve('.build'));
  const name = 'messages a second, by static renders a second';
  return [{ name, unit: '×', value, gate: 4.5, goal: 10, more: true }];
}

function spreadRows(): readonly Row[] {
  const value = busiestShard(100_000);
  return [{ name: 'busiest shard by the mean', unit: '×', value, gate: 1.05, goal: 1.02 }];
}

async function hostileRows({ ownWords }: CompiledContent): Promise<readonly Row[]> {
  const value = await slowestHostileMail(ownWords);
  const name = 'CPU of the slowest hostile mail of a megabyte';
  return [{ name, unit: 'ms', value, gate: 500, goal: 150 }];
}

/** What the parts are measured with. */
interface Bench {
  readonly assembly: string;
  readonly content: CompiledContent;
  readonly library: Library;
}

/** Each by the name that `--only` knows it by, and what is said while it runs. */
const PARTS: Readonly<
  Record<string, readonly [saying: string, rows: (bench: Bench) => Promised<readonly Row[]>]>
> = {
  lessons: [`sending ${LESSONS} lessons`, ({ assembly }) => costRows(assembly)],
  issues: [
    `bringing out an issue to ${LESSONS}`,
    ({ assembly, library }) => issueCostRows(assembly, library),
  ],
  draining: ['draining', drainRows],
  growth: ['filling the due index with 110,000 readers', ({ assembly }) => growthRows(assembly)],
  'sign-ups': [
    'signing up strangers and readers',
    ({ assembly, library }) => sameTimeRows(assembly, library),
  ],
  writing: ['writing mails', writingRows],
  bundles: ['loading bundles', ({ content }) => bundleRows(content)],
  shards: ['spreading readers', spreadRows],
  hostile: ['reading hostile mails', ({ content }) => hostileRows(content)],
  corpus: ['reading the corpus', corpusRows],
};
type Promised<T> = T | Promise<T>;

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const { only } = values;
if (only !== undefined && PARTS[only] === undefined) {
  console.error(`npm run bench -- --only ${Object.keys(PARTS).join('|')}`);
  process.exit(2);
}

try {
  say('synthesizing');
  const assembly = synthesized();
  const content = await compileContent('content');
  const words = join(work, 'words');
  mkdirSync(words);
  await writeCompiled(content, words);
  const bench = { assembly, content, library: libraryIn(pathToFileURL(`${words}/`)) };
  const rows: Row[] = [];
  for (const [name, [saying, rowsOf]] of Object.entries(PARTS)) {
    if (only !== undefined && only !== name) continue;
    say(saying);
    rows.push(...(await rowsOf(bench)));
  }
  console.log(table(rows));
  if (!rows.every(passes)) process.exitCode = 1;
} finally {
  rmSync(work, { recursive: true, force: true });
}
