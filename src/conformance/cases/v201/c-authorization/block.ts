export { authorizeInvalid } from "./tc-c-02-authorize-invalid.ts";
export { authorizeBlocked } from "./tc-c-06-authorize-blocked.ts";
