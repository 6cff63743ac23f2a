import type pg from 'pg';

/** What the driver calls on a statement that is under way; a COPY answers with its rows instead of reading any. */
interface CopyConnection {
  query(text: string): void;
  sendCopyFromChunk(chunk: Buffer): void;
  endCopyFrom(): void;
}

/** `copy … from stdin` with the rows as one text, as the driver has no call of its own for it. */
export function copyIn(client: pg.Client, statement: string, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let failed: Error | undefined;
    const copy = {
      submit: (connection: unknown) => (connection as CopyConnection).query(statement),
      handleCopyInResponse: (connection: CopyConnection) => {
        connection.sendCopyFromChunk(Buffer.from(text));
        connection.endCopyFrom();
      },
      handleError: (error: Error) => {
        failed ??= error;
        reject(error);
      },
      handleReadyForQuery: () => {
        if (failed === undefined) resolve();
      },
      handleCommandComplete: () => undefined,
      handleRowDescription: () => undefined,
    };
    client.query(copy);
  });
}
