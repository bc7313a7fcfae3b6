import { capacityFor } from '../../infra/capacity.ts';
import { dollarsOf, hoursToDrain, LATE_HOURS, LISTS, loadsAt, RATES, rateFor } from './scale.ts';

/** The tables of docs/scale.md. */

const number = (value: number): string => value.toLocaleString('en-US');
const dollars = (value: number): string =>
  `$${value.toLocaleString('en-US', { maximumFractionDigits: 2, minimumFractionDigits: 2 })}`;

/** `13 min`, `2.2 h`, and `*` where somebody is late. */
export function timeInWords(hours: number): string {
  const text = hours < 1 ? `${Math.ceil(hours * 60)} min` : `${hours.toFixed(1)} h`;
  return hours > LATE_HOURS ? `${text} *` : text;
}

const rows = (cells: readonly (readonly string[])[]): string =>
  cells.map((row) => `| ${row.join(' | ')} |`).join('\n');

export function listTable(): string {
  const head = ['readers', ...RATES.map((rate) => `${number(rate)}/s`), 'nobody is late at'];
  return rows([
    head,
    head.map(() => '---:'),
    ...LISTS.map((readers) => [
      number(readers),
      ...RATES.map((rate) => timeInWords(hoursToDrain(readers, rate))),
      `${number(rateFor(readers))}/s`,
    ]),
  ]);
}

export function moneyTable(): string {
  const head = ['readers', 'SES, a letter', 'all else', 'thirty letters'];
  return rows([
    head,
    head.map(() => '---:'),
    ...LISTS.map((readers) => {
      const { ses, ours } = dollarsOf(readers);
      return [number(readers), dollars(ses), dollars(ours), dollars(30 * (ses + ours))];
    }),
  ]);
}

export function rateTable(): string {
  const head = ['rate', 'senders', 'each', 'the tick', 'nearest to its limit', 'next'];
  return rows([
    head,
    ['---:', '---:', '---:', '---:', '---', '---'],
    ...RATES.map((rate) => {
      const { senders, senderMemory, tickMemory } = capacityFor({
        concurrency: 1000,
        sendRate: rate,
      });
      const [first, second] = loadsAt(rate).map(
        ({ part, share }) => `${part}: ${Math.round(share * 100)} %`,
      );
      const sizes = [senderMemory, tickMemory].map((memory) => `${number(memory)} MB`);
      return [`${number(rate)}/s`, String(senders), ...sizes, first ?? '', second ?? ''];
    }),
  ]);
}
