import type { VersionBlock } from "../../model/version.ts";
import { provisioning as provisioning201 } from "../../v201/b-provisioning/block.ts";
import { reset } from "./reset.ts";

/** B: provisioning. */
export const provisioning: VersionBlock = {
  ...provisioning201,
  incoming: { ...provisioning201.incoming, Reset: reset },
};
