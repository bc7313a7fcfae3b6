import { writeFileSync } from 'node:fs';
import { scaleCurve } from './scale-curve.ts';
import { listTable, moneyTable, rateTable } from './scale-tables.ts';

/** `npm run scale`: the tables of docs/scale.md, and its picture, from the constants of today. */
writeFileSync('docs/pictures/scale.svg', scaleCurve());
console.log([listTable(), rateTable(), moneyTable()].join('\n\n'));
