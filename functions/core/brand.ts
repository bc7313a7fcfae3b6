declare const brand: unique symbol;

/** A value that was parsed once at the door; a plain `T` is not assignable to it. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };
