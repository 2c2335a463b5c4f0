import { testAgainstOracles } from "../../testdata/differential.ts";
import { catalogue } from "./catalogue.ts";
import { errorCodes } from "./error-codes.ts";

await testAgainstOracles("1.6", catalogue, errorCodes);
