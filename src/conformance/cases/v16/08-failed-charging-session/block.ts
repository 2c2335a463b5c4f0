export { authorizeInvalid, authorizeExpired, authorizeBlocked } from "./tc-023-authorize-refused.ts";
