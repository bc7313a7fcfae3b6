import { text } from 'node:stream/consumers';
import { SOURCE_MAPS } from '../infra/source-maps.ts';
import { asJson } from './account/as-json.ts';
import { answerTo } from './where/answer.ts';

/** `npm run where`: the lines of ours that a log line comes from. It reads what a build has kept. */
const HELP = `npm run where -- <position, log line or stack trace>

  npm run where -- send-3fa1b2c4:37:4521
  npm run where -- '{"event":"send-failed","error":"TypeError","at":["send-3fa1b2c4:37:4521"]}'
  npm run where < pasted.txt

  --json   the same for scripts`;

const typed = process.argv.slice(2);
const isJson = typed.includes('--json');
const given = typed.filter((one) => one !== '--json');
if (given.includes('--help') || (given.length === 0 && process.stdin.isTTY)) {
  console.log(HELP);
} else {
  const { complete, words, places } = answerTo(
    given.length > 0 ? given.join(' ') : await text(process.stdin),
    SOURCE_MAPS,
  );
  console.log(isJson ? asJson(places) : words);
  if (!complete) process.exitCode = 1;
}
