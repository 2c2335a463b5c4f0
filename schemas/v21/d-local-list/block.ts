import type { Catalogue } from "../../../protocol/validate/catalogue.ts";
import { csms } from "../../entry.ts";
import { GetLocalListVersionRequest, GetLocalListVersionResponse } from "./get-local-list-version.ts";
import { SendLocalListRequest, SendLocalListResponse } from "./send-local-list.ts";

const name = "D Local list";

export const localList: Catalogue = {
  GetLocalListVersion: csms(name, GetLocalListVersionRequest, GetLocalListVersionResponse),
  SendLocalList: csms(name, SendLocalListRequest, SendLocalListResponse),
};
