/** Who on this process wants to hear of which topic. */
export type Listener = (topic: string) => void;

export type Listeners = {
  /** Gives the function that ends it. */
  add: (topics: readonly string[], listener: Listener) => () => void;
  tell: (topic: string) => void;
  /** Something may have been missed (`*`). */
  tellAllToLook: () => void;
};

export function createListeners(): Listeners {
  const byTopic = new Map<string, Set<Listener>>();

  const remove = (topic: string, listener: Listener): void => {
    byTopic.get(topic)?.delete(listener);
    if (byTopic.get(topic)?.size === 0) byTopic.delete(topic);
  };

  return {
    add: (topics, listener) => {
      for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(listener));
      return () => {
        for (const topic of topics) remove(topic, listener);
      };
    },
    tell: (topic) => {
      for (const listener of byTopic.get(topic) ?? []) listener(topic);
    },
    // Once each: a page that has ten topics must not be told to look ten times.
    tellAllToLook: () => {
      for (const listener of new Set([...byTopic.values()].flatMap((each) => [...each]))) listener("*");
    },
  };
}
