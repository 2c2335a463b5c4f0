export { validPassword } from "./tc-a-01-valid-password.ts";
