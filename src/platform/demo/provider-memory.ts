/** Where the provider of the demo keeps what it has begun: in this process, for minutes, and gone with it. */
import type { Adapter, AdapterPayload } from "oidc-provider";

type Entry = { payload: AdapterPayload; until: number };

/** One store for all kinds of things; a kind asks under its own name. */
export function createProviderMemory(now: () => number = Date.now): (kind: string) => Adapter {
  const entries = new Map<string, Entry>();

  const clear = (): void => {
    for (const [key, { until }] of entries) if (until <= now()) entries.delete(key);
  };

  const live = (entry: Entry | undefined): AdapterPayload | undefined =>
    entry && entry.until > now() ? entry.payload : undefined;

  return (kind) => {
    const keyOf = (id: string): string => `${kind}:${id}`;
    const findBy = async (fits: (payload: AdapterPayload) => boolean): Promise<AdapterPayload | undefined> =>
      [...entries]
        .filter(([key]) => key.startsWith(`${kind}:`))
        .map(([, entry]) => live(entry))
        .find((payload) => payload && fits(payload));
    return {
      upsert: async (id, payload, expiresIn) => {
        clear();
        entries.set(keyOf(id), { payload, until: now() + (expiresIn || Infinity) * 1000 });
      },
      find: async (id) => live(entries.get(keyOf(id))),
      findByUid: (uid) => findBy((payload) => payload.uid === uid),
      findByUserCode: (userCode) => findBy((payload) => payload.userCode === userCode),
      consume: async (id) => {
        const payload = live(entries.get(keyOf(id)));
        if (payload) payload.consumed = Math.floor(now() / 1000);
      },
      destroy: async (id) => void entries.delete(keyOf(id)),
      revokeByGrantId: async (grantId) => {
        for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      },
    };
  };
}
