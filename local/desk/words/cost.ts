import { columns, dollars } from '../../account/newsletter/words.ts';
import type { Paint } from '../../account/paint.ts';
import type { Cost, CostPart, Sum } from '../cost.ts';

const NAMES: Readonly<Record<CostPart['what'], string>> = {
  letters: 'letters',
  newsletter: 'the newsletter',
  replies: 'replies',
  idle: 'alarms and clocks, also when nothing is sent',
};

/** How long the bar is that the larger of two sums makes. */
const WIDTH = 40;

/** A month so far and as a whole. */
export function costInWords({ month, soFar, forecast }: Cost, paint: Paint): readonly string[] {
  const rows = forecast.parts.map(({ what, count }, place) => [
    NAMES[what],
    ...(what === 'idle' ? ['', ''] : [String(soFar.parts[place]?.count ?? 0), String(count)]),
    dollars(sumIn(soFar, place)),
    dollars(sumIn(forecast, place)),
  ]);
  return [
    paint('bold', month),
    ...columns([
      ['', 'so far', 'the month', 'costs so far', 'the month'],
      ...rows,
      ['all', '', '', dollars(soFar.total), dollars(forecast.total)],
    ]),
    '',
    barInWords(forecast, paint),
    'By our own counters and list prices (docs/sending.md), without free tiers, confirmations, answers and storage.',
    'The month goes on in this as it went so far. What AWS bills is on its bill.',
  ];
}

const sumIn = ({ parts }: Sum, place: number): number =>
  (parts[place]?.ses ?? 0) + (parts[place]?.ours ?? 0);

/** What of a month is SES's, and what all else's. */
function barInWords({ parts, total }: Sum, paint: Paint): string {
  const ses = parts.reduce((sum, one) => sum + one.ses, 0);
  const marks = total === 0 ? 0 : Math.round((WIDTH * ses) / total);
  const percent = total === 0 ? 0 : Math.round((100 * ses) / total);
  return `${'█'.repeat(marks)}${paint('dim', '░'.repeat(WIDTH - marks))} ${percent} % SES`;
}
