-- What somebody would see, shown to the one it is about: through the same walls, with the other's rights.
set local role app_owner;

create function app.open_preview(purpose text, mine uuid, to_organisation uuid, to_worker uuid, to_related uuid, also text[]) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    moment timestamptz := app.now();
    own app.opening;
    place organisation;
    places app.workplace[] := '{}';
    also_bits int := app.bits_of(also);
    seen app.opening;
  begin
    select m.municipality_id, m.participant_id, m.roles, m.workers, m.reads, m.writes into own
      from app.masks(array[mine], array['participant']) m where 'participant' = any (m.roles);
    if own.participant_id is null then
      perform app.write_audit('read', purpose, array[mine], array[0], null);
      return;
    end if;
    select o.* into place from organisation o
      where o.municipality_id = any (app.near())
        and o.id = coalesce((select w.organisation_id from worker w where w.id = to_worker), to_organisation);
    if to_worker is not null then
      -- All that the same human is at work, as when they log in.
      places := array(select unnest(app.workplaces_of(l.login_user_id, moment)) from login_worker l where l.worker_id = to_worker);
    end if;
    -- Somebody there, of whom nothing is known but where they work.
    if places = '{}' and place.id is not null then
      places := array[row (place.municipality_id, to_worker, place.id, place.kind, '{}')::app.workplace];
    end if;
    with standing as (
      select s.access_role, s.granted | case when w.organisation_id = place.id then also_bits else 0 end as granted, s.as_worker, w.organisation_id
      from app.standing_at(places, array[mine], null) s left join unnest(places) w on w.worker_id is not distinct from s.as_worker
      union all
      select place.kind, also_bits, to_worker, place.id where place.id is not null and also_bits <> 0
      union all
      -- Of one who is close also what they have as a parent or by a mandate: all that their own page shows.
      select r.access_role, r.granted, null, null
        from app.closeness(own.municipality_id, mine, to_related) c
        cross join lateral (values ('related-person', also_bits | app.bits_of(coalesce(c.shared, '{}'))), ('verge', app.bits_of(coalesce(c.mandated, '{}')))) r (access_role, granted)
        where to_related is not null and (r.access_role = 'related-person' or c.scopes is not null)
    ), reaching as (
      select s.access_role, s.as_worker,
        (r.read_always | (r.read_granted & s.granted)) & ~coalesce(b.bits, 0) & own.reads as reads,
        (r.write_always | (r.write_granted & s.granted)) & ~coalesce(b.bits, 0) as writes
      from standing s
      join access_role r on r.code = s.access_role
      left join lateral (select bit_or(k.bits) as bits from app.closed_by(array[mine]) k
        where app.is_closed_to(k.worker_id, k.organisation_id, array(select w.worker_id from unnest(places) w), s.organisation_id, s.access_role = 'emergency')) b on s.access_role <> 'verge'
    )
    select own.municipality_id, mine, coalesce(array_agg(distinct s.access_role), '{}'), coalesce(array_remove(array_agg(distinct s.as_worker), null), '{}'),
        coalesce(bit_or(s.reads), 0), coalesce(bit_or(s.writes), 0)
      into seen from reaching s where s.reads <> 0 or s.writes <> 0;
    perform app.write_audit('read', purpose, array[mine], array[seen.reads], null);
    return next seen;
  end $$;
comment on function app.open_preview(text, uuid, uuid, uuid, uuid, text[]) is 'Opens one''s own with the rights another has now, and would have with these topics besides: what a preview reads through. Never more than one''s own.';
create function app.close_in_preview(to_related uuid)
  returns table (name text, shared text[], shared_until timestamptz, scopes text[], mandated text[], mandated_until timestamptz)
  language plpgsql stable security definer rows 1 set search_path = app, pg_temp
  as $$
  begin
    return query
    select c.* from login_user u cross join lateral app.closeness(u.municipality_id, u.participant_id, to_related) c
    where u.id = app.actor() and u.participant_id = any (app.opened_any());
  end $$;
comment on function app.close_in_preview(uuid) is 'The closeness to oneself of one who is close, for whoever previews their page.';
revoke execute on function app.close_in_preview(uuid) from public;
grant execute on function app.close_in_preview(uuid) to app_user;
create function app.noted_by(noted uuid) returns text
  language plpgsql stable security definer set search_path = app, pg_temp
  as $$
  begin
    return (select u.name from consent c join login_user u on u.id = c.recorded_by
      where c.id = noted and c.given_how in ('paper', 'code') and c.participant_id = any (app.opened_any()));
  end $$;
comment on function app.noted_by(uuid) is 'Who noted a paper with a signature, or sat beside when it was confirmed by a code; for those who may read that it was.';

revoke execute on function app.noted_by(uuid) from public;
grant execute on function app.noted_by(uuid) to app_user;
revoke execute on function app.open_preview(text, uuid, uuid, uuid, uuid, text[]) from public;
grant execute on function app.open_preview(text, uuid, uuid, uuid, uuid, text[]) to app_user;
