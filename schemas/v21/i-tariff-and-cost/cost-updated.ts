export { CostUpdatedRequest, CostUpdatedResponse } from "../../v201/i-tariff-and-cost/cost-updated.ts";
