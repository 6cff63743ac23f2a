import { m } from './generated/messages.js';
import { lookUp, type Message } from './look-up.ts';

const lifeAreaMessages = {
  housing: m.life_area_housing,
  money: m.life_area_money,
  work: m.life_area_work,
  education: m.life_area_education,
  family: m.life_area_family,
  friends: m.life_area_friends,
  'physical-health': m.life_area_physical_health,
  'mental-health': m.life_area_mental_health,
  'substance-use': m.life_area_substance_use,
  leisure: m.life_area_leisure,
  'daily-living': m.life_area_daily_living,
  transport: m.life_area_transport,
  safety: m.life_area_safety,
  meaning: m.life_area_meaning,
} satisfies Record<string, Message>;

export const lifeAreaText = lookUp(lifeAreaMessages);
