export const personas = {} as const;
