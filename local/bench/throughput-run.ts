import { throughputRatio } from './throughput.ts';

/** A process of its own, bundled: no heap of another measurement, no wrappers of a dev runner. */
console.log(await throughputRatio());
