import { type DoorName, ENVIRONMENTS } from '../../functions/runtime/env.ts';

/** A place in a bundle, as a log line or a stack trace names it; both counts begin with 1. */
export interface Position {
  readonly door: DoorName;
  /** The bundle's name, which tells its build. */
  readonly bundle: string;
  readonly line: number;
  readonly column: number;
}

const DOORS = Object.keys(ENVIRONMENTS).join('|');
const POSITION = new RegExp(`\\b((${DOORS})-[0-9a-f]{8})(?:\\.mjs)?:(\\d+):(\\d+)`, 'g');

/** Every position in a text, each once, in their order: a position, a log line, a stack trace. */
export function positionsIn(text: string): readonly Position[] {
  const positions = [...text.matchAll(POSITION)].map(
    ([, bundle = '', door = '', line, column]): Position => ({
      door: door as DoorName,
      bundle,
      line: Number(line),
      column: Number(column),
    }),
  );
  return [...new Map(positions.map((one) => [nameOf(one), one])).values()];
}

/** A position as it is written in the log. */
export const nameOf = ({ bundle, line, column }: Position): string => `${bundle}:${line}:${column}`;
