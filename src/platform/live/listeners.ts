/** Who on this process wants to hear of which topic. */
export type Listener = (topic: string) => void;

/** Told instead of a topic: something may have been missed. */
const look = "*";
/** Told instead of a topic: this process ends, another one goes on. */
export const moved = ">";

export type Listeners = {
  /** Gives the function that ends it. */
  add: (topics: readonly string[], listener: Listener) => () => void;
  tell: (topic: string) => void;
  tellAllToLook: () => void;
  /** Also whoever comes later. */
  sendAway: () => void;
};

export function createListeners(): Listeners {
  const byTopic = new Map<string, Set<Listener>>();
  let leaving = false;

  const remove = (topic: string, listener: Listener): void => {
    byTopic.get(topic)?.delete(listener);
    if (byTopic.get(topic)?.size === 0) byTopic.delete(topic);
  };

  // Once each: a page that has ten topics must not be told ten times.
  const tellAll = (what: string): void => {
    for (const listener of new Set([...byTopic.values()].flatMap((each) => [...each]))) listener(what);
  };

  return {
    add: (topics, listener) => {
      for (const topic of topics) byTopic.set(topic, (byTopic.get(topic) ?? new Set()).add(listener));
      if (leaving) listener(moved);
      return () => {
        for (const topic of topics) remove(topic, listener);
      };
    },
    tell: (topic) => {
      for (const listener of byTopic.get(topic) ?? []) listener(topic);
    },
    tellAllToLook: () => tellAll(look),
    sendAway: () => {
      leaving = true;
      tellAll(moved);
    },
  };
}
