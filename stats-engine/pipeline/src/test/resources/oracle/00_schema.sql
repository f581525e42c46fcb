-- The raw material: accepted events as they came, and the catalogs they are counted by. Several environments lie side by
-- side: experiments, metrics and units bear its number in front (`3/alpha`), so joins by them never cross.
SET threads = 1;
SET preserve_insertion_order = false;
CREATE TABLE environment (environment INTEGER, zone VARCHAR, heavy_limit BIGINT);
CREATE TABLE event (
  environment INTEGER, seq BIGINT, id VARCHAR, type VARCHAR, time BIGINT, received BIGINT, imported BOOLEAN, unit_type VARCHAR, unit VARCHAR,
  experiment VARCHAR, phase INTEGER, variant VARCHAR, reason VARCHAR, name VARCHAR, value DOUBLE);
CREATE TABLE property (seq BIGINT, key VARCHAR, text VARCHAR, number DOUBLE, truth BOOLEAN);
-- text: the JSON form of numbers and booleans too
CREATE TABLE attribute (seq BIGINT, key VARCHAR, text VARCHAR, number DOUBLE);
CREATE TABLE phase (experiment VARCHAR, phase INTEGER, unit_type VARCHAR);
CREATE TABLE variant (experiment VARCHAR, phase INTEGER, variant VARCHAR);
CREATE TABLE metric (
  metric VARCHAR, version INTEGER, kind VARCHAR, delay BIGINT, length BIGINT, cap DOUBLE, first_day INTEGER, last_day INTEGER);
CREATE TABLE phase_metric (experiment VARCHAR, phase INTEGER, metric VARCHAR, version INTEGER);
CREATE TABLE dimension (experiment VARCHAR, phase INTEGER, key VARCHAR);
CREATE TABLE dimension_value (experiment VARCHAR, phase INTEGER, key VARCHAR, value VARCHAR);
CREATE TABLE covariate (experiment VARCHAR, phase INTEGER, position INTEGER, attribute VARCHAR);
