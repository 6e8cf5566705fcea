// Packages that know where services let people sign in: libraries of OAuth providers, integrations, readers of sites.
const CODE = /(?<!\.d)\.(?:m?js|ts|json|py|go)$/;

export const SIGN_IN_SOURCES = [
  { client: 'npm', spec: 'grant@5.4.24', files: /config\/(?:oauth|profile)\.json$/ },
  { client: 'npm', spec: 'purest@4.0.3', files: /config\/.*\.json$/ },
  { client: 'npm', spec: '@auth/core@0.41.3', files: /src\/providers\/.*\.ts$/ },
  { client: 'npm', spec: '@better-auth/core@1.7.25', files: CODE },
  { client: 'npm', spec: 'arctic@3.7.0', files: CODE },
  { client: 'npm', spec: 'hellojs@1.21.4', files: /src\/modules\/.*\.js$/ },
  {
    client: 'go',
    spec: 'github.com/markbates/goth@v1.82.0',
    files: /goth@v[^/]+\/providers\/\w+\/(?!.*_test)\w+\.go$/,
  },
  { client: 'go', spec: 'golang.org/x/oauth2@v0.37.0', files: /oauth2@v[^/]+\/(?!.*_test).*\.go$/ },
  { client: 'npm', spec: 'nuxt-auth-utils@0.5.30', files: /runtime\/server\/lib\/.*\.js$/ },
  { client: 'pypi', spec: 'social-auth-core==7.0.0', files: /social_core\/backends\/.*\.py$/ },
  { client: 'pypi', spec: 'django-allauth==65.21.1', files: /allauth\/socialaccount\/providers\/.*\.py$/ },
  { client: 'pypi', spec: 'authomatic==1.3.0', files: /authomatic\/providers\/.*\.py$/ },
  { client: 'pypi', spec: 'flask-dance==7.1.0', files: /flask_dance\/.*\.py$/ },
  { client: 'pypi', spec: 'fastapi-sso==0.23.0', files: /fastapi_sso\/.*\.py$/ },
  { client: 'pypi', spec: 'loginpass==0.5', files: /loginpass\/.*\.py$/ },
  { client: 'pypi', spec: 'homeassistant==2026.11.0', files: /homeassistant\/components\/.*\.(?:py|json)$/ },
  { client: 'pypi', spec: 'apprise==2.2.0', files: /apprise\/plugins\/.*\.py$/ },
  { client: 'pypi', spec: 'dns-lexicon==3.25.2', files: /lexicon\/.*\.py$/ },
  { client: 'pypi', spec: 'finance-dl==1.3.4', files: /finance_dl\/.*\.py$/ },
  {
    client: 'pypi',
    spec: 'yt-dlp==2026.10.26',
    files: /yt_dlp\/extractor\/\w+\.py$/,
    unless: /'age_limit': 18/,
  },
  { client: 'pypi', spec: 'streamlink==8.6.3', files: /streamlink\/plugins\/\w+\.py$/ },
  { client: 'deb', spec: 'calibre', files: /\.recipe$/ },
  { client: 'deb', spec: 'webext-keepassxc-browser', files: /keepassxc-browser\/.*\.js$/ },
];
