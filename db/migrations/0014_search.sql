-- Finding somebody by what one remembers of them, only among one's own people.
set local role app_owner;

-- Without a search path of their own, so that they are written into the query that asks; they name what PostgreSQL has.
create function app.search_form(words text) returns text
  language sql immutable
  as $$
    select ' ' || replace(replace(replace(
      translate(lower(words), 'áàâãčćçďđéèêëěíìîïłñňŋóòôõřŕšśťŧúùûüůýÿžźżäö-''’.', 'aaaacccddeeeeeiiiilnnnoooorrssttuuuuuyyzzzæø    '),
      'aa', 'å'), 'ae', 'æ'), 'oe', 'ø')
  $$;
comment on function app.search_form(text) is 'Words as they are compared: small letters, accents of other languages away, ä and ö as æ and ø, aa, ae and oe as the letters they stand for; each word after a space.';

create function app.plain_form(form text) returns text
  language sql immutable
  as $$ select replace(translate(form, 'åø', 'ao'), 'æ', 'ae') $$;
comment on function app.plain_form(text) is 'A search form on a keyboard without æ, ø and å.';

create function app.phone_form(phone text) returns text
  language sql immutable
  as $$ select regexp_replace(regexp_replace(phone, '^\s*(\+|00)47', ''), '[^0-9]', '', 'g') $$;
comment on function app.phone_form(text) is 'The digits of a number, without Norway''s own code in front.';

create function app.find_people(purpose text, query text) returns table (municipality_id uuid, participant_id uuid)
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  #variable_conflict use_column
  declare
    -- Every word has to begin some part of the name. A letter with a sign on it is that letter; one without may be either.
    likes text[] := array(select '% ' || regexp_replace(w, '([\\%_])', '\\\1', 'g') || '%' from unnest(string_to_array(btrim(app.search_form(query)), ' ')) w where w <> '');
    digits text := app.phone_form(query);
    dotted text := regexp_replace(query, '[^0-9]+', '.', 'g');
    identity_bit int := (select 1 << bit from topic where code = 'identity');
    reach_bit int := (select 1 << bit from topic where code = 'contact-details');
    shown_bits int := (select bit_or(1 << bit) from topic where code in ('identity', 'status'));
    hits uuid[];
    bits int[];
  begin
    with named as materialized (
      select p.participant_id, m.reads & shown_bits as reads, p.given_name, p.family_name,
        -- What one may not read one cannot search for either: an answer would tell it.
        case when m.reads & reach_bit <> 0 then p.birth_day end as birth_day, case when m.reads & reach_bit <> 0 then p.phone end as phone,
        app.search_form(concat_ws(' ', p.given_name, p.family_name, p.preferred_name)) as form
      from app.masks(null, null) m
      join profile p on p.municipality_id = m.municipality_id and p.participant_id = m.participant_id and not p.withdrawn and not p.superseded
      where m.reads & identity_bit <> 0
    ), found_ones as (
      select n.participant_id, n.reads from named n
      where (likes <> '{}' and (n.form like all (likes) or app.plain_form(n.form) like all (likes)))
        or (length(digits) >= 5 and app.phone_form(n.phone) = digits)
        or to_char(n.birth_day, 'DDMMYYYY') = digits or to_char(n.birth_day, 'DDMMYY') = digits or to_char(n.birth_day, 'YYYYMMDD') = digits
        or to_char(n.birth_day, 'FMDD.FMMM.YYYY') = dotted
      order by n.given_name, n.family_name, n.participant_id limit 50
    )
    select coalesce(array_agg(f.participant_id order by f.participant_id), '{}'), coalesce(array_agg(f.reads order by f.participant_id), '{}')
      into hits, bits from found_ones f;
    perform app.write_audit('search', purpose, hits, bits, null);
    return query select p.municipality_id, p.id from participant p where p.id = any (hits);
  end $$;
comment on function app.find_people(text, text) is 'Finds by the beginning of any part of a name, by birth day or by phone, only among those the actor has a relation to; at most fifty, and the log names those and no others.';

create function app.find_known(purpose text, phone text, given_name text, family_name text, birth_day date) returns setof app.opening
  language plpgsql volatile security definer set search_path = app, pg_temp
  as $$
  declare
    hits app.opening[];
    known_bits int := (select bit_or(1 << bit) from topic where code in ('identity', 'contact-details'));
    shown_bits int := (select bit_or(1 << bit) from topic where code in ('identity', 'status'));
    family text := app.search_form(btrim(find_known.family_name));
  begin
    select coalesce(array_agg(row (m.municipality_id, m.participant_id, m.roles, m.workers, m.reads & shown_bits, m.writes)::app.opening order by m.participant_id), '{}')
      into hits
      from app.masks(null, null) m
      join profile p on p.municipality_id = m.municipality_id and p.participant_id = m.participant_id and not p.withdrawn and not p.superseded
      where m.reads & known_bits = known_bits
        and (app.phone_form(p.phone) = app.phone_form(find_known.phone)
          or p.birth_day = find_known.birth_day and app.search_form(p.given_name) = app.search_form(btrim(find_known.given_name))
            and (p.family_name = '' or coalesce(family, ' ') = ' ' or app.search_form(p.family_name) = family));
    perform app.write_audit('search', purpose, coalesce((select array_agg(h.participant_id order by h.participant_id) from unnest(hits) h), '{}'),
      coalesce((select array_agg(h.reads order by h.participant_id) from unnest(hits) h), '{}'), null);
    return query select * from unnest(hits);
  end $$;
comment on function app.find_known(text, text, text, text, date) is 'Those the actor has a relation to with this phone, or this name and birth day. Somebody else''s people are never looked at, so the answer and the way to it are the same whether there are any or not.';

revoke execute on function app.search_form(text), app.plain_form(text), app.phone_form(text), app.find_people(text, text), app.find_known(text, text, text, text, date) from public;
grant execute on function app.find_people(text, text), app.find_known(text, text, text, text, date) to app_user;
