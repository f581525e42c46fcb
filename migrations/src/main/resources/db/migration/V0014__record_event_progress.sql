-- How far the events are in the rows, by partition of the events topic: docs/formats/state-and-rows.md, "Freshness".

-- What a partition of rows holds: events_counted[p + 1] is the offset of the first event of events partition p whose effects
-- may still be missing from these rows, events_through[p + 1] an instant up to which none is. counted_through is no longer
-- written; a later release drops it, and the function with five parameters, which sinks of the release before still call.
alter table sink_position
  add column events_counted bigint[],
  add column events_through timestamptz[];

create function advance_sink_position(
  p_topic_partition text, p_epoch bigint, p_expected bigint, p_next bigint,
  p_events_counted bigint[], p_events_through timestamptz[])
  returns boolean
  language sql
as $$
  with moved as (
    update sink_position s
       set next_offset = p_next,
           events_counted = coalesce(p_events_counted, s.events_counted),
           events_through = coalesce(p_events_through, s.events_through),
           updated_at = clock_timestamp()
     where s.topic_partition = p_topic_partition and s.epoch = p_epoch and s.next_offset = p_expected
    returning 1)
  select exists (select 1 from moved);
$$;

-- Where the events topic ended when somebody looked. complete_through: the last look at which nothing was left to count.
create table event_log_check (
  partition        int         primary key check (partition >= 0),
  end_offset       bigint      not null check (end_offset >= 0),
  checked_at       timestamptz not null,
  complete_through timestamptz
);

-- A row changes any row of cells, so an event is counted when every partition of rows holds it; one that no sink has
-- claimed yet holds nothing.
create view event_progress as
select e.partition,
       e.end_offset,
       e.checked_at,
       held.next_offset,
       greatest(e.complete_through, held.through) as complete_through
  from event_log_check e
  cross join lateral (
    select min(coalesce(s.events_counted[e.partition + 1], 0)) as next_offset,
           case when bool_and(s.events_through[e.partition + 1] is not null)
                then min(s.events_through[e.partition + 1]) end as through
      from event_log_check cells
      left join sink_position s on s.topic_partition = 'touchstone.cells-' || cells.partition) as held;

-- Notes the ends of all partitions as they were at p_checked_at. The instant must be taken before the ends are read: then
-- every event acknowledged by it lies before them.
create function record_event_log_check(p_checked_at timestamptz, p_ends bigint[])
  returns void
  language sql
as $$
  insert into event_log_check as e (partition, end_offset, checked_at)
  select (ends.position - 1)::int, ends.end_offset, p_checked_at
    from unnest(p_ends) with ordinality as ends (end_offset, position)
   order by ends.position
  on conflict (partition) do update set end_offset = excluded.end_offset, checked_at = excluded.checked_at
   where e.checked_at < excluded.checked_at;
  -- A clock that is ahead must not promise the future.
  update event_log_check e
     set complete_through = least(p_checked_at, clock_timestamp())
    from event_progress p
   where p.partition = e.partition
     and p.next_offset >= p_ends[e.partition + 1]
     and coalesce(e.complete_through < p_checked_at, true);
$$;
