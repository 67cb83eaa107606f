/** Best costs ever seen on the own data sets (thousandths of a cent; exchanges: placed weight, then cost). Our own table, no proven optima. */
export const bestEver: Readonly<Record<string, string>> = {
  "nrw-100": "2809141845, all served",
  "nrw-200": "5837012810, weight 3 open",
  "nrw-300": "8281383490, all served",
  "exchange-40x60": "80, 1111033865 (proven, bundles of three)",
  "exchange-80x200": "208, 2758519025 (proven, bundles of two)",
  "scarce-40x19": "52, 515787190 (proven, bundles of three)",
  "cancel-10": "2747775140, all served",
  "flight-shift-90": "2837061475, all served",
};
