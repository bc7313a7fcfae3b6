/**
 * Lists in which words that end behind an apostrophe are known without it, too, as they are typed on
 * a phone: "don't" becomes "(don't|dont)".
 *
 * @param endings what stands behind the apostrophe; leave out those that make another word of it
 *   ("we'll" is no "well")
 */
export function typedWithout<Name extends string>(
  lists: Readonly<Record<Name, string>>,
  endings: readonly string[],
): Readonly<Record<Name, string>> {
  const word = new RegExp(`([a-z]+)'(${endings.join('|')})(?![a-z'])`, 'g');
  const both = (list: string): string =>
    list
      .replace(word, "($1'$2|$1$2)")
      .replace(/\(([a-z]+'[a-z]+)\|([a-z]+)\)\|\2(?![a-z' ])/g, '$1|$2');
  return Object.fromEntries(
    Object.entries<string>(lists).map(([name, list]) => [name, both(list)]),
  ) as Record<Name, string>;
}
