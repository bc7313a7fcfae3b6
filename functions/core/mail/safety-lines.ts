import type { Words } from '../words/words.ts';
import { type Row, type RowPicture, rowsHtml, rowsText } from './rows.ts';
import { unbroken } from './unbroken.ts';

/** Whom a line is for; `violence` is for everybody, `women` and `men` are for them. */
export const WHOM = ['crisis', 'violence', 'women', 'men', 'children', 'elders'] as const;

/** People who can be called. */
interface SafetyLine {
  readonly for: (typeof WHOM)[number];
  readonly name: string;
  readonly number: string;
  /** In the words of its country; without them, day and night. */
  readonly hours?: string;
  readonly url?: string;
}

/** Who helps in one country. */
export interface Country {
  /** The number for emergencies. */
  readonly emergency: string;
  readonly lines: readonly SafetyLine[];
}

/** By country, ISO 3166-1 alpha-2. */
export type SafetyLines = Readonly<Partial<Record<string, Country>>>;

const ELSEWHERE = 'https://findahelpline.com';
/** Works in all of the European Union, and from mobile phones in many other countries. */
const EMERGENCY = '112';

/** The lines of a reader's country, as html and as words: the slots of `::lines`. */
export function safetyLinesOf(
  country: Country | undefined,
  words: Words,
  picture: RowPicture,
): { readonly linesHtml: string; readonly linesText: string } {
  const rows = [...linesIn(country, words), elsewhereIn(words)];
  return { linesHtml: rowsHtml(rows, picture), linesText: rowsText(rows) };
}

/** Who can be called in a country; the number that works in most of them where it is not known. */
export function linesIn(country: Country | undefined, words: Words): readonly Row[] {
  const { emergency, orWhereYouAre } = words.lines;
  if (country === undefined)
    return [{ label: emergency, parts: [called(EMERGENCY), `, ${orWhereYouAre}`] }];
  const lines = country.lines.map((line) => rowOf(line, words));
  return [{ label: emergency, parts: [called(country.emergency)] }, ...lines];
}

/** Where the lines of all other countries are. */
export const elsewhereIn = ({ lines: { elsewhere } }: Words): Row => ({
  label: elsewhere,
  parts: [{ text: 'findahelpline.com', to: ELSEWHERE }],
  url: ELSEWHERE,
});

function rowOf({ for: whom, name, number, hours, url }: SafetyLine, { lines }: Words): Row {
  return {
    label: lines[whom],
    parts: [
      url === undefined ? name : { text: name, to: url },
      ': ',
      called(number),
      ...(hours === undefined ? [] : [` (${hours})`]),
    ],
    ...(url !== undefined && { url }),
  };
}

/** A number that a phone calls. */
const called = (number: string) => ({
  text: unbroken(number),
  to: `tel:${number.replace(/\D/g, '')}`,
});
