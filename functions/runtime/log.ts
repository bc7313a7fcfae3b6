/** Counts and names only. There is no parameter that could carry an address, a name or a token. */
export type Figures = Readonly<Record<string, number>>;

/**
 * One line a batch, as JSON (a line a lesson would cost more than the Lambda, sending.md §5).
 *
 * @param event what happened, as a constant of the code
 */
export function logFigures(event: string, figures: Figures): void {
  console.log(JSON.stringify({ event, ...figures }));
}

/**
 * An error that somebody has to look at. Only its name and the place in our code are written: its
 * message may quote a reader's mail or address.
 */
export function logError(event: string, error: unknown): void {
  const name = error instanceof Error ? error.name : typeof error;
  const place =
    error instanceof Error ? /\n\s+at ([^\n]+)/.exec(error.stack ?? '')?.[1] : undefined;
  console.error(JSON.stringify({ event, error: name, place }));
}
