import type { Mandate } from '#contract/guardian.ts';
import { m } from '#text/generated/messages.js';
import { listOf } from '#text/text.ts';
import { lastDay } from '../app/dates.ts';
import { topicName } from '../app/topic-names.ts';

export const scopeMessages: Record<Mandate['scopes'][number], () => string> = {
  money: m.mandate_scope_money,
  personal: m.mandate_scope_personal,
  health: m.mandate_scope_health,
};

export const scopesText = (scopes: Mandate['scopes']): string =>
  listOf(scopes.map((scope) => scopeMessages[scope]()));

export const topicsText = (topics: readonly string[]): string =>
  topics.length === 0
    ? m.mandate_sees_nothing()
    : m.mandate_sees({ topics: listOf(topics.map((topic) => topicName(topic))) });

export const untilText = (until: string | undefined, now: string): string =>
  until === undefined ? m.mandate_until_further() : m.mandate_until({ day: lastDay(until, now) });
