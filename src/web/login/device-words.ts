import type { Device } from '#contract/login.ts';
import { m } from '#text/generated/messages.js';

/** Names that are the same in every language. */
const BROWSERS: Record<string, string> = {
  chrome: 'Chrome',
  safari: 'Safari',
  firefox: 'Firefox',
  edge: 'Edge',
  samsung: 'Samsung Internet',
  opera: 'Opera',
};
const MACHINES: Record<string, () => string> = {
  'ios phone': () => 'iPhone',
  'ios tablet': () => 'iPad',
  'android phone': m.device_android_phone,
  'android tablet': m.device_android_tablet,
  'windows computer': m.device_windows,
  'mac computer': () => 'Mac',
  'linux computer': m.device_linux,
  'chromeos computer': () => 'Chromebook',
};

/** «Chrome på Android-telefon» */
export function deviceWords(device: Device | undefined): string {
  if (device === undefined) return m.device_other();
  const { kind, system, browser } = device;
  return m.device_on({
    browser: BROWSERS[browser] ?? m.device_browser_other(),
    what: (MACHINES[`${system} ${kind}`] ?? m.device_other)(),
  });
}
