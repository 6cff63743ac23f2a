import type { AccessRole } from './roles.ts';
import { accessRoles } from './roles.ts';
import { type Closed, seenBy } from './seen-by.ts';
import { type Topic, topics } from './topics.ts';

/** Somebody at work beside a participant now. */
export interface Beside {
  worker: string;
  name: string;
  organisation: string;
  organisationName: string;
  kind: string;
  role: AccessRole;
}

/** What the participant has opened to an organisation, to one person there, or to somebody close. */
export interface Leave {
  organisation?: string | undefined;
  worker?: string | undefined;
  related?: string | undefined;
  /** Of the one it is given to. */
  name: string;
  organisationName?: string | undefined;
  kind: string;
  topics: readonly string[];
  until?: string | undefined;
}

/** What the participant has closed: to one worker, to an organisation, or to everyone. */
export interface Door {
  worker?: string | undefined;
  organisation?: string | undefined;
  topics?: readonly string[] | undefined;
}

export interface Seer {
  worker?: string;
  organisation?: string;
  related?: string;
  name: string;
  organisationName?: string;
  roles: AccessRole[];
  topics: Topic[];
  until?: string;
}

const known = (named: readonly string[]): Topic[] => topics.filter((topic) => named.includes(topic));
const isRole = (kind: string): kind is AccessRole => (accessRoles as readonly string[]).includes(kind);

function closedTo(doors: readonly Door[], who: { worker?: string; organisation?: string }): Closed {
  const theirs = doors.filter(
    (door) =>
      (door.worker === undefined || door.worker === who.worker) &&
      (door.organisation === undefined || door.organisation === who.organisation),
  );
  if (theirs.some((door) => door.topics === undefined)) return 'everything';
  return known(theirs.flatMap((door) => door.topics ?? []));
}

/**
 * Who sees what of one participant at this moment, told before anybody has looked: those beside them, those they have let in, less what
 * they have closed. Those who see nothing are left out. The same table and the same periods as the database decides by (app.masks).
 * @param beside one for each role somebody has; one person with two roles is told once
 */
export function whoSees(beside: readonly Beside[], leaves: readonly Leave[], doors: readonly Door[]): Seer[] {
  const atWork = new Set(beside.map(({ worker }) => worker));
  const workers = beside.map((one) =>
    workerSeer(
      one,
      beside.filter(({ worker }) => worker === one.worker),
      leaves,
      doors,
    ),
  );
  const others = leaves
    .filter(({ worker }) => worker === undefined || !atWork.has(worker))
    .map((leave) => leaveSeer(leave, leaves, doors));
  return [...workers, ...others]
    .filter((seer) => seer.topics.length > 0)
    .filter((seer, at, all) => all.findIndex((other) => sameOne(other, seer)) === at);
}

const sameOne = (a: Seer, b: Seer): boolean =>
  a.worker === b.worker && a.organisation === b.organisation && a.related === b.related;

function workerSeer(
  one: Beside,
  roles: readonly Beside[],
  leaves: readonly Leave[],
  doors: readonly Door[],
): Seer {
  const granted = leaves
    .filter(
      ({ organisation, worker }) =>
        organisation === one.organisation && (worker ?? one.worker) === one.worker,
    )
    .flatMap((leave) => leave.topics);
  const asRoles = new Set(roles.map(({ role }) => role));
  if (granted.length > 0 && isRole(one.kind)) asRoles.add(one.kind);
  return {
    worker: one.worker,
    name: one.name,
    organisationName: one.organisationName,
    roles: [...asRoles],
    topics: seenBy([...asRoles], known(granted), closedTo(doors, one)),
  };
}

function leaveSeer(leave: Leave, leaves: readonly Leave[], doors: readonly Door[]): Seer {
  const { organisation, worker, related, name, organisationName } = leave;
  const same = leaves.filter(
    (other) =>
      other.related === related &&
      other.organisation === organisation &&
      (other.worker === undefined || other.worker === worker),
  );
  // A municipal service is let in through those of its workers who stand beside the participant, and they are told of already.
  const roles = isRole(leave.kind) ? [leave.kind] : [];
  const ends = same.map(({ until }) => until);
  const until = ends.includes(undefined) ? undefined : ends.sort().at(-1);
  const who = {
    ...(worker === undefined ? {} : { worker }),
    ...(organisation === undefined ? {} : { organisation }),
  };
  return {
    ...(worker === undefined ? who : { worker }),
    ...(related === undefined ? {} : { related }),
    name,
    ...(organisationName === undefined ? {} : { organisationName }),
    roles,
    topics: seenBy(roles, known(same.flatMap((other) => other.topics)), closedTo(doors, who)),
    ...(until === undefined ? {} : { until }),
  };
}
