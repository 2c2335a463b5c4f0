import * as security from "./a-security/block.ts";
import * as provisioning from "./b-provisioning/block.ts";
import * as authorization from "./c-authorization/block.ts";
import * as transactions from "./e-transactions/block.ts";

/** The cases of OCPP 2.0.1, by functional block. */
export const v201Blocks = [security, provisioning, authorization, transactions];
