import { alsoNamed, component, inText, optional, readOnly } from "../../standard-variable.ts";

export const authCtrlr = component("AuthCtrlr", [
  optional(
    "SupportedIdTokenType",
    "MemberList",
    readOnly,
    alsoNamed("SupportedIdTokenTypes"),
    inText({ required: "yes" }),
  ),
]);
