import type { VersionBlock } from "../../model/version.ts";
import { dataTransfer } from "./data-transfer.ts";

/** P: data transfer. */
export const dataTransferBlock: VersionBlock = { incoming: { DataTransfer: dataTransfer } };
