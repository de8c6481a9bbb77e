export const writing = {} as const;
