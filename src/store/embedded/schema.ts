/** Marks our files, so that somebody else's database is never touched ("STMR"). */
export const applicationId = 0x53544d52;

/** Frames are kept in buckets of 2^14 by number; see `frames_by_station`. */
export const bucketSize = 2 ** 14;

/** The buckets of `frames_failed_by_station`: larger, since failed frames are few and a search for them goes far. */
export const failedBucketSize = 2 ** 20;

/** Times are known to so many frames; see `short_spans`. */
export const shortSpanSize = 2 ** 8;

interface Migration {
  name: string;
  sql: string;
  /** Goes through all frames, which takes a while. */
  readsFrames?: true;
}

/**
 * Applied in order, each once, in a transaction of its own. Never change one that was released.
 *
 * `n` is the order of recording. Indexes on what is scattered begin with the bucket `n >> 14`, so that new entries fall
 * into a few hot pages however many stations there are; a query goes from bucket to bucket. They carry `n` and the small
 * columns that queries combine, so that rows that do not match are never fetched. `spans` gives each bucket's range of
 * time, which turns a range of time into a range of `n` even when the clock jumped; `short_spans` does the same for every
 * 2^8 frames, so that a moment is found without reading the rows of a bucket.
 *
 * `raw` stands last, so that nothing else lies behind a long text; `nul` tells that it has a NUL, at which SQLite's LIKE
 * would stop.
 *
 * A row of `samples` holds what was measured at one moment of one transaction: `readings` is a JSON array of the numbers
 * of series and the values, in turn.
 *
 * `frames.writer` is null where the version that recorded it kept none (`unknownWriter`). It stands behind `raw`, since
 * a column that is added later needs no old row to be written again; only whole frames are read with it.
 */
