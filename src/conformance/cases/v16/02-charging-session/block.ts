export { pluginFirst } from "./tc-003-plugin-first.ts";
export { identificationFirst } from "./tc-004-1-identification-first.ts";
export { evSideDisconnected } from "./tc-005-1-ev-side-disconnected.ts";
