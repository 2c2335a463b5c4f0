import type { Dialect } from "../../protocol/dialect.ts";
import type { CaseContext } from "./context/context.ts";
import type { TokenRole } from "./tokens.ts";
import type { Level } from "./verdict.ts";

/** What one check asks of the CSMS. Data, so that documentation and tests can list all checks without running a case. */
export interface CheckDefinition {
  /** Unique within its case; stable, reports and expectations name it. */
  id: string;
  /** Requirement id, or document and section where the version has no ids. */
  requirement: string;
  level: Level;
  /** One sentence in our own words. */
  text: string;
}

/** What must be at hand; a case that lacks something is untestable and says what would help. */
export interface Needs {
  /** The CSMS must know a Basic auth password of the station. */
  password?: true;
  /** Tokens that only the CSMS's operator can name. */
  tokens?: readonly TokenRole[];
  /** Requests that the CSMS must be made to send. */
  triggers?: readonly string[];
  /** The CSMS must be made to answer the boot with something other than Accepted. */
  bootAnswers?: true;
}

/**
 * One official case. The data says what it is about; `run` tells its story by physical events and by judging the exchanges
 * that follow. It never touches a socket.
 */
export interface ConformanceCase {
  /** Official id, e.g. `TC_B_01_CSMS`. */
  id: string;
  dialects: readonly Dialect[];
  requirements: readonly string[];
  needs: Needs;
  /** Settings of the station that the case depends on, by the version's own names. */
  settings?: { readonly [name: string]: string };
  /**
   * All checks that `run` may judge, in order. A case stops at the first one that takes away the ground for the rest: those
   * after it are not listed in the report. The always-on rules are judged besides, whatever happened.
   */
  checks: readonly CheckDefinition[];
  run(t: CaseContext): Promise<void>;
}

/** A case with the title that the official list of a dialect gives it. */
export interface OfficialCase extends ConformanceCase {
  title: string;
}
