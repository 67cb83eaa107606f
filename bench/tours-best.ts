/** Best costs ever seen on the own data sets (thousandths of a cent; exchanges: placed weight, then cost). Our own table, no proven optima. */
export const bestEver: Readonly<Record<string, string>> = {};
