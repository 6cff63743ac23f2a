-- Two at the same table see what the other writes, without opening the person again and again.
set local role app_owner;

create function app.meeting_pulse(participant uuid, meeting uuid) returns text
  language sql stable security definer set search_path = app, pg_temp
  as $$
    -- Facts are only added to, so that how many there are says whether anything has come.
    select md5(concat_ws(' ',
      (select count(*) from meeting x where x.municipality_id = m.municipality_id and x.participant_id = m.participant_id and x.fact_id = meeting_pulse.meeting),
      (select count(*) from decision x where x.municipality_id = m.municipality_id and x.participant_id = m.participant_id and x.meeting_id = meeting_pulse.meeting),
      (select count(*) from decision_kept x where x.municipality_id = m.municipality_id and x.participant_id = m.participant_id),
      (select count(*) from meeting_presence x where x.municipality_id = m.municipality_id and x.participant_id = m.participant_id and x.meeting_id = meeting_pulse.meeting)))
    from app.masks(array[participant], null) m
    where m.reads & (select 1 << bit from topic where code = 'meeting') <> 0
  $$;
comment on function app.meeting_pulse(uuid, uuid) is 'Changes when the meeting does, and says nothing else; for those who may open it. What has come is read through the door, and logged.';
revoke execute on function app.meeting_pulse(uuid, uuid) from public;
grant execute on function app.meeting_pulse(uuid, uuid) to app_user;
