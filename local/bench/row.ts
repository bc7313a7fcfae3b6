/** One line of the table: a figure, what it must not cross, and what we would like. */
export interface Row {
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** Absent for a figure that is only told. */
  readonly gate?: number;
  readonly goal?: number;
  /** Whether more of it is better; less is, by default. */
  readonly more?: boolean;
}

/** Whether a figure keeps within its gate. */
export const passes = ({ value, gate, more = false }: Row): boolean =>
  gate === undefined || (more ? value >= gate : value <= gate);

/** The table as text, in columns. */
export function table(rows: readonly Row[]): string {
  const sign = ({ more = false }: Row) => (more ? '≥' : '≤');
  const cells = rows.map((row) => [
    row.name,
    `${short(row.value)} ${row.unit}`.trim(),
    row.gate === undefined ? '' : `${sign(row)} ${short(row.gate)}`,
    row.goal === undefined ? '' : `${sign(row)} ${short(row.goal)}`,
    row.gate === undefined ? '' : passes(row) ? 'ok' : 'FAILS',
  ]);
  const all = [['figure', 'measured', 'gate', 'goal', ''], ...cells];
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...all.map((line) => (line[column] ?? '').length)),
  );
  const line = (parts: readonly string[]) =>
    parts
      .map((part, column) => part.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd();
  return all.map(line).join('\n');
}

const short = (value: number): string => String(Number(value.toPrecision(4)));
