export { ChallengerFollower } from './challenger-follower.js';
export { ModelAliasesController } from './model-aliases.controller.js';
export { ModelLoader } from './model-loader.js';
export { RELOAD_OPTIONS, RegistryPoll, type ReloadOptions } from './registry-poll.js';
export { Reloader } from './reloader.js';
