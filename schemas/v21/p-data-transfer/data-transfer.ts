import * as v201 from "../../v201/p-data-transfer/data-transfer.ts";
import { explained } from "../types/status-info.ts";

export { request } from "../../v201/p-data-transfer/data-transfer.ts";

export const response = explained(v201.response);
