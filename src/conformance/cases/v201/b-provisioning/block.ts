export { coldBoot } from "./tc-b-01-cold-boot.ts";
export { coldBootPending } from "./tc-b-02-cold-boot-pending.ts";
