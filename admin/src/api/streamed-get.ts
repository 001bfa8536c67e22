import { FetchError, useAuth, useFetchClient } from '@strapi/strapi/admin';
import { useCallback, useEffect, useRef } from 'react';

/** Fetches from the server and hands out the answer before it is whole. */
export type StreamedGet = (path: string, signal: AbortSignal) => Promise<Response>;

/**
 * Strapi's client hands out an answer only once it is whole. This asks with the same token, and has the
 * client renew a session that has run out, once.
 * @throws {FetchError} with the status and what the server says is wrong.
 */
export function useStreamedGet(): StreamedGet {
  const { get } = useFetchClient();
  const token = useAuth('useStreamedGet', (auth) => auth.token);
  const latestToken = useRef(token);
  useEffect(() => {
    latestToken.current = token;
  }, [token]);

  return useCallback(
    async (path, signal) => {
      const ask = () =>
        fetch(backendUrl() + path, {
          headers: { authorization: `Bearer ${latestToken.current ?? ''}` },
          credentials: 'include',
          signal,
        });
      let response = await ask();
      if (response.status === 401) {
        // The client asks this again with the new token, which is here by the time that it is answered.
        await get('/admin/users/me', { signal });
        response = await ask();
      }
      if (!response.ok) throw await failureOf(response);
      return response;
    },
    [get]
  );
}

async function failureOf(response: Response): Promise<Error> {
  const said = (await response.json().catch(() => null)) as Partial<Refusal> | null;
  const failure = said?.error
    ? new FetchError(said.error.message, { data: { error: said.error } })
    : new FetchError('Server Error');
  return Object.assign(failure, { status: response.status });
}

/** An error as Strapi words it. */
type Refusal = NonNullable<FetchError['response']>['data'];

/** Where Strapi's own client sends its requests. */
function backendUrl(): string {
  return (window as unknown as { strapi: { backendURL: string } }).strapi.backendURL;
}
