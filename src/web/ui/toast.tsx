import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { Button } from './button.tsx';

interface Toast {
  text: string;
  action?: { label: string; run: () => void };
}

const ToastContext = createContext<(toast: Toast) => void>(() => {});

/** Says what just happened, with a way back: `toast({ text, action: { label: m.undo(), run } })`. */
export const useToast = () => useContext(ToastContext);

const shownMs = 12_000;

export function ToastProvider({ children }: { children: ReactNode }) {
  const [shown, setShown] = useState<(Toast & { at: number }) | undefined>();
  const show = useCallback((toast: Toast) => setShown({ ...toast, at: performance.now() }), []);
  useEffect(() => {
    if (!shown) return;
    const timer = setTimeout(() => setShown(undefined), shownMs);
    return () => clearTimeout(timer);
  }, [shown]);
  const act = () => {
    shown?.action?.run();
    setShown(undefined);
  };
  return (
    <ToastContext value={show}>
      {children}
      <div className="mv-toasts" role="status" aria-live="polite">
        {shown && (
          <div className="mv-toast" key={shown.at}>
            <p>{shown.text}</p>
            {shown.action && (
              <Button variant="tertiary" onClick={act}>
                {shown.action.label}
              </Button>
            )}
          </div>
        )}
      </div>
    </ToastContext>
  );
}
