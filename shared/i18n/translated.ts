// The shape every other language must have: the same keys as English, any wording.
export type Translated<T> = { readonly [K in keyof T]: T[K] extends string ? string : Translated<T[K]> };
