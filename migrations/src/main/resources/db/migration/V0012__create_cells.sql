-- What is counted: one row a cell key without its cohort day, which the payload packs. Rows are absolute: the sink replaces
-- them, it never adds.
create table cell_row (
  environment    int      not null,
  generation     int      not null,
  row_key        bytea    not null,
  experiment     text     not null,
  phase          int      not null,
  metric         text     not null,
  metric_version int      not null,
  variant        text     not null,
  slice          text     not null,
  fold           smallint not null,
  bin            int      not null,
  event_day      date     not null,
  payload        bytea    not null,
  primary key (environment, generation, row_key)
);
create index cell_row_phase_metric on cell_row (environment, generation, experiment, phase, metric, metric_version);
