import { ADDITIONS, type Asked } from '../core/reader/subscriber.ts';
import {
  aMap,
  aText,
  aTrue,
  beyond,
  listOf,
  mapIn,
  oneOf,
  optional,
  type Parse,
  required,
  type Stored,
} from './stored.ts';
import { anInstant, aRequestName } from './stored-values.ts';

const byName =
  <T>(parse: Parse<T>): Parse<Readonly<Record<string, T>>> =>
  (value) => {
    const map = aMap(value);
    return map !== undefined && Object.values(map).every((each) => parse(each) !== undefined)
      ? (map as Readonly<Record<string, T>>)
      : undefined;
  };
const moments = byName(anInstant);
const texts = byName(aText);

/** How somebody came to ask for letters. @throws UnreadableItem */
export function askedIn(item: Stored): Asked {
  const given = mapIn(item, 'asked');
  const of = optional(given, 'of', oneOf(['reader', 'left'] as const));
  const adds = optional(given, 'adds', listOf(oneOf(ADDITIONS)));
  const name = optional(given, 'name', aRequestName);
  const forMove = optional(given, 'forMove', aTrue);
  const buttons = optional(given, 'buttons', moments);
  return {
    ...beyond(given, ['at', 'name', 'details', 'of', 'adds', 'forMove', 'buttons']),
    at: required(given, 'at', anInstant),
    ...(name !== undefined && { name }),
    details: required(given, 'details', texts),
    ...(of !== undefined && { of }),
    ...(adds !== undefined && { adds }),
    ...(forMove && { forMove }),
    ...(buttons && { buttons }),
  };
}
