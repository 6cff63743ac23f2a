import { m } from '#text/generated/messages.js';
import { Dialog } from '../ui/dialog.tsx';
import { Ways } from './ways.tsx';
import './login.css';

interface LoginAgainProps {
  name: string;
  onDone: () => Promise<unknown>;
  onClose: () => void;
}

/** Stands over the screen when a login has ended, so that everything typed underneath stays as it was. */
export function LoginAgain({ name, onDone, onClose }: LoginAgainProps) {
  return (
    <Dialog title={m.login_again_title()} closeLabel={m.close()} onClose={onClose}>
      <div className="mv-stack">
        <p>{m.login_again_text()}</p>
        <Ways onDone={onDone} only={name} />
      </div>
    </Dialog>
  );
}
