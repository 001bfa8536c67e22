import { statSync } from 'node:fs';
import path from 'node:path';

import { repData, userData, type UserData } from './data-shapes';
import { photoOf, readList } from './data';
import { documentsOf, rowsOf, type Strapi } from './documents';
import { eachWithProgress } from './report';
import type { BySlug } from './taxonomy';

const REP_UID = 'plugin::buyer-journey.rep';

interface UploadService {
  upload(params: { data: object; files: object }): Promise<{ id: number }[]>;
}

interface AdminUserService {
  create(attributes: object): Promise<{ id: number }>;
}

/** Row ids of the demo's admin users. */
export interface Writers {
  editor: number;
  author: number;
}

/** Creates the reps with their photos. */
export async function seedReps(strapi: Strapi): Promise<BySlug> {
  const reps: BySlug = new Map();
  await eachWithProgress('Reps', readList('reps.json', repData), async (rep) => {
    const photo = await uploadPhoto(strapi, rep.slug, rep.displayName);
    const data = { ...rep, photo };
    const { documentId } = await documentsOf(strapi, REP_UID).create({ data });
    reps.set(rep.slug, documentId);
  });
  return reps;
}

async function uploadPhoto(strapi: Strapi, slug: string, name: string): Promise<number> {
  const filepath = photoOf(slug);
  const uploads = strapi.plugin('upload').service<UploadService>('upload');
  const [file] = await uploads.upload({
    data: { fileInfo: { name: `${slug}.png`, alternativeText: name } },
    files: {
      filepath,
      originalFilename: path.basename(filepath),
      mimetype: 'image/png',
      size: statSync(filepath).size,
    },
  });
  if (!file) throw new Error(`The photo of ${name} was not uploaded.`);
  return file.id;
}

/** Creates the people who sign in to the admin. */
export async function seedUsers(strapi: Strapi): Promise<Writers> {
  const created = new Map<UserData['role'], number>();
  await eachWithProgress('Admin users', readList('users.json', userData), async (user) => {
    const role = await rowsOf(strapi, 'admin::role').findOne({ where: { code: user.role } });
    const users = strapi.service('admin::user') as unknown as AdminUserService;
    const { id } = await users.create({ ...user, isActive: true, roles: role ? [role.id] : [] });
    created.set(user.role, id);
  });
  const [editor, author] = [created.get('strapi-editor'), created.get('strapi-author')];
  if (!editor || !author) throw new Error('demo/data/users.json lacks an editor or an author.');
  return { editor, author };
}
