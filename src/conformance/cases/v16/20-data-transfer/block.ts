export { dataTransfer } from "./tc-064-unknown-vendor.ts";
