-- Which experiment holds which slots of a layer, half-open. The exclusion constraint, not code, keeps running experiments
-- of a layer apart.
create extension if not exists btree_gist;

create table slot_claim (
  id          bigint generated always as identity primary key,
  layer_id    bigint    not null,
  environment int       not null,
  experiment  text      not null,
  slots       int4range not null,
  foreign key (layer_id, environment) references layer (id, environment),
  foreign key (environment, experiment) references experiment (environment, key),
  constraint slot_claim_in_layer check (not isempty(slots) and lower(slots) >= 0 and upper(slots) <= 1000000
                                        and lower_inc(slots) and not upper_inc(slots)),
  constraint slot_claim_no_overlap exclude using gist (layer_id with =, slots with &&)
);
create index slot_claim_experiment on slot_claim (environment, experiment);
