import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inject } from 'vitest';
import { VARIANTS, type Variant, variantFile } from '../support/stack-variants.ts';
import type { TemplateJson } from './broken.ts';

export const VARIANT_NAMES = Object.keys(VARIANTS) as readonly Variant[];

/** The template of an account that is as the variant says. */
export const templateOf = (variant: Variant): TemplateJson =>
  JSON.parse(readFileSync(join(inject('assembly'), variantFile(variant)), 'utf8'));
