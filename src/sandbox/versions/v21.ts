import { answers } from "../answers/v21/answers.ts";
import type { SandboxVersion } from "./sandbox-version.ts";
import { version as version201 } from "./v201.ts";

export const version: SandboxVersion = { ...version201, dialect: "2.1", answers };
