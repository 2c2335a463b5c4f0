import * as v201 from "../../v201/p-data-transfer/data-transfer.ts";
import { explained } from "../types/status-info.ts";

export { DataTransferRequest } from "../../v201/p-data-transfer/data-transfer.ts";

export const DataTransferResponse = explained(v201.DataTransferResponse);
