(() => {
  "use strict";
  const by = (id) => document.getElementById(id);
  const view = by("map-view");
  if (!view) return;
  const data = JSON.parse(by("map-data").textContent);
  const rowCount = data.regions.length, columnCount = data.ids.length, absent = data.statuses.length;
  const UNKNOWN = 255, ORDERED = 6, CELL = 22;

  const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
  const packed = bytes(data.cells), chances = data.chances ? bytes(data.chances) : null;
  const statusAt = (row, column) => {
    const at = row * columnCount + column;
    return at % 2 ? packed[at >> 1] & 15 : packed[at >> 1] >> 4;
  };
  const chanceAt = (row, column) => (chances ? chances[row * columnCount + column] : UNKNOWN);

  const fill = (code, values) => data.say[code].replace(/\{(\w+)\}/g, (_, name) => values[name]);
  const shareText = (share) => (share === null ? data.say.unjudged : fill("share", { share: share }));
  const chanceText = (percent) =>
    percent === 0 ? data.say.chance_low : percent === 100 ? data.say.chance_high : fill("chance", { chance: percent });

  const canvas = view.querySelector("canvas"), size = by("map-size"), pen = canvas.getContext("2d");
  const box = by("map-box"), tip = by("map-tip"), detail = by("map-detail"), count = by("map-count");
  const find = by("map-find"), sort = by("map-sort"), order = by("map-columns"), only = by("map-only");
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  const plain = (text) => text.normalize("NFKC").toLowerCase();
  const searched = data.regions.map(plain);
  const everyRow = [...data.regions.keys()], everyColumn = [...data.ids.keys()];
  let rows = everyRow, columns = everyColumn;
  let turned = false, cursor = null;

  const byName = everyRow.slice().sort((a, b) => collator.compare(data.regions[a], data.regions[b]) || a - b);
  const placeByName = new Int32Array(rowCount);
  byName.forEach((row, place) => (placeByName[row] = place));
  const missingLast = (a, b, sign) => (a === null || b === null ? (a === null) - (b === null) : sign * (a - b));
  const badness = (status) => (status < ORDERED ? ORDERED - status : status);
  const compareShares = (a, b) => missingLast(data.regionShares[a], data.regionShares[b], 1) || placeByName[a] - placeByName[b];
  const compareStatuses = (column, sign) => (a, b) => {
    const x = statusAt(a, column), y = statusAt(b, column);
    const judged = (x >= ORDERED) - (y >= ORDERED);
    if (judged || x >= ORDERED) return judged || x - y || placeByName[a] - placeByName[b];
    return sign * (badness(x) - badness(y)) || compareShares(a, b);
  };
  const sortRows = () => {
    const how = sort.value;
    if (how === "name") return byName;
    if (how === "worst") return everyRow.slice().sort(compareShares);
    if (how === "best") {
      return everyRow.slice().sort(
        (a, b) => missingLast(data.regionShares[a], data.regionShares[b], -1) || placeByName[a] - placeByName[b]);
    }
    return everyRow.slice().sort(compareStatuses(Number(how), turned ? -1 : 1));
  };
  const sortColumns = () => {
    const how = order.value;
    if (how === "plan_order") return everyColumn;
    if (how === "name") return everyColumn.slice().sort((a, b) => collator.compare(data.short[a], data.short[b]) || a - b);
    const sign = how === "worst" ? 1 : -1;
    return everyColumn.slice().sort((a, b) => missingLast(data.shares[a], data.shares[b], sign) || a - b);
  };

  let ink = {}, tiles = [], ratio = 1, left = 0, top = 0;
  const readInk = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue("--" + name).trim();
    ink = { page: colour("bg"), text: colour("ink"), dim: colour("dim"), line: colour("line"), soft: colour("soft"), focus: colour("focus"), link: colour("link") };
    ratio = window.devicePixelRatio || 1;
    const judged = ["met", "ahead", "on-track", "behind", "off-track", "reversing"].map(colour);
    const tile = (background, colour, mark) => {
      const drawn = document.createElement("canvas");
      drawn.width = drawn.height = Math.round(CELL * ratio);
      const brush = drawn.getContext("2d");
      brush.scale(drawn.width / CELL, drawn.width / CELL);
      if (background) {
        brush.fillStyle = background;
        brush.fillRect(0.5, 0.5, CELL - 1, CELL - 1);
      }
      brush.fillStyle = colour;
      brush.font = "600 12px sans-serif";
      brush.textAlign = "center";
      brush.textBaseline = "middle";
      brush.fillText(mark, CELL / 2, CELL / 2 + 1);
      return drawn;
    };
    tiles = data.marks.map((mark, status) =>
      status < ORDERED ? tile(judged[status], ink.page, mark) : tile(ink.soft, ink.dim, mark));
    const family = getComputedStyle(document.body).fontFamily;
    ink.font = "13px " + family;
    ink.strong = "600 13px " + family;
    pen.font = ink.font;
    const widest = (names) => names.reduce((most, name) => Math.max(most, name.length > 60 ? 999 : pen.measureText(name).width), 0);
    const narrow = view.clientWidth < 600;
    left = Math.ceil(Math.min(widest(data.regions) + 16, narrow ? 120 : 240));
    top = Math.ceil(Math.min(widest(data.short) + 16, narrow ? 130 : 220));
  };

  const shorten = (text, room) => {
    if (pen.measureText(text).width <= room) return text;
    let end = text.length;
    while (end > 1 && pen.measureText(text.slice(0, end) + "…").width > room) end -= 1;
    return text.slice(0, end) + "…";
  };
  const inView = () => {
    const first = Math.floor(view.scrollTop / CELL), begin = Math.floor(view.scrollLeft / CELL);
    return {
      rows: [first, Math.min(rows.length, first + Math.ceil((view.clientHeight - top) / CELL) + 1)],
      columns: [begin, Math.min(columnCount, begin + Math.ceil((view.clientWidth - left) / CELL) + 1)],
    };
  };
  const x = (column) => left + column * CELL - view.scrollLeft, y = (row) => top + row * CELL - view.scrollTop;

  const draw = () => {
    const width = view.clientWidth, height = view.clientHeight, seen = inView();
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
    canvas.style.width = width + "px";
    canvas.style.height = height + "px";
    pen.setTransform(canvas.width / width, 0, 0, canvas.height / height, 0, 0);
    pen.fillStyle = ink.page;
    pen.fillRect(0, 0, width, height);
    const wanted = only.value === "" ? null : Number(only.value);
    for (let row = seen.rows[0]; row < seen.rows[1]; row += 1) {
      for (let column = seen.columns[0]; column < seen.columns[1]; column += 1) {
        const status = statusAt(rows[row], columns[column]);
        if (status === absent) continue;
        pen.globalAlpha = wanted === null || wanted === status ? 1 : 0.12;
        pen.drawImage(tiles[status], x(column), y(row), CELL, CELL);
      }
    }
    pen.globalAlpha = 1;
    if (cursor) {
      pen.strokeStyle = ink.text;
      pen.lineWidth = 2.5;
      pen.strokeRect(x(cursor.column), y(cursor.row), CELL, CELL);
    }
    pen.textBaseline = "middle";
    pen.fillStyle = ink.page;
    pen.fillRect(0, top, left, height - top);
    for (let row = seen.rows[0]; row < seen.rows[1]; row += 1) {
      const here = cursor && cursor.row === row;
      pen.fillStyle = here ? ink.link : ink.text;
      pen.font = here ? ink.strong : ink.font;
      pen.textAlign = "left";
      pen.fillText(shorten(data.regions[rows[row]], left - 14), 8, y(row) + CELL / 2);
    }
    pen.fillStyle = ink.page;
    pen.fillRect(0, 0, width, top);
    const sorted = sort.value === "" || isNaN(sort.value) ? -1 : Number(sort.value);
    for (let column = seen.columns[0]; column < seen.columns[1]; column += 1) {
      const which = columns[column], here = which === sorted || (cursor && cursor.column === column);
      pen.save();
      pen.translate(x(column) + CELL / 2, top - 7);
      pen.rotate(-Math.PI / 2);
      pen.fillStyle = here ? ink.link : ink.text;
      pen.font = here ? ink.strong : ink.font;
      const mark = which === sorted ? (turned ? " ↓" : " ↑") : "";
      pen.fillText(shorten(data.short[which], top - 16 - (mark ? 16 : 0)) + mark, 0, 0);
      pen.restore();
    }
    pen.fillStyle = ink.page;
    pen.fillRect(0, 0, left, top);
    pen.fillStyle = ink.line;
    pen.fillRect(0, top - 1, width, 1);
    pen.fillRect(left - 1, 0, 1, height);
  };
  let asked = false;
  const redraw = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(() => {
      asked = false;
      draw();
    });
  };
  const lay = () => {
    size.style.width = left + columnCount * CELL + "px";
    size.style.height = Math.max(top + rows.length * CELL, 1) + "px";
  };

  const said = (row, column) => {
    const status = statusAt(row, column), percent = chanceAt(row, column);
    const word = status === absent ? data.say.absent : data.marks[status] + " " + data.words[status];
    const more = percent === UNKNOWN ? "" : data.say.between + chanceText(percent);
    return fill("cell", { region: data.regions[row], indicator: data.names[column], status: word + more });
  };
  const head = (name, share) => fill("head", { name: name, said: shareText(share) });
  const show = (text, event) => {
    detail.textContent = text;
    tip.hidden = !text || !event;
    if (tip.hidden) return;
    tip.textContent = text;
    const frame = box.getBoundingClientRect();
    const at = event.clientX - frame.left, down = event.clientY - frame.top;
    tip.style.left = Math.max(0, Math.min(at + 14, frame.width - tip.offsetWidth - 4)) + "px";
    tip.style.top = (down + tip.offsetHeight + 24 > view.offsetHeight ? down - tip.offsetHeight - 10 : down + 18) + "px";
  };
  const under = (event) => {
    const frame = view.getBoundingClientRect();
    const across = event.clientX - frame.left - view.clientLeft, down = event.clientY - frame.top - view.clientTop;
    const column = across < left ? -1 : Math.floor((across - left + view.scrollLeft) / CELL);
    const row = down < top ? -1 : Math.floor((down - top + view.scrollTop) / CELL);
    if (row >= rows.length || column >= columnCount || across >= view.clientWidth || down >= view.clientHeight) return null;
    return { row: row, column: column };
  };
  const describe = (at) => {
    if (!at || (at.row < 0 && at.column < 0)) return "";
    if (at.row < 0) return head(data.names[columns[at.column]], data.shares[columns[at.column]]);
    if (at.column < 0) return head(data.regions[rows[at.row]], data.regionShares[rows[at.row]]);
    return said(rows[at.row], columns[at.column]);
  };

  const refresh = () => {
    const words = plain(find.value).split(/\s+/).filter(Boolean);
    rows = sortRows().filter((row) => words.every((word) => searched[row].includes(word)));
    columns = sortColumns();
    cursor = null;
    const shown = fill("shown", { shown: rows.length, all: rowCount });
    count.textContent = rows.length ? shown : shown + " · " + data.say.nothing;
    show("");
    lay();
    view.scrollTop = 0;
    redraw();
  };
  const sortBy = (column) => {
    turned = sort.value === String(column) && !turned;
    sort.value = String(column);
    refresh();
  };
  sort.addEventListener("change", () => {
    turned = false;
    refresh();
  });
  find.addEventListener("input", refresh);
  order.addEventListener("change", refresh);
  only.addEventListener("change", redraw);
  by("map-controls").addEventListener("submit", (event) => event.preventDefault());

  view.addEventListener("scroll", () => {
    tip.hidden = true;
    redraw();
  }, { passive: true });
  view.addEventListener("pointermove", (event) => show(describe(under(event)), event));
  view.addEventListener("pointerleave", () => show(cursor ? describe(cursor) : ""));
  view.addEventListener("click", (event) => {
    const at = under(event);
    if (!at) return;
    if (at.row < 0 && at.column >= 0) return sortBy(columns[at.column]);
    if (at.row < 0 || at.column < 0) return;
    cursor = at;
    show(describe(at), event);
    redraw();
  });

  const reach = (at) => {
    const room = { wide: view.clientWidth - left, high: view.clientHeight - top };
    if (at.row * CELL < view.scrollTop) view.scrollTop = at.row * CELL;
    if ((at.row + 1) * CELL > view.scrollTop + room.high) view.scrollTop = (at.row + 1) * CELL - room.high;
    if (at.column * CELL < view.scrollLeft) view.scrollLeft = at.column * CELL;
    if ((at.column + 1) * CELL > view.scrollLeft + room.wide) view.scrollLeft = (at.column + 1) * CELL - room.wide;
  };
  const page = () => Math.max(1, Math.floor((view.clientHeight - top) / CELL) - 1);
  const steps = {
    ArrowUp: () => [-1, 0], ArrowDown: () => [1, 0], ArrowLeft: () => [0, -1], ArrowRight: () => [0, 1],
    PageUp: () => [-page(), 0], PageDown: () => [page(), 0],
    Home: (whole) => [whole ? -rowCount : 0, -columnCount], End: (whole) => [whole ? rowCount : 0, columnCount],
  };
  view.addEventListener("keydown", (event) => {
    if (event.altKey || event.metaKey || !rows.length) return;
    if (event.key === "Enter" && cursor) {
      event.preventDefault();
      const column = columns[cursor.column], at = cursor.column;
      sortBy(column);
      cursor = { row: 0, column: at };
      show(describe(cursor));
      return;
    }
    if (!(event.key in steps)) return;
    event.preventDefault();
    const seen = inView(), step = cursor ? steps[event.key](event.ctrlKey) : [0, 0];
    const from = cursor || { row: Math.min(seen.rows[0], rows.length - 1), column: seen.columns[0] };
    cursor = {
      row: Math.max(0, Math.min(rows.length - 1, from.row + step[0])),
      column: Math.max(0, Math.min(columnCount - 1, from.column + step[1])),
    };
    reach(cursor);
    show(describe(cursor));
    redraw();
  });

  const look = () => {
    readInk();
    lay();
    redraw();
  };
  by("map-none").hidden = true;
  by("map-controls").hidden = false;
  box.hidden = false;
  readInk();
  refresh();
  new ResizeObserver(look).observe(view);
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", look);
})();
