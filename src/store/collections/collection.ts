/** Small documents of one kind, the same in both homes. A file beside this one, and a line in `collections.ts`. */
export interface DocumentCollection {
  name: string;
  /** What it keeps, for people. */
  text: string;
  /** `Store.watch` tells what other processes change in it. */
  followed: boolean;
  /**
   * Members that nobody is shown, as `parent/name`, at any depth. Passwords and what else a name gives away are hidden in
   * every collection.
   */
  secrets: readonly string[];
}
