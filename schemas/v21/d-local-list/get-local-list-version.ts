export { request, response } from "../../v201/d-local-list/get-local-list-version.ts";
