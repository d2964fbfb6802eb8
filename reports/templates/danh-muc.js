"use strict";
(() => {
  const D = JSON.parse(document.getElementById("data").textContent);
  const STEP = 100; // rows drawn at a time: the page opens as fast with 2,000 services as with 20
  const $ = (id) => document.getElementById(id);
  const plain = (s) => s.normalize("NFD").replace(/[\u0300-\u036f]/g, "").replace(/[đĐ]/g, "d").toLowerCase();
  const el = (tag, className, ...inside) => {
    const e = document.createElement(tag);
    if (className) e.className = className;
    e.append(...inside);
    return e;
  };
  const link = (href, text) => Object.assign(el("a", "", text), { href: encodeURI(href) });
  const key = (letter, text) => el("span", "key s-" + D.states[letter][0], text);

  const BAD = "feckbrwx"; // what still asks for somebody's work, in the order it is told
  for (const s of D.services) {
    s.counts = {};
    for (const c of s.s) if (c !== ".") s.counts[c] = (s.counts[c] || 0) + 1;
    const odd = s.x.filter((x) => BAD.includes(s.s[x[0]])).map((x) => D.criteria[x[0]][0]);
    s.key = plain([s.c, s.n, D.fields[s.f], D.agencies[s.a], ...odd].join(" "));
    s.unmet = (s.counts.f || 0) * 1000 + (s.counts.w || 0);
    s.when = s.r < 0 ? "" : D.runs[s.r][1].replace(/^(\d+)\/(\d+)\/(\d+)/, "$3$2$1");
  }

  const fill = (select, rows) => rows.forEach(([value, words]) => select.append(new Option(words, value)));
  const named = (names) => names.map((n, i) => [String(i), n || "không ghi"]).sort((x, y) => x[1].localeCompare(y[1], "vi"));
  fill($("f"), named(D.fields));
  fill($("a"), named(D.agencies));
  fill($("d"), Object.entries(D.decisions));

  let shown = [], drawn = 0;
  const ORDERS = {
    n: (x, y) => x.n.localeCompare(y.n, "vi"),
    u: (x, y) => y.unmet - x.unmet,
    t: (x, y) => y.when.localeCompare(x.when),
  };

  function filter() {
    const words = plain($("q").value).split(/\s+/).filter(Boolean);
    const [f, a, d, o] = ["f", "a", "d", "o"].map((id) => $(id).value);
    shown = D.services.filter((s) =>
      (!f || String(s.f) === f) && (!a || String(s.a) === a) && (!d || s.d === d) && words.every((w) => s.key.includes(w)));
    if (o) shown.sort(ORDERS[o]);
    $("count").textContent = shown.length + " trên " + D.services.length + " dịch vụ";
    $("rows").replaceChildren();
    drawn = 0;
    draw();
  }

  function draw(all) {
    const until = all ? shown.length : Math.min(drawn + STEP, shown.length);
    const rows = document.createDocumentFragment();
    for (; drawn < until; drawn++) rows.append(row(shown[drawn]));
    $("rows").append(rows);
    $("more").hidden = drawn >= shown.length;
  }

  function row(s) {
    const open = el("button", "open", s.n);
    open.type = "button";
    open.setAttribute("aria-expanded", "false");
    const head = el("th", "", open, el("br"), el("small", "", s.c));
    head.scope = "row";
    const counts = Object.keys(D.states).filter((l) => s.counts[l]).map((l) => key(l, s.counts[l] + " " + D.states[l][1]));
    const run = s.r < 0 ? el("small", "", "–") : el("small", "", D.runs[s.r][1], el("br"), D.runs[s.r][0]);
    const tr = el("tr", "", head, el("td", "", D.fields[s.f], el("br"), el("small", "", D.agencies[s.a])),
      el("td", "", el("span", "badge d-" + s.d, D.decisions[s.d])), el("td", "", ...counts), el("td", "", run));
    tr.id = "dv-" + s.c;
    open.addEventListener("click", () => toggle(s, tr, open));
    return tr;
  }

  function toggle(s, tr, open) {
    const was = open.getAttribute("aria-expanded") === "true";
    open.setAttribute("aria-expanded", String(!was));
    if (was) return tr.nextElementSibling.remove();
    const cell = el("td", "", ...drill(s));
    cell.colSpan = 5;
    tr.after(el("tr", "drill", cell));
  }

  function drill(s) {
    const parts = [];
    for (const w of s.w) parts.push(el("p", "", D.texts[w].replace(/^./u, (c) => c.toUpperCase())));
    if (s.r < 0) return parts;
    const [name, when, folder, ruleset, summary, whole, part] = D.runs[s.r];
    const about = el("p", "", "Lượt " + name + ", " + when + ", bộ tiêu chí " + ruleset + (whole ? "" : "; dừng giữa chừng") + (part ? "; chỉ một phần tiêu chí" : "") + ". ");
    if (summary) about.append(link(summary + "#dv-" + s.c, "Trang tóm tắt của lượt"));
    parts.push(about);
    if (s.h && s.h.length) parts.push(el("p", "", "Trước đó: " + s.h.map(([r, d]) => D.runs[r][1] + " " + D.decisions[d].toLowerCase()).join("; ")));
    const said = new Map(s.x.map((x) => [x[0], x]));
    const groups = D.groups.map(() => []);
    const loud = [];
    [...s.s].forEach((letter, i) => {
      if (letter === ".") return;
      if (BAD.includes(letter) || letter === "v") loud.push([letter, i]);
      groups[D.criteria[i][2]].push([letter, i]);
    });
    loud.sort((x, y) => BAD.indexOf(x[0]) - BAD.indexOf(y[0]));
    if (loud.length) parts.push(el("h3", "", "Cần xử lý"), list(loud, said, folder, s));
    groups.forEach((rows, g) => {
      if (!rows.length) return;
      const passed = rows.filter(([l]) => l === "p").length;
      const box = el("details", "", el("summary", "", D.groups[g][1] + " (" + D.groups[g][0] + "): " + passed + "/" + rows.length + " đạt"));
      box.addEventListener("toggle", () => { if (box.open && box.children.length === 1) box.append(list(rows, said, folder, s)); });
      parts.push(box);
    });
    return parts;
  }

  function list(rows, said, folder, s) {
    return el("ul", "", ...rows.map(([letter, i]) => {
      const [id, title, , severity, basis] = D.criteria[i];
      const item = el("li", "", key(letter, D.states[letter][1]), el("span", "id", id), " " + title + " ", el("small", "", "(" + severity + "; " + basis + ")"));
      const [, text, journey, ...files] = said.get(i) || [];
      if (text !== undefined && D.texts[text]) {
        const why = el("span", "why", D.texts[text]);
        const seen = files.length ? files : journey ? [s.c + "/" + journey + "/evidence.json"] : [];
        if (journey) why.append(" – hành trình " + (D.journeys[journey] || journey));
        for (const file of seen) why.append("; ", link(folder + "/" + file, file));
        item.append(why);
      }
      return item;
    }));
  }

  $("q").addEventListener("input", filter);
  for (const id of ["f", "a", "d", "o"]) $(id).addEventListener("change", filter);
  document.querySelector(".filters").addEventListener("submit", (e) => e.preventDefault());
  document.querySelector("#more button").addEventListener("click", () => draw());
  new IntersectionObserver((seen) => { if (seen.some((x) => x.isIntersecting)) draw(); }, { rootMargin: "600px" }).observe($("more"));
  addEventListener("beforeprint", () => draw(true)); // paper has no scrolling
  if (D.unreadable.length) Object.assign($("unreadable"), { hidden: false, textContent: "Lượt không đọc được, không tính vào danh mục: " + D.unreadable.join("; ") });
  filter();
  const wanted = D.services.find((s) => "#" + s.c === decodeURIComponent(location.hash));
  if (wanted) { $("q").value = wanted.c; filter(); document.querySelector(".open").click(); }
})();
