-- Rule 2. Exposures of the phase, and the first of each unit. Text compares as UTF-8 bytes here.
CREATE OR REPLACE TABLE exposure AS
SELECT e.seq, e.id, e.time, e.day, e.late, e.unit, e.unit_type, e.experiment, e.phase, e.variant
FROM dated e
JOIN phase p ON p.experiment = e.experiment AND p.phase = e.phase AND p.unit_type = e.unit_type
JOIN variant v ON v.experiment = e.experiment AND v.phase = e.phase AND v.variant = e.variant
WHERE e.type = 'exposure' AND coalesce(e.reason, '') NOT IN ('forced', 'test');

CREATE OR REPLACE TABLE counted_exposure AS
SELECT x.* FROM exposure x WHERE x.seq IN (SELECT seq FROM counted);

CREATE OR REPLACE TABLE entry AS
WITH first_of_phase AS (
  SELECT * FROM counted_exposure
  QUALIFY row_number() OVER (PARTITION BY experiment, phase, unit ORDER BY time, id) = 1
), first_of_experiment AS (
  SELECT experiment, unit, phase AS first_phase, time AS first_time FROM counted_exposure
  QUALIFY row_number() OVER (PARTITION BY experiment, unit ORDER BY time, id) = 1
)
SELECT f.seq, f.experiment, f.phase, f.unit_type, f.unit, f.variant, f.time AS t0, f.day AS cohort_day,
  g.first_phase < f.phase AS earlier
FROM first_of_phase f JOIN first_of_experiment g USING (experiment, unit);
