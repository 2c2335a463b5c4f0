import type { Store } from "../store.ts";

/** The same store, but `before` is called before anything is written; what it throws refuses that. */
export function beforeWrites(store: Store, before: () => void): Store {
  const first = async (write: () => Promise<void>): Promise<void> => {
    before();
    await write();
  };
  return {
    ...store,
    append: (batch) => first(() => store.append(batch)),
    adopt: (rows) => first(() => store.adopt(rows)),
    runs: {
      ...store.runs,
      put: (run, findings) => first(() => store.runs.put(run, findings)),
      remove: (id) => first(() => store.runs.remove(id)),
    },
    documents: {
      ...store.documents,
      put: (...put) => first(() => store.documents.put(...put)),
      remove: (...removed) => first(() => store.documents.remove(...removed)),
    },
    states: {
      ...store.states,
      put: (rows) => first(() => store.states.put(rows)),
      remove: (station) => first(() => store.states.remove(station)),
    },
  };
}
