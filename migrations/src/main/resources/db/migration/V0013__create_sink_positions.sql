-- How far the sink of cells has come in each partition. Rows and position change in one transaction; a writer whose epoch
-- or position is not the stored one must roll back.
create table sink_position (
  topic_partition text        primary key,
  epoch           bigint      not null check (epoch > 0),
  next_offset     bigint      not null check (next_offset >= 0),
  counted_through timestamptz,
  updated_at      timestamptz not null
);

-- Takes the partition over: the epoch rises by one, so that an earlier owner matches no more. Answers where to go on.
create function claim_sink_position(p_topic_partition text)
  returns table (epoch bigint, next_offset bigint)
  language sql
as $$
  insert into sink_position as s (topic_partition, epoch, next_offset, updated_at)
  values (p_topic_partition, 1, 0, clock_timestamp())
  on conflict (topic_partition) do update set epoch = s.epoch + 1, updated_at = clock_timestamp()
  returning s.epoch, s.next_offset;
$$;

-- Compare and set. False: another owner has the partition, or the rows were written before; the caller rolls back.
create function advance_sink_position(
  p_topic_partition text, p_epoch bigint, p_expected bigint, p_next bigint, p_counted_through timestamptz)
  returns boolean
  language sql
as $$
  with moved as (
    update sink_position s
       set next_offset = p_next,
           counted_through = coalesce(p_counted_through, s.counted_through),
           updated_at = clock_timestamp()
     where s.topic_partition = p_topic_partition and s.epoch = p_epoch and s.next_offset = p_expected
    returning 1)
  select exists (select 1 from moved);
$$;
