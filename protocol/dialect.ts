/** The four ways OCPP is spoken. The only place that names all versions; everyone else asks the table. */
export const dialects = ["1.6J", "1.6S", "2.0.1", "2.1"] as const;
export type Dialect = (typeof dialects)[number];
