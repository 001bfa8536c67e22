/** Pictures from Strapi’s media library under the site’s own address: visitors ask nobody else. */
import type { APIRoute } from 'astro';
import { STRAPI_URL } from '../../strapi';

export const GET: APIRoute = async ({ params }) => {
  const path = (params.path ?? '').split('/').map(encodeURIComponent).join('/');
  const answer = await fetch(`${STRAPI_URL}/uploads/${path}`);
  const type = answer.headers.get('content-type') ?? '';
  if (!answer.ok || !type.startsWith('image/')) return new Response(null, { status: 404 });
  return new Response(answer.body, {
    headers: { 'content-type': type, 'cache-control': 'public, max-age=3600' },
  });
};
