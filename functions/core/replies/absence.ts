/** When and where the reader is. */
export interface Absence {
  /** ISO 8601 moment. */
  readonly now: string;
  /** IANA zone. */
  readonly zone: string;
  readonly locale?: string;
}
export function returnDate(_text: string, _at: Absence): string | undefined {
  return undefined;
}
