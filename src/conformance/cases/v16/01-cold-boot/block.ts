export { coldBoot } from "./tc-001-cold-boot.ts";
