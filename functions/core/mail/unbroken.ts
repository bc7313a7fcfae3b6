/** A number as one calls it, which never breaks over two lines: half of it is none. */
export const unbroken = (number: string): string =>
  number.replaceAll(' ', '\u00A0').replaceAll('-', '\u2011');
