import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import type { Portion, Told } from './portion.ts';

/**
 * `npm run model -- --runs N --seed S`: N stories on all cores. The same N and S are the same stories,
 * on however many cores. Tells how far it is on stderr; ends with 1 at the first story that breaks a
 * promise, and prints it as short as it could be made, for `test/model/found.ts`.
 */

/** So many stories a worker is given at once. */
const PORTION = 250;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '10000' },
    seed: { type: 'string', default: String(Math.floor(Date.now() / 1000)) },
    cores: { type: 'string', default: String(availableParallelism()) },
  },
});
const [runs, seed, cores] = [Number(values.runs), Number(values.seed), Number(values.cores)];
if (![runs, seed, cores].every(Number.isInteger)) {
  console.error('npm run model -- --runs 10000 --seed 1 [--cores 2]');
  process.exit(2);
}

const portions = Math.ceil(runs / PORTION);
const began = performance.now();
let given = 0;
let done = 0;

/** Each portion has a seed of its own, a number further. */
function nextPortion(): Portion | undefined {
  if (given >= portions) return undefined;
  const runsOfIt = Math.min(PORTION, runs - given * PORTION);
  const portion = { seed: seed + given, runs: runsOfIt };
  given += 1;
  return portion;
}

function progress(): void {
  const seconds = (performance.now() - began) / 1000;
  const rate = done / Math.max(seconds, 1);
  const left = Math.round((runs - done) / Math.max(rate, 1));
  process.stderr.write(
    `\r${done} of ${runs} stories, ${Math.round(rate)} a second, ${left} s left  `,
  );
}

/** One process; it ends when there is nothing left to tell. */
function worker(): Promise<void> {
  const child = fork(new URL('./tell.ts', import.meta.url), { execArgv: ['--import', 'tsx'] });
  return new Promise((resolve, reject) => {
    const give = () => {
      const portion = nextPortion();
      if (portion !== undefined) child.send(portion);
      else child.disconnect();
    };
    child.on('message', (told: Told) => {
      if (told.is === 'broken') {
        process.stderr.write('\n');
        console.log(told.story);
        process.exit(1);
      }
      done += told.runs;
      progress();
      give();
    });
    child.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`a worker ended: ${code}`)),
    );
    give();
  });
}

console.error(`${runs} stories from seed ${seed}, on ${cores} cores`);
await Promise.all(Array.from({ length: Math.min(cores, portions) }, worker));
process.stderr.write('\n');
console.log(`${runs} stories from seed ${seed}: no promise was broken.`);
