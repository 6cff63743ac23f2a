import type { ReactNode } from 'react';
import './rows.css';

/** A list of things, each with what can be done about it at its side, or below it where the screen is narrow. */
export const Rows = ({ children }: { children: ReactNode }) => <ul className="mv-rows">{children}</ul>;
