-- Rule 3. The profile as of t0, attribute by attribute; then slices and covariates.
CREATE OR REPLACE TABLE profile AS
SELECT n.experiment, n.phase, n.unit, a.key, a.text, a.number
FROM entry n
JOIN counted e ON e.type = 'profile' AND e.unit_type = n.unit_type AND e.unit = n.unit AND e.time <= n.t0
JOIN attribute a ON a.seq = e.seq
QUALIFY row_number() OVER (PARTITION BY n.experiment, n.phase, n.unit, a.key ORDER BY e.time DESC, e.id DESC) = 1;

CREATE OR REPLACE TABLE slice AS
SELECT experiment, phase, unit, 'earlier' AS slice FROM entry WHERE earlier
UNION ALL
SELECT experiment, phase, unit, 'all' FROM entry WHERE NOT earlier
UNION ALL
SELECT n.experiment, n.phase, n.unit,
  d.key || '=' || CASE
    WHEN coalesce(own.text, p.text) IS NULL THEN 'missing'
    WHEN v.value IS NULL THEN 'other'
    ELSE v.value END
FROM entry n
JOIN dimension d ON d.experiment = n.experiment AND d.phase = n.phase
LEFT JOIN attribute own ON own.seq = n.seq AND own.key = d.key
LEFT JOIN profile p ON p.experiment = n.experiment AND p.phase = n.phase AND p.unit = n.unit AND p.key = d.key
LEFT JOIN dimension_value v
  ON v.experiment = n.experiment AND v.phase = n.phase AND v.key = d.key AND v.value = coalesce(own.text, p.text)
WHERE NOT n.earlier;

-- Components 1, 3, ... are values (0 if missing), 2, 4, ... the missing flags.
CREATE OR REPLACE TABLE covariate_component AS
WITH found AS (
  SELECT n.experiment, n.phase, n.unit, c.position, p.number
  FROM entry n
  JOIN covariate c ON c.experiment = n.experiment AND c.phase = n.phase
  LEFT JOIN profile p ON p.experiment = n.experiment AND p.phase = n.phase AND p.unit = n.unit AND p.key = c.attribute
)
SELECT experiment, phase, unit, 2 * position + 1 AS i, coalesce(number, 0) AS z FROM found
UNION ALL
SELECT experiment, phase, unit, 2 * position + 2, CASE WHEN number IS NULL THEN 1 ELSE 0 END FROM found;
