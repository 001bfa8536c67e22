/** Serves a test site that was written before in a process of its own, to be killed: `serve.ts <folder>` prints its address. */
import { createStrapi } from '@strapi/strapi';
import type { AddressInfo } from 'node:net';

async function serve(dir: string): Promise<void> {
  const strapi = createStrapi({ appDir: dir, distDir: dir, serveAdminPanel: false });
  await strapi.load();
  strapi.server.mount();
  strapi.server.httpServer.listen(0, '127.0.0.1', () => {
    const { port } = strapi.server.httpServer.address() as AddressInfo;
    process.stdout.write(`http://127.0.0.1:${port}\n`);
  });
}

serve(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});
