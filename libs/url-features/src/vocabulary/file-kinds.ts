/** What stands after the last dot of the path. */
export const SERVER_SCRIPTS = new Set(
  'php php3 php4 php5 php7 phtml asp aspx ashx jsp jspx cgi pl do cfm action'.split(' '),
);

export const PAGES = new Set('html htm shtml xhtml mhtml mht'.split(' '));

/** Programs, archives and office files. */
export const DOWNLOADS = new Set(
  (
    'exe msi msix apk ipa scr bat cmd jar vbs jse wsf ps1 dmg pkg iso img zip rar 7z gz tgz tar cab ace doc docm ' +
    'docx xls xlsm xlsx xll ppt pptm rtf one hta lnk chm'
  ).split(' '),
);

/** What a false first extension pretends to be. */
export const DOCUMENTS = new Set('pdf jpg jpeg png gif txt csv mp3 mp4 wav eml svg'.split(' '));
