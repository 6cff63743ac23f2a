import { useEffect, useState } from 'react';
import { api } from '../app/api.ts';

/** Asks once, when it is first shown: each question stands in the log of those it names. */
export function useAsked<Answer>(path: string, body: object) {
  const [answer, setAnswer] = useState<Answer>();
  const [error, setError] = useState<Error>();
  const sent = JSON.stringify(body);
  useEffect(() => {
    let here = true;
    api.post<Answer>(path, JSON.parse(sent)).then(
      (said) => here && setAnswer(said),
      (problem: Error) => here && setError(problem),
    );
    return () => {
      here = false;
    };
  }, [path, sent]);
  return { answer, error };
}
