/** Signs in scripts and event attributes. Each pattern is linear: what repeats is followed by what it cannot match. */
const STATUS_BAR = /\b(?:window|self|top|parent)\s*\.\s*(?:defaultStatus|status)\s*=[^=]/;
const BARE_STATUS = /(?:^|[;{\s])status\s*=[^=]/;
const RIGHT_BUTTON = /\bbutton\s*={2,3}\s*2\b/;
const MENU_LISTENER = /['"`]contextmenu['"`]/;
const MENU_HANDLER = /\boncontextmenu\s*=/;
const PREVENTS = /\breturn\s+false\b|\bpreventDefault\s*\(/;
const PROMPT = /(?:^|[^.\w$])(?:window\s*\.\s*)?prompt\s*\(/;

export function writesStatusBar(script: string): boolean {
  return STATUS_BAR.test(script);
}

/** In an attribute `status` alone is the window's. */
export function attributeWritesStatusBar(handler: string): boolean {
  return STATUS_BAR.test(handler) || BARE_STATUS.test(handler);
}

/** "event.button==2", as the paper has it, or the menu's own event being stopped. */
export function stopsRightClick(script: string): boolean {
  if (RIGHT_BUTTON.test(script)) return true;
  return (MENU_LISTENER.test(script) || MENU_HANDLER.test(script)) && PREVENTS.test(script);
}

export function prevents(handler: string): boolean {
  return PREVENTS.test(handler);
}

/** The one pop-up that asks for text whatever else the page does. */
export function asksByPrompt(script: string): boolean {
  return PROMPT.test(script);
}
