/** Catches what is logged as an error, to look at it. */
export function silenced(): () => readonly string[] {
  const lines: string[] = [];
  const { error } = console;
  console.error = (line: string) => lines.push(line);
  return () => {
    console.error = error;
    return lines;
  };
}
