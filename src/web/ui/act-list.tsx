import type { ReactNode } from 'react';
import './act-list.css';

/** A list of things, each with what can be done about it at its side, or below it where the screen is narrow. */
export const ActList = ({ children }: { children: ReactNode }) => <ul className="mv-act-list">{children}</ul>;
