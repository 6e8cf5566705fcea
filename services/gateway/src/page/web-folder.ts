import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** `services/gateway/web`, from the sources and from the build alike. */
export const WEB_FOLDER = fileURLToPath(new URL('../../web/', import.meta.url));

/** What Vite made of the page. */
export const BUILT_FOLDER = join(WEB_FOLDER, 'dist');

/** Files that are served as they stand: those of `/docs`, and what tables of predictions need without a built page. */
export const PUBLIC_FOLDER = join(WEB_FOLDER, 'public');
