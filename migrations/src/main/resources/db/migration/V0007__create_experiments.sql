-- `definition` is what people edit; a start copies it into a phase. `serves_from`: the last start takes effect then.
create table experiment (
  environment  int         not null,
  project_id   int         not null,
  key          text        not null constraint experiment_key_pattern check (key ~ '^[a-z0-9][a-z0-9_.-]{0,127}$'),
  name         text        not null,
  flag         text        not null,
  imported     boolean     not null,
  state        text        not null constraint experiment_state check (state in ('draft', 'running', 'paused', 'stopped', 'archived')),
  keep_serving boolean     not null default false,
  definition   text        not null,
  serves_from  timestamptz,
  revision     bigint      not null check (revision > 0),
  created_at   timestamptz not null,
  updated_at   timestamptz not null,
  primary key (environment, key),
  foreign key (environment, project_id) references environment (number, project_id),
  foreign key (project_id, flag) references flag (project_id, key),
  constraint experiment_keeps_serving_paused check (state = 'paused' or not keep_serving)
);
create index experiment_flag on experiment (environment, flag);

-- `definition` of a phase is pinned when it opens: assignment (unit type, audience, variants) and analysis (metrics with
-- versions, dimensions, covariates, plan). `slots` are the widest it ever had.
create table phase (
  environment int         not null,
  experiment  text        not null,
  number      int         not null check (number > 0),
  salt        text        not null,
  state       text        not null constraint phase_state check (state in ('running', 'paused', 'stopped', 'final')),
  generation  int         not null default 1 check (generation > 0),
  definition  text        not null,
  slots       text        not null,
  starts_at   timestamptz not null,
  active_from timestamptz not null,
  ended_at    timestamptz,
  primary key (environment, experiment, number),
  foreign key (environment, experiment) references experiment (environment, key),
  constraint phase_begins_before_it_serves check (starts_at <= active_from),
  constraint phase_ends_after_its_start check (ended_at is null or ended_at >= starts_at),
  constraint phase_live_has_no_end check (state in ('stopped', 'final') or ended_at is null)
);
-- One live phase an experiment.
create unique index phase_live_unique on phase (environment, experiment) where state in ('running', 'paused');
