import type { WayIn } from '#contract/login.ts';
import { currentLanguage } from '../app/language.ts';

export const nameOfWay = (way: WayIn): string => way.name[currentLanguage()];
