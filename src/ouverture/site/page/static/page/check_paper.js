// A signed paper checked in the browser itself: nothing is sent, and once the page is here no network is needed.
// Without this file, or in a browser that cannot check Ed25519, the form is sent and the caisse's own page answers.
(() => {
  "use strict";
  const FOR_PAPERS = "ouverture: a signed paper, 1\0", LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567", DAY = 86400000;
  const known = JSON.parse(document.getElementById("check-known").textContent);
  const button = document.getElementById("check-here"), place = document.getElementById("here");
  const hex = (bytes) => [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  const bytesOf = (text) => Uint8Array.from(text.match(/../g) || [], (two) => parseInt(two, 16));

  const decoded = (letters) => {
    const bytes = [];
    let held = 0, bits = 0;
    for (const letter of letters) {
      held = (held << 5) | LETTERS.indexOf(letter);
      bits += 5;
      if (bits >= 8) { bits -= 8; bytes.push((held >> bits) & 255); held &= (1 << bits) - 1; }
    }
    return held || bits > 4 ? null : Uint8Array.from(bytes); // spare bits carry nothing, and are not free to change
  };
  const unpacked = async (bytes) => {
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse((await new Response(stream).text()).slice(0, 4000));
  };
  const today = () => { const now = new Date(); return new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10); };
  const days = (from, to) => (Date.parse(to) - Date.parse(from)) / DAY;

  const stands = (paper) => {
    const found = known.withdrawn[paper.s], day = today();
    if (days(day, paper.d) > 1) return ["to_come", { on: paper.d }];
    if (found) return [known.out_of_date.includes(found[0]) ? "stale" : "withdrawn", { on: found[1], why: known.why[found[0]] }];
    if (paper.l && day > paper.l) return ["expired", { last: paper.l }];
    const doubt = known.made_on < paper.d ? "older_list" : days(known.made_on, day) > known.lasts ? "old_list" : "";
    return doubt ? ["not_known", { why: known.verdict[doubt].replace("{made}", known.made_on) }] : ["good", {}];
  };
  const judged = async (text) => {
    const found = /OUVERTURE1:([A-Z2-7\s]+)/i.exec(text);
    if (!found) return ["unreadable", { begins: "OUVERTURE1:" }];
    const whole = decoded(found[1].toUpperCase().replace(/\s/g, ""));
    if (!whole || whole.length <= 70) return ["cut", {}];
    const held = whole.slice(0, -64), name = hex(held.slice(0, 6));
    if (!(name in known.keys)) return ["other_key", { key: name }];
    const key = await crypto.subtle.importKey("raw", bytesOf(known.keys[name]), "Ed25519", false, ["verify"]);
    const signed = new Uint8Array([...new TextEncoder().encode(FOR_PAPERS), ...held]);
    if (!await crypto.subtle.verify("Ed25519", key, whole.slice(-64), signed)) return ["altered", {}];
    const paper = await unpacked(held.slice(6));
    return [...stands(paper), paper];
  };
  const shown = ([state, values, paper]) => {
    let says = known.verdict[state];
    for (const [name, value] of Object.entries(values)) says = says.replace(`{${name}}`, value);
    const head = Object.assign(document.createElement("h2"), { textContent: says }), list = document.createElement("dl");
    list.className = "named";
    for (const [short, label] of paper ? Object.entries(known.rows) : []) {
      if (!(short in paper)) continue;
      const row = document.createElement("div"), value = (known.titles[paper[short]] && short === "k") ? known.titles[paper.k] : paper[short];
      row.append(Object.assign(document.createElement("dt"), { textContent: label }), Object.assign(document.createElement("dd"), { textContent: value }));
      list.append(row);
    }
    place.replaceChildren(head, list);
    place.dataset.state = state;
    place.hidden = false;
  };

  const able = async () => {
    await crypto.subtle.importKey("raw", bytesOf(Object.values(known.keys)[0]), "Ed25519", false, ["verify"]);
    button.hidden = typeof DecompressionStream === "undefined";
  };
  button.addEventListener("click", async () => shown(await judged(document.getElementById("code").value).catch(() => ["cut", {}])));
  able().catch(() => { /* this browser cannot: the form is sent instead */ });
})();
