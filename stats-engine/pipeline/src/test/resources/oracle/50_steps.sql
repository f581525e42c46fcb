-- Rules 5, 6 and 8. What happened to each unit on each day (nothing, on the cohort day), then its value after every such day.
-- An outcome on a day before the cohort day (clocks set back over midnight) belongs to y(c).
CREATE OR REPLACE TABLE measured AS
SELECT pm.experiment, pm.phase, m.metric, m.version, m.kind, m.cap FROM phase_metric pm JOIN metric m USING (metric, version)
UNION ALL
SELECT p.experiment, p.phase, s.metric, 1, s.kind, NULL
FROM phase p, (VALUES ('$units', 'conversion'), ('$crossover', 'conversion'), ('$late', 'count')) s(metric, kind);

CREATE OR REPLACE TABLE happened AS
SELECT q.experiment, q.phase, q.unit, q.metric, q.version, q.day, 1 AS hits, q.value FROM qualifying q
UNION ALL
SELECT experiment, phase, unit, '$crossover', 1, day, 1, NULL
FROM (
  SELECT experiment, phase, unit, variant, min(time) AS time, arg_min(day, time) AS day
  FROM counted_exposure GROUP BY experiment, phase, unit, variant)
QUALIFY row_number() OVER (PARTITION BY experiment, phase, unit ORDER BY time) = 2
UNION ALL
SELECT n.experiment, n.phase, n.unit, '$late', 1, n.cohort_day, 1, NULL
FROM entry n JOIN dated e ON e.unit_type = n.unit_type AND e.unit = n.unit
WHERE e.late AND e.type = 'outcome';

CREATE OR REPLACE TABLE step AS
WITH daily AS (
  SELECT n.experiment, n.phase, n.unit, m.metric, m.version, n.cohort_day AS day, 0 AS hits, 0.0::DOUBLE AS total
  FROM entry n JOIN measured m USING (experiment, phase)
  UNION ALL
  SELECT n.experiment, n.phase, n.unit, h.metric, h.version, greatest(h.day, n.cohort_day), h.hits, coalesce(h.value, 0)
  FROM happened h JOIN entry n USING (experiment, phase, unit)
), by_day AS (
  SELECT experiment, phase, unit, metric, version, day, sum(hits) AS hits, sum(total) AS total
  FROM daily GROUP BY ALL
), so_far AS (
  SELECT experiment, phase, unit, metric, version, day, sum(hits) OVER w AS hits, sum(total) OVER w AS total
  FROM by_day WINDOW w AS (PARTITION BY experiment, phase, unit, metric, version ORDER BY day)
), valued AS (
  SELECT s.*, m.kind, m.cap,
    CASE m.kind WHEN 'count' THEN s.hits WHEN 'sum' THEN s.total ELSE least(s.hits, 1) END::DOUBLE AS raw
  FROM so_far s JOIN measured m USING (experiment, phase, metric, version)
), capped AS (
  SELECT *, least(raw, coalesce(cap, raw)) AS y FROM valued
)
SELECT
  row_number() OVER () AS step, c.experiment, c.phase, c.unit, n.variant, n.cohort_day, c.metric, c.version, c.day,
  c.kind IN ('count', 'sum') AS amount,
  row_number() OVER w = 1 AS first,
  c.y, coalesce(lag(c.y) OVER w, 0) AS y_before,
  c.raw, coalesce(lag(c.raw) OVER w, 0) AS raw_before
FROM capped c JOIN entry n USING (experiment, phase, unit)
WINDOW w AS (PARTITION BY c.experiment, c.phase, c.unit, c.metric, c.version ORDER BY c.day);
