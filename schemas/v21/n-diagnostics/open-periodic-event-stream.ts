import { object } from "../types/object.ts";
import { ConstantStreamData } from "../types/periodic-event-stream.ts";
import { GenericStatus, reasoned } from "../types/status-info.ts";

export const request = object({ constantStreamData: ConstantStreamData });

export const response = reasoned(GenericStatus);
