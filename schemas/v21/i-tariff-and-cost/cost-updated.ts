export { request, response } from "../../v201/i-tariff-and-cost/cost-updated.ts";
