import type { VersionBlock } from "../../model/version.ts";
import { variables } from "./variables.ts";

/** A: security. */
export const security: VersionBlock = { settings: variables };
