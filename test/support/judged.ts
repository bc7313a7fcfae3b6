import { readFileSync } from 'node:fs';
import { RelaxNGValidator, XmlDocument, XmlLibError } from 'libxml2-wasm';

/** What has rules of its own: see `schemas/`. */
export type Kind = 'atom' | 'sitemap';

/** What libxml2 finds wrong with a text by the rules of its kind; nothing when all is well. */
export function faultsIn(kind: Kind, text: string): readonly string[] {
  const schema = readFileSync(new URL(`./schemas/${kind}.rng`, import.meta.url), 'utf8');
  using rules = XmlDocument.fromString(schema);
  using judge = RelaxNGValidator.fromDoc(rules);
  try {
    using document = XmlDocument.fromString(text);
    judge.validate(document);
    return [];
  } catch (error) {
    if (error instanceof XmlLibError) return error.details.map(({ message }) => message.trim());
    throw error;
  }
}
