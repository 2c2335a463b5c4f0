/** For processes that do not get our environment, so that they are guarded too; empty where nothing is. */
export function guardEnvironment(): Record<string, string> {
  const { NODE_OPTIONS, MONGODB_GUARD_REPORT } = process.env;
  return MONGODB_GUARD_REPORT === undefined ? {} : { NODE_OPTIONS: NODE_OPTIONS ?? "", MONGODB_GUARD_REPORT };
}
