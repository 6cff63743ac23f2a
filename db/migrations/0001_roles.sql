-- Four roles and one door. Roles belong to the whole server, so they may be there already.
do $$
declare wanted text;
begin
  foreach wanted in array array['app_owner', 'app_user', 'app_engine', 'app_reviewer'] loop
    if not exists (select from pg_roles where rolname = wanted) then
      execute format('create role %I nologin noinherit', wanted);
    end if;
  end loop;
  -- The server logs in as a role that may read nothing: it has to become app_user, and app_user has to become somebody.
  if not exists (select from pg_roles where rolname = 'app_login') then
    create role app_login login noinherit nocreatedb nocreaterole;
  end if;
  grant app_user, app_engine to app_login;
  execute format('grant app_owner to %I', current_user);
end $$;

create schema app authorization app_owner;
comment on schema app is 'Everything Medvandrer keeps. Municipality leads every key.';
grant usage on schema app to app_user, app_engine, app_login, app_reviewer;
