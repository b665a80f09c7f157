// What keys, dropping and copying do. Everything works without this file by plain forms.
(function () {
  "use strict";
  document.documentElement.classList.add("js");
  // A page says that it is open, so that the program ends with the last one.
  var id = String(Math.random()).slice(2) + Date.now();
  function call(path) { fetch(path + "?page=" + id, { method: "POST" }).catch(function () {}); }
  if (!document.body.classList.contains("screen-bye")) {
    call("/alive");
    setInterval(function () { call("/alive"); }, 45000);
    addEventListener("pagehide", function () { navigator.sendBeacon("/bye?page=" + id); });
    addEventListener("pageshow", function (e) { if (e.persisted) call("/alive"); });
  }

  // What is going on is asked for again, but not under somebody's hands; who stands on a button
  // stands there again.
  var touched = 0, every = document.querySelector("[data-untold]") ? 0.3 : Number(document.body.dataset.refresh), stops = "a[href],button,summary,[tabindex='0']";
  ["keydown", "pointerdown"].forEach(function (name) { addEventListener(name, function () { touched = Date.now(); }, true); });
  try {
    var stood = JSON.parse(sessionStorage.getItem("stood") || "null");
    sessionStorage.removeItem("stood");
    if (stood && stood.at === location.href && document.querySelectorAll(stops)[stood.n]) document.querySelectorAll(stops)[stood.n].focus();
  } catch (e) { /* without a memory the page begins at its top */ }
  function filled(f) {
    if (f.type === "checkbox" || f.type === "radio") return f.checked !== f.defaultChecked;
    if (f.tagName === "SELECT") return f.selectedIndex !== Math.max(0, Array.prototype.findIndex.call(f.options, function (o) { return o.defaultSelected; }));
    return f.type !== "hidden" && f.value !== f.defaultValue;
  }
  if (every) setInterval(function () {
    var on = document.activeElement;
    if (on && /^(INPUT|SELECT|TEXTAREA)$/.test(on.tagName) || Date.now() - touched < 3000) return;
    if (Array.prototype.some.call(document.querySelectorAll("main input,main select,main textarea"), filled)) return; // nothing that was begun is lost
    var n = Array.prototype.indexOf.call(document.querySelectorAll(stops), on);
    try { if (n >= 0) sessionStorage.setItem("stood", JSON.stringify({ at: location.href, n: n })); } catch (e) { /* as above */ }
    if (document.body.dataset.stay) location.replace(document.body.dataset.stay); else location.reload();
  }, every * 1000);

  // Keys choose what bears them: a button is pressed, a link followed, a box ticked.
  addEventListener("keydown", function (e) {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    var on = e.target;
    if (/^(INPUT|SELECT|TEXTAREA)$/.test(on.tagName) && on.type !== "checkbox" && on.type !== "radio") {
      if (e.key === "Escape") on.blur();
      return;
    }
    var key = e.key.toLowerCase();
    if (!/^[a-z0-9]$/.test(key)) return;
    var it = document.querySelector('[data-key="' + key + '"]');
    if (!it || it.disabled || it.getAttribute("aria-disabled") === "true") return;
    e.preventDefault();
    it.focus();
    it.click();
  });
  document.querySelectorAll('[aria-disabled="true"]').forEach(function (a) {
    a.addEventListener("click", function (e) { e.preventDefault(); });
  });

  // One key, one decision: what was sent is not sent again.
  document.querySelectorAll("form[method=post]").forEach(function (f) {
    f.addEventListener("submit", function (e) {
      if (f.dataset.sent) { e.preventDefault(); return; }
      f.dataset.sent = "1";
    });
  });

  // A reason that was written before is put where it can be changed. What must be written is asked for before the form is sent.
  document.querySelectorAll("select[name=before]").forEach(function (list) {
    list.addEventListener("change", function () {
      var box = list.form.querySelector("input[name=reason]");
      if (!list.value) return;
      box.value = list.value;
      list.selectedIndex = 0;
      box.dispatchEvent(new Event("change"));
      box.focus();
    });
  });
  document.querySelectorAll("[data-required]").forEach(function (box) { box.required = true; });

  // What was done is said aloud: a screen reader reads what is put into a page, not what stands in it.
  var note = document.getElementById("note");
  if (note) setTimeout(function () { document.getElementById("spoken").textContent = note.textContent; }, 150);

  // Files that are dropped anywhere on the board go where the chosen quarter says.
  var form = document.querySelector("form[data-drop]");
  if (form) {
    var files = form.querySelector("input[type=file]");
    var send = function () { 
      if (!files.files.length || form.dataset.sent) return;
      form.classList.add("sending");
      form.querySelector(".sent").textContent = "正在存下这 " + files.files.length + " 份，请稍等……";
      form.requestSubmit();
    };
    files.addEventListener("change", send);
    ["dragenter", "dragover"].forEach(function (name) {
      addEventListener(name, function (e) { e.preventDefault(); form.classList.add("over"); });
    });
    addEventListener("dragleave", function (e) { if (!e.relatedTarget) form.classList.remove("over"); });
    addEventListener("drop", function (e) {
      e.preventDefault();
      form.classList.remove("over");
      if (e.dataTransfer.files.length) { files.files = e.dataTransfer.files; send(); }
    });
  }

  // What a link leads to inside of something folded is unfolded, also where the browser does not do that.
  function unfold() {
    var it = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1))), fold = it && it.closest("details");
    if (fold) { fold.open = true; fold.scrollIntoView(); }
  }
  addEventListener("hashchange", unfold);
  unfold();

  // Texts are copied, or marked where the browser does not let us.
  document.querySelectorAll("[data-copy]").forEach(function (button) {
    button.addEventListener("click", function () {
      var text = button.parentNode.querySelector("textarea");
      text.select();
      var done = function () { button.textContent = "已复制"; };
      if (navigator.clipboard) navigator.clipboard.writeText(text.value).then(done, function () { if (document.execCommand("copy")) done(); });
      else if (document.execCommand("copy")) done();
    });
  });

  // A sheet ends where the window does: its scroll bars are in view. The headings of a sheet stay in view
  // above its rows.
  function heightOf(row) { return row.getBoundingClientRect().height; } // sheets have lines of parts of a pixel
  document.querySelectorAll(".sheet table").forEach(function (table) {
    var box = table.closest(".scroll"), left = innerHeight - box.getBoundingClientRect().top - scrollY - 32;
    if (matchMedia("(min-width:60rem)").matches) box.style.maxHeight = Math.max(left, left < 140 ? 320 : 200) + "px";
    var top = heightOf(table.tHead), most = box.clientHeight * 0.4, rows = [];
    for (var n = 0; n < table.tBodies[0].rows.length; n++) {
      var row = table.tBodies[0].rows[n], cells = row.querySelectorAll("td");
      if (!row.querySelector("td.h")) break;
      if (Array.prototype.filter.call(cells, function (c) { return c.textContent.trim(); }).length >= Math.min(3, cells.length)) rows.push(row); else rows = [];
    }
    while (top + rows.reduce(function (sum, r) { return sum + heightOf(r); }, 0) > most) if (!rows.shift()) return;
    rows.forEach(function (r) {
      Array.prototype.forEach.call(r.cells, function (c) { c.classList.add("stays"); c.style.top = top + "px"; });
      top += heightOf(r);
    });
    table.dataset.top = top;
  });

  // What is asked stays in view beside the answers, where it fits in the window.
  var asked = document.querySelector(".split .left");
  if (asked && asked.offsetHeight + 90 < innerHeight) asked.classList.add("stays-left");

  // The places that are asked about come into view, with no more out of view than must be.
  var marked = document.querySelectorAll(".sheet td.marked");
  if (!marked.length) marked = document.querySelectorAll(".sheet th.marked");
  if (marked.length) {
    var first = marked[0], box = first.closest(".scroll"), edge = 44, right = 0, left = Infinity;
    marked.forEach(function (m) { left = Math.min(left, m.offsetLeft); right = Math.max(right, m.offsetLeft + m.offsetWidth); });
    if (right - left > box.clientWidth - edge) right = first.offsetLeft + Math.min(first.offsetWidth, box.clientWidth - edge);
    box.scrollLeft = Math.max(0, right - box.clientWidth + 8);
    var high = first.offsetHeight, top = Number(box.querySelector("table").dataset.top) || 40, seen = innerHeight - box.getBoundingClientRect().top - scrollY;
    seen = seen < top + high + 40 ? box.clientHeight : Math.min(seen, box.clientHeight); // a low window shows a part of the box
    var room = seen - top;
    if (first.offsetTop + high + 60 > seen) box.scrollTop = Math.max(0, first.offsetTop - top - (high > room / 2 ? 0 : (room - high) / 2));
  }
})();
