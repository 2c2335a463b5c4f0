/** How a case ends early. Thrown by the context, caught by the runner; cases let them pass. */

/** A check failed that the rest of the case stands on. The check says it all. */
export class CaseStopped extends Error {
  override name = "CaseStopped";
}

/** Something that the case needs is not to be had. `message` says what, and what would help. */
export class Untestable extends Error {
  override name = "Untestable";
}

/** Our own failure, e.g. our station did not do what a physical event should make it do. */
export class HarnessError extends Error {
  override name = "HarnessError";
}

/** Nobody answers at the address, or the certificate is not trusted: the audit as a whole cannot run. */
export class CouldNotRun extends Error {
  override name = "CouldNotRun";
}
