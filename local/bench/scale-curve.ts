import { hoursToDrain, LATE_HOURS, LISTS, RATES } from './scale.ts';

/** Hours until the last letter has gone, by readers: both axes logarithmic, a line a rate. */
const WIDTH = 720;
const HEIGHT = 400;
const LEFT = 60;
const RIGHT = 640;
const TOP = 20;
const BOTTOM = 350;
const HOURS = [1 / 60, 1 / 6, 1, 10, 100] as const;
const NAMES = ['1 min', '10 min', '1 h', '10 h', '100 h'];
const COLORS = ['#7a3e9d', '#3f6fb5', '#2a8a8a', '#3f8f3f', '#a07a1c', '#b5562a', '#a32d4d'];

const between = (value: number, least: number, most: number): number =>
  Math.log(value / least) / Math.log(most / least);
const x = (readers: number): number =>
  LEFT + (RIGHT - LEFT) * between(readers, LISTS[0], LISTS[LISTS.length - 1] ?? 1);
const y = (hours: number): number =>
  BOTTOM -
  (BOTTOM - TOP) * between(Math.min(Math.max(hours, HOURS[0]), HOURS[4]), HOURS[0], HOURS[4]);
const place = (value: number): string => value.toFixed(1);

const line = (x1: number, y1: number, x2: number, y2: number, style: string): string =>
  `<line x1="${place(x1)}" y1="${place(y1)}" x2="${place(x2)}" y2="${place(y2)}" ${style}/>`;
const text = (at: number, down: number, words: string, more = ''): string =>
  `<text x="${place(at)}" y="${place(down)}" ${more}>${words}</text>`;

/** A line ends where the picture does. */
function curve(rate: number, color: string): string {
  const all = LISTS.filter((readers) => hoursToDrain(readers, rate) <= HOURS[4]);
  const points = all.map((one) => `${place(x(one))},${place(y(hoursToDrain(one, rate)))}`);
  const last = all.at(-1) ?? LISTS[0];
  const label = text(x(last) + 6, y(hoursToDrain(last, rate)) + 4, `${rate}/s`, `fill="${color}"`);
  return `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>\n${label}`;
}

export function scaleCurve(): string {
  const grid = [
    ...HOURS.map((hours, at) =>
      [
        line(LEFT, y(hours), RIGHT, y(hours), 'stroke="#ccc"'),
        text(LEFT - 6, y(hours) + 4, NAMES[at] ?? '', 'text-anchor="end" fill="#555"'),
      ].join('\n'),
    ),
    ...[10_000, 100_000, 1_000_000, 10_000_000].map((readers) =>
      [
        line(x(readers), TOP, x(readers), BOTTOM, 'stroke="#ccc"'),
        text(
          x(readers),
          BOTTOM + 18,
          readers.toLocaleString('en-US'),
          'text-anchor="middle" fill="#555"',
        ),
      ].join('\n'),
    ),
    line(LEFT, y(LATE_HOURS), RIGHT, y(LATE_HOURS), 'stroke="#a32d4d" stroke-dasharray="4 4"'),
    text(LEFT + 6, y(LATE_HOURS) - 6, 'late', 'fill="#a32d4d"'),
    text(
      (LEFT + RIGHT) / 2,
      HEIGHT - 10,
      'readers who are all due at one hour',
      'text-anchor="middle" fill="#555"',
    ),
  ];
  const curves = RATES.map((rate, at) => curve(rate, COLORS[at] ?? '#000'));
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" font-family="sans-serif" font-size="12">
<title>Hours until the last letter has gone, by readers and by what SES takes a second</title>
<rect width="${WIDTH}" height="${HEIGHT}" fill="#fff"/>
${[...grid, ...curves].join('\n')}
</svg>
`;
}
