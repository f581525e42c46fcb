-- Rule 4. In `matching` stands which outcome fits which metric by name and filter.
-- Heavy units: of what matches any metric of the catalog, only the smallest id hashes of a unit and day qualify for anything.
CREATE OR REPLACE TABLE too_many AS
SELECT e.seq
FROM counted e JOIN environment n USING (environment)
WHERE e.seq IN (SELECT seq FROM matching)
QUALIFY row_number() OVER (PARTITION BY e.unit_type, e.unit, e.day ORDER BY substr(sha256(e.id), 1, 16)) > n.heavy_limit;

CREATE OR REPLACE TABLE qualifying AS
SELECT n.experiment, n.phase, n.unit, m.metric, m.version, e.seq, e.day, e.value
FROM entry n
JOIN phase_metric pm ON pm.experiment = n.experiment AND pm.phase = n.phase
JOIN metric m ON m.metric = pm.metric AND m.version = pm.version
JOIN matching f ON f.metric = m.metric AND f.version = m.version
JOIN counted e ON e.seq = f.seq AND e.unit_type = n.unit_type AND e.unit = n.unit
WHERE e.time >= n.t0
  AND (m.length IS NULL OR (e.time >= n.t0 + m.delay AND e.time < n.t0 + m.delay + m.length))
  AND (m.kind <> 'retention' OR e.day BETWEEN n.cohort_day + m.first_day AND n.cohort_day + m.last_day)
  AND (m.kind <> 'sum' OR e.value IS NOT NULL)
  AND e.seq NOT IN (SELECT seq FROM too_many);

-- Rule 9. On which days of its curve a unit was there.
CREATE OR REPLACE TABLE present AS
SELECT DISTINCT n.experiment, n.phase, n.unit, n.variant, n.cohort_day, m.metric, m.version, e.day
FROM entry n
JOIN phase_metric pm ON pm.experiment = n.experiment AND pm.phase = n.phase
JOIN metric m ON m.metric = pm.metric AND m.version = pm.version
JOIN matching f ON f.metric = m.metric AND f.version = m.version
JOIN counted e ON e.seq = f.seq AND e.unit_type = n.unit_type AND e.unit = n.unit
WHERE m.kind = 'retention' AND NOT n.earlier
  AND e.time >= n.t0
  AND e.day >= n.cohort_day AND e.day - n.cohort_day <= greatest(30, m.last_day)
  AND e.seq NOT IN (SELECT seq FROM too_many);
