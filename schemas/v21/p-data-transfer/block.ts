import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { both } from "../../entry.ts";
import { DataTransferRequest, DataTransferResponse } from "./data-transfer.ts";

export const dataTransfer: Catalogue = {
  DataTransfer: both("P DataTransfer", DataTransferRequest, DataTransferResponse),
};