export const migrations: readonly Migration[] = [
  {
    name: "frames, transactions, samples, documents",
    sql: `
      CREATE TABLE names (no INTEGER PRIMARY KEY, text TEXT NOT NULL UNIQUE) STRICT;

      CREATE TABLE frames (
        n INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        at REAL NOT NULL,
        station INTEGER NOT NULL,
        connection INTEGER NOT NULL,
        dialect INTEGER NOT NULL,
        class INTEGER NOT NULL,
        action INTEGER,
        message TEXT,
        size INTEGER NOT NULL,
        pair TEXT,
        latency REAL,
        error TEXT,
        issues TEXT,
        marks TEXT,
        failed INTEGER NOT NULL,
        nul INTEGER NOT NULL,
        raw TEXT NOT NULL
      ) STRICT;
      CREATE INDEX frames_by_station ON frames (n >> 14, station, n, class, action, failed);
      CREATE INDEX frames_by_connection ON frames (n >> 14, connection, n, station, class, action, failed);
      CREATE INDEX frames_by_action ON frames (n >> 14, action, n, class, failed);
      CREATE INDEX frames_by_class ON frames (n >> 14, class, n);
      CREATE INDEX frames_by_message ON frames (n >> 14, message) WHERE message IS NOT NULL;
      CREATE INDEX frames_failed ON frames (n >> 14, n, class, action) WHERE failed = 1;
      CREATE INDEX frames_by_pair ON frames (pair) WHERE pair IS NOT NULL;
      CREATE TABLE spans (
        bucket INTEGER PRIMARY KEY,
        first REAL NOT NULL,
        last REAL NOT NULL,
        frames INTEGER NOT NULL
      ) STRICT;

      CREATE VIRTUAL TABLE words USING fts5(
        raw, content = '', columnsize = 0, detail = none, tokenize = 'trigram case_sensitive 1'
      );
      CREATE TABLE progress (name TEXT PRIMARY KEY, n INTEGER NOT NULL) STRICT;
      INSERT INTO progress VALUES ('words', 0);

      CREATE TABLE transactions (
        key TEXT PRIMARY KEY,
        station INTEGER NOT NULL,
        dialect INTEGER NOT NULL,
        transaction_id TEXT,
        evse INTEGER NOT NULL,
        connector INTEGER NOT NULL,
        id_token TEXT,
        started_at REAL NOT NULL,
        ended_at REAL,
        meter_start REAL NOT NULL,
        meter_stop REAL,
        stopped_reason TEXT
      ) STRICT;
      CREATE INDEX transactions_by_start ON transactions (started_at, key, station);
      CREATE INDEX transactions_by_station ON transactions (station, started_at, key);
      CREATE INDEX transactions_by_id ON transactions (transaction_id, started_at, key);
      CREATE INDEX transactions_open ON transactions (started_at, key, station) WHERE ended_at IS NULL;

      CREATE TABLE series (
        no INTEGER PRIMARY KEY,
        evse INTEGER NOT NULL,
        connector INTEGER NOT NULL,
        measurand TEXT NOT NULL,
        phase TEXT,
        location TEXT,
        unit TEXT NOT NULL,
        context TEXT NOT NULL
      ) STRICT;
      CREATE INDEX series_by_measurand ON series (measurand, evse, connector);
      CREATE TABLE samples (
        n INTEGER PRIMARY KEY,
        at REAL NOT NULL,
        station INTEGER NOT NULL,
        transaction_key INTEGER,
        readings TEXT NOT NULL
      ) STRICT;
      CREATE INDEX samples_by_time ON samples (at);
      CREATE INDEX samples_by_station ON samples (station, at);
      CREATE INDEX samples_by_transaction ON samples (transaction_key, at) WHERE transaction_key IS NOT NULL;

      CREATE TABLE documents (
        collection TEXT NOT NULL,
        id TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY (collection, id)
      ) STRICT, WITHOUT ROWID;
    `,
  },
  {
    name: "writers, events, connections, runs, history",
    sql: `
      ALTER TABLE frames ADD COLUMN writer INTEGER;
      ALTER TABLE documents ADD COLUMN owner TEXT;

      CREATE TABLE writers (
        writer TEXT PRIMARY KEY,
        name TEXT NOT NULL,
        host TEXT NOT NULL,
        pid INTEGER NOT NULL,
        folder TEXT NOT NULL,
        started_at REAL NOT NULL,
        seen_at REAL NOT NULL,
        ended_at REAL,
        batch INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE transaction_events (
        n INTEGER PRIMARY KEY,
        at REAL NOT NULL,
        station INTEGER NOT NULL,
        dialect INTEGER NOT NULL,
        transaction_key INTEGER NOT NULL,
        transaction_id TEXT,
        phase TEXT NOT NULL,
        frame TEXT NOT NULL,
        evse INTEGER NOT NULL,
        connector INTEGER NOT NULL,
        id_token TEXT,
        meter REAL,
        stopped_reason TEXT
      ) STRICT;
      CREATE INDEX transaction_events_by_time ON transaction_events (at);
      CREATE INDEX transaction_events_by_station ON transaction_events (station, at);
      CREATE INDEX transaction_events_by_transaction ON transaction_events (transaction_key, at);

      CREATE TABLE connections (
        key TEXT PRIMARY KEY,
        station INTEGER NOT NULL,
        connection INTEGER NOT NULL,
        dialect INTEGER NOT NULL,
        writer INTEGER NOT NULL,
        opened_at REAL NOT NULL,
        closed_at REAL,
        outcome TEXT NOT NULL,
        code TEXT,
        frames INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX connections_by_opening ON connections (opened_at, key, station);
      CREATE INDEX connections_by_station ON connections (station, opened_at, key);
      CREATE INDEX connections_by_outcome ON connections (outcome, opened_at, key);

      CREATE TABLE runs (
        id TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        target TEXT NOT NULL,
        dialect TEXT NOT NULL,
        station TEXT NOT NULL,
        writer TEXT NOT NULL,
        started_at REAL NOT NULL,
        ended_at REAL,
        verdict TEXT,
        summary TEXT NOT NULL,
        report TEXT NOT NULL
      ) STRICT;
      CREATE TABLE findings (
        id TEXT PRIMARY KEY,
        run TEXT NOT NULL,
        place INTEGER NOT NULL,
        at REAL NOT NULL,
        case_id TEXT NOT NULL,
        check_id TEXT NOT NULL,
        verdict TEXT NOT NULL,
        requirement TEXT NOT NULL,
        text TEXT NOT NULL,
        expected TEXT NOT NULL,
        actual TEXT NOT NULL,
        frames TEXT NOT NULL
      ) STRICT;
      CREATE INDEX findings_by_place ON findings (run, place);
      CREATE INDEX findings_by_case ON findings (case_id, run, place);

      CREATE TABLE history (
        id TEXT PRIMARY KEY,
        at REAL NOT NULL,
        by TEXT NOT NULL,
        writer TEXT NOT NULL,
        collection TEXT NOT NULL,
        document TEXT NOT NULL,
        action TEXT NOT NULL,
        before TEXT NOT NULL,
        after TEXT NOT NULL,
        difference TEXT NOT NULL
      ) STRICT;
      CREATE INDEX history_by_document ON history (collection, document, id);
    `,
  },
  {
    name: "short spans of time, failed frames by station",
    sql: `
      CREATE TABLE short_spans (span INTEGER PRIMARY KEY, first REAL NOT NULL, last REAL NOT NULL) STRICT;
      INSERT INTO short_spans SELECT n >> 8, min(at), max(at) FROM frames NOT INDEXED GROUP BY n >> 8;
      CREATE INDEX frames_failed_by_station ON frames (n >> 20, station, n, class, action) WHERE failed = 1;
    `,
    readsFrames: true,
  },
  {
    name: "states of stations",
    sql: `
      CREATE TABLE station_states (
        station TEXT PRIMARY KEY,
        generation INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        kept_at REAL NOT NULL,
        state TEXT NOT NULL
      ) STRICT;
    `,
  },
];

/** What the frames of old versions say of who recorded them. */
export const unknownWriter = "unknown";
