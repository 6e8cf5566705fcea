/**
 * What a page that asks for something speaks of, in the languages phishing is written in, and what a page to read does.
 * Stems, so that one word does not count twice; accents and spaces are left out, as URLs leave them out. Words of up to
 * four letters count only on their own.
 */
export const TOPICS = {
  signIn:
    'login signin logon signon auth authenticate password passwd webscr sso oauth wallet connect session mypage ' +
    // Spanish, Portuguese, Italian
    'ingresar ingreso iniciar clave contrasena acceso acesso entrar senha accedi accesso ' +
    // French, German, Dutch, Polish
    'connexion connecter identifiant motdepasse anmelden anmeldung einloggen passwort inloggen aanmelden wachtwoord logowanie zaloguj ' +
    // Japanese, Indonesian, Turkish
    'roguin rogin ninsho ninshou masuk giris',
  account:
    'account member customer client profile user users billing invoice subscri cuenta usuario cliente conta ' +
    'compte facture konto kunde kunden rechnung rekening kaiin kouza meisai akun hesap',
  urgency:
    'verify verification confirm secure security update suspend unlock locked alert limited restore recover ' +
    'validat support helpdesk service expire unusual ' +
    'verificar verifica confirmar seguridad actualizar bloque seguranca atualizar bloqueio regulariz ' +
    'verifier securite verifizier bestatig bestaetig sicherheit aktualisier controleer ' +
    'kakunin honnin koushin anzen keikoku',
  payment:
    'bank banking payment credit card refund bonus gift reward prize claim free tax crypto bitcoin token airdrop ' +
    'banco banca pago tarjeta premio boleto fatura pagamento cartao banque paiement carte rembourse impot amende ' +
    'zahlung karte steuer betaling shiharai hikiotoshi kureka kurejit henkin',
  delivery:
    'parcel package delivery shipment shipping redeliver postal customs courier colis livraison paquete entrega envio ' +
    'encomenda paket sendung zustell pakket bezorg pacco spedizione przesylka haitatsu fuzai todoke',
  reading:
    'docs doc about documentation blog blogs news article wiki forum release issue download tutorial guide reference ' +
    'manual handbook specification category categories tag tags topic archive privacy terms license licence ' +
    'changelog readme project product story stories recipe review video watch event research paper publication ' +
    'learn course developer api en latest stable community faq contributing badge status press careers jobs ' +
    'magazine encyclopedia dictionary question thread gallery photo music lyrics movie book books sport',
  contentManagement: 'wp wordpress joomla plugin themes includes uploads administrator components modules',
} as const;

export type Topic = keyof typeof TOPICS;

/** What phishing is about: all but things to read and the insides of software. */
export const SENSITIVE_TOPICS = [
  'signIn',
  'account',
  'urgency',
  'payment',
  'delivery',
] as const satisfies readonly Topic[];
