import type { IdToken } from "../messages/event.ts";

export interface AuthorizationOfEvse {
  authorization: Authorization | null;
}

/** The right to charge. */
export interface Authorization {
  token: IdToken;
  group: IdToken | null;
  remoteStartId: number | null;
  /** Given by a remote start rather than at the station. */
  remote: boolean;
  /** Found invalid later, or the cable was pulled: no energy, though the transaction may go on. */
  revoked: boolean;
}
