import { fileURLToPath } from 'node:url';

/** `services/gateway/web`, from the sources and from the build alike. */
export const WEB_FOLDER = fileURLToPath(new URL('../../web/', import.meta.url));
