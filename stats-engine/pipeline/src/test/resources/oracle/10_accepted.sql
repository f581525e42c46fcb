-- Rule 1. Late events are set apart first; of the others, those of one unit that share an id are one event.
CREATE OR REPLACE TABLE dated AS
SELECT
  e.*,
  NOT e.imported AND e.received - e.time > 72 * 3600 * 1000 AS late,
  date_diff('day', DATE '1970-01-01', CAST(timezone(n.zone, make_timestamptz(e.time * 1000)) AS DATE)) AS day
FROM event e JOIN environment n USING (environment);

CREATE OR REPLACE TABLE counted AS
SELECT * FROM dated WHERE seq IN (SELECT min(seq) FROM dated WHERE NOT late GROUP BY unit_type, unit, id);

-- Filled by one query per environment, with the filters of its metrics.
CREATE OR REPLACE TABLE matching (metric VARCHAR, version INTEGER, seq BIGINT);
