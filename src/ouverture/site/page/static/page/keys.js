// Keys for those who work here all day. Each key presses something that stands on the page: <a data-key="g p">.
// Without this file everything works with a mouse, with Tab, and by touch. They can be turned off on the page of keys.
(() => {
  "use strict";
  const OFF = "keys-off", WAIT = 1200;
  const stored = () => { try { return localStorage.getItem(OFF) === "yes"; } catch { return false; } };
  const store = (off) => { try { localStorage.setItem(OFF, off ? "yes" : "no"); } catch { /* not kept: until the page is left */ } };
  let off = stored(), first = "", at = 0;

  const show = () => {
    document.documentElement.toggleAttribute("data-keys", !off);
    document.querySelectorAll("[data-keys-state]").forEach((one) => { one.hidden = (one.dataset.keysState === "off") !== off; });
  };
  const typing = (field) => field.matches("textarea, select, input:not([type=radio]):not([type=checkbox])");
  const seen = (one) => one.getClientRects().length > 0;
  const named = (key) => [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find(seen);

  const press = (one) => {
    if (one.matches("input[type=radio]")) { one.checked = true; one.focus(); }
    else if (typing(one)) { one.focus(); }
    else { one.click(); }
  };
  const move = (step) => {
    const rows = [...document.querySelectorAll(".staff-table tbody a, .paper-list a")].filter(seen);
    const here = rows.indexOf(document.activeElement);
    const chosen = rows.findIndex((one) => one.hasAttribute("aria-current"));
    const next = rows[(here >= 0 ? here : chosen - (step < 0 ? 0 : 1)) + step] || rows[here >= 0 ? here : 0];
    if (next) { next.focus(); next.scrollIntoView({ block: "nearest" }); }
  };

  document.addEventListener("click", (event) => {
    const toggle = event.target.closest("[data-keys-toggle]");
    if (toggle) { off = !off; store(off); show(); }
  });
  document.addEventListener("keydown", (event) => {
    if (off || event.ctrlKey || event.altKey || event.metaKey || typing(event.target)) return;
    const key = event.key.toLowerCase(), whole = Date.now() - at < WAIT && first ? `${first} ${key}` : key;
    first = "";
    if (key === "j" || key === "k") { event.preventDefault(); move(key === "j" ? 1 : -1); return; }
    const found = named(whole);
    if (found) { event.preventDefault(); press(found); }
    else if (key.length === 1 && document.querySelector(`[data-key^="${CSS.escape(key)} "]`)) { first = key; at = Date.now(); }
  });
  show();
})();
