/** A sentence as it is. */
export const plain = [] as const;
/** A sentence in the forms that its language counts by. */
export const COUNTED = 'counted';
