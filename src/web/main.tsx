import './app/styles.css';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { useLanguage } from './app/language.ts';
import { queryClient } from './app/queries.ts';
import { router } from './app/router.tsx';
import { ToastProvider } from './ui/toast.tsx';

/** Choosing a language draws everything anew; nothing that is typed is lost, since drafts are kept beside. */
function App() {
  const language = useLanguage();
  return (
    <ToastProvider>
      <RouterProvider key={language} router={router} />
    </ToastProvider>
  );
}

const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root');
createRoot(root).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
