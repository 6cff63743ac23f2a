/** What a browser says it is, as far as somebody needs it to know their own phone again. */
export interface Device {
  kind: 'phone' | 'tablet' | 'computer' | 'other';
  system: 'android' | 'ios' | 'windows' | 'mac' | 'linux' | 'chromeos' | 'other';
  browser: 'chrome' | 'safari' | 'firefox' | 'edge' | 'samsung' | 'opera' | 'other';
}

// In this order: most browsers also say that they are one of those further down.
const BROWSERS: readonly [Device['browser'], RegExp][] = [
  ['edge', /\bEdgA?(iOS)?\//],
  ['opera', /\bOPR\/|\bOpera\b/],
  ['samsung', /\bSamsungBrowser\//],
  ['firefox', /\b(Firefox|FxiOS)\//],
  ['chrome', /\b(Chrome|CriOS|Chromium)\//],
  ['safari', /\bVersion\/.*\bSafari\//],
];
const SYSTEMS: readonly [Device['system'], RegExp][] = [
  ['android', /\bAndroid\b/],
  ['ios', /\b(iPhone|iPad|iPod)\b/],
  ['windows', /\bWindows\b/],
  ['chromeos', /\bCrOS\b/],
  ['mac', /\bMacintosh\b/],
  ['linux', /\bLinux\b/],
];

const firstOf = <T extends string>(list: readonly [T, RegExp][], said: string): T | 'other' =>
  list.find(([, pattern]) => pattern.test(said))?.[0] ?? 'other';

/** From the `User-Agent` header. Versions are left out: they change, and tell the owner nothing. */
export function deviceOf(userAgent: string): Device {
  const system = firstOf(SYSTEMS, userAgent);
  return { kind: kindOf(system, userAgent), system, browser: firstOf(BROWSERS, userAgent) };
}

function kindOf(system: Device['system'], userAgent: string): Device['kind'] {
  if (/\biPad\b/.test(userAgent)) return 'tablet';
  if (system === 'ios') return 'phone';
  if (system === 'android') return /\bMobile\b/.test(userAgent) ? 'phone' : 'tablet';
  return system === 'other' ? 'other' : 'computer';
}
