/** What comes before needs: in own words, and leading whatever is planned. */
export const strengthKinds = ['good-at', 'has-helped', 'who-is-there', 'how-to-meet-me'] as const;
