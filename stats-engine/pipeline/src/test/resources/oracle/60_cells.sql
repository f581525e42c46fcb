-- Rule 6. moments(now) - moments(before), summed over the units of a slice; before its cohort day a unit has no moments.
CREATE OR REPLACE TABLE component AS
SELECT step, 0 AS i, y AS now, y_before AS before FROM step
UNION ALL
SELECT s.step, c.i, c.z, CASE WHEN s.first THEN 0 ELSE c.z END
FROM step s JOIN covariate_component c USING (experiment, phase, unit)
WHERE NOT starts_with(s.metric, '$');

CREATE OR REPLACE TABLE placed AS
SELECT s.step, hash(s.experiment, s.phase, s.metric, s.version, s.variant, l.slice, s.cohort_day, s.day) AS cell, s.experiment,
  s.phase, s.metric, s.version, s.variant, l.slice, s.cohort_day, s.day, s.unit, s.first, s.amount, s.y, s.y_before,
  s.raw, s.raw_before
FROM step s JOIN slice l USING (experiment, phase, unit);

CREATE OR REPLACE TABLE cell AS
WITH sums AS (
  SELECT cell, list(total ORDER BY i) AS sums FROM (
    SELECT p.cell, c.i, sum(c.now - c.before) AS total
    FROM placed p JOIN component c USING (step) GROUP BY p.cell, c.i)
  GROUP BY cell
), products AS (
  SELECT cell, list(total ORDER BY i, j) AS products FROM (
    SELECT p.cell, a.i, b.i AS j, sum(a.now * b.now - a.before * b.before) AS total
    FROM placed p JOIN component a USING (step) JOIN component b ON b.step = a.step AND a.i <= b.i
    GROUP BY p.cell, a.i, b.i)
  GROUP BY cell
), scalars AS (
  SELECT
    cell, experiment, phase, metric, version, variant, slice, cohort_day, day,
    sum(first::INTEGER) AS units,
    sum(CASE WHEN amount THEN y * y * y - y_before * y_before * y_before ELSE 0 END) AS cubes,
    sum(CASE WHEN amount THEN (y <> 0)::INTEGER - (y_before <> 0)::INTEGER ELSE 0 END) AS non_zero,
    sum((raw > y)::INTEGER - (raw_before > y_before)::INTEGER) AS capped,
    sum((raw - y) - (raw_before - y_before)) AS excess
  FROM placed GROUP BY ALL
)
SELECT * EXCLUDE (cell), 0 AS bin FROM scalars JOIN sums USING (cell) JOIN products USING (cell)
UNION ALL
-- Rule 8. Late exposures belong to no unit: only the sum counts.
SELECT experiment, phase, '$late_exposure', 1, variant, 'all', day, day, 0, 0, 0, 0, 0, [count(*)::DOUBLE], [0.0::DOUBLE], 0
FROM exposure WHERE late GROUP BY experiment, phase, variant, day
UNION ALL
-- Rule 9. The curve: n on the cohort day, one for each unit that was there on a day.
SELECT experiment, phase, metric, version, variant, 'all', cohort_day, day, sum(n)::BIGINT, 0, 0, 0, 0, [sum(there)::DOUBLE],
  [sum(there)::DOUBLE], 1
FROM (
  SELECT n.experiment, n.phase, m.metric, m.version, n.variant, n.cohort_day, n.cohort_day AS day, 1 AS n, 0 AS there
  FROM entry n JOIN measured m USING (experiment, phase) WHERE m.kind = 'retention' AND NOT n.earlier
  UNION ALL
  SELECT experiment, phase, metric, version, variant, cohort_day, day, 0, 1 FROM present)
GROUP BY experiment, phase, metric, version, variant, cohort_day, day;
