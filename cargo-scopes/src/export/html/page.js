// What the page can do beside being read: search, and the preview of a consent screen.
// Texts of the manifest become text nodes and nothing else.
"use strict";

const manifest = JSON.parse(document.getElementById("scopes-manifest").textContent);
const element = (name, properties, ...children) => {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children);
  return made;
};
const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];

for (const part of all(".search, .scripted")) part.hidden = false;

// ---- Search ----

const search = document.getElementById("search");
const count = document.getElementById("count");
const nothing = document.getElementById("nothing");
const entries = new Map(all("nav [data-of]").map((entry) => [entry.dataset.of, entry]));
const articles = all("[data-scope]").map((article) => ({
  article,
  text: article.textContent.toLowerCase(),
  entry: entries.get(article.dataset.scope),
}));
const rows = all("[data-endpoint]").map((row) => ({ row, text: row.textContent.toLowerCase() }));
const plural = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;

function find() {
  const words = search.value.toLowerCase().split(/\s+/).filter(Boolean);
  const matches = (text) => words.every((word) => text.includes(word));
  let scopes = 0;
  let endpoints = 0;
  for (const { article, text, entry } of articles) {
    article.hidden = entry.hidden = !matches(text);
    scopes += !article.hidden;
  }
  for (const { row, text } of rows) {
    row.hidden = !matches(text);
    endpoints += !row.hidden;
  }
  for (const group of all("[data-group]")) {
    group.hidden = all("[data-scope], [data-of]", group).every((member) => member.hidden);
  }
  nothing.hidden = scopes > 0;
  const found = rows.length ? `${plural(scopes, "scope")}, ${plural(endpoints, "endpoint")}` : plural(scopes, "scope");
  count.textContent = words.length ? found : "";
}

search.addEventListener("input", find);
search.addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  search.value = "";
  find();
});
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input:not([type=checkbox]), select, textarea");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  search.focus();
  search.select();
});
// A link leads to its scope also where the search has hidden it.
window.addEventListener("hashchange", () => {
  let name = location.hash.slice(1);
  try {
    name = decodeURIComponent(name);
  } catch {
    // Not one of ours: it is taken as it stands.
  }
  const target = document.getElementById(name);
  if (!target?.hidden) return;
  search.value = "";
  find();
  target.scrollIntoView();
});

// ---- Consent preview ----

const names = Object.keys(manifest.scopes);
const scopes = new Map(
  Object.entries(manifest.scopes).map(([name, said]) => [name, typeof said === "string" ? { text: said } : said]),
);
const presets = new Map(Object.entries(manifest.presets ?? {}));
const base = manifest.system.locale ?? "en";

// What a scope includes itself; a pattern stands for one segment.
function included(name) {
  return (scopes.get(name).includes ?? []).flatMap((target) => {
    if (!target.includes("*")) return [target];
    const prefix = target.slice(0, -1);
    const hits = (other) => other !== name && other.startsWith(prefix) && !/[:./]/.test(other.slice(prefix.length));
    return names.filter(hits);
  });
}

// What the scopes of a list bring.
function covered(list) {
  const reached = new Set();
  const pending = [...list];
  while (pending.length) {
    for (const target of included(pending.pop())) {
      if (reached.has(target)) continue;
      reached.add(target);
      pending.push(target);
    }
  }
  return reached;
}

// The text in a language, or in that of the manifest.
function consent(name, locale) {
  const texts = manifest.text?.[locale];
  if (locale !== base && texts && Object.hasOwn(texts, name)) return [texts[name], locale];
  return [scopes.get(name).consent ?? scopes.get(name).text, base];
}

const request = document.getElementById("request");
const language = document.getElementById("language");
const screen = document.getElementById("consent");
const unticked = new Set();
const asked = () => all("input:checked", request).map((box) => box.value);
const code = (name) => element("code", { textContent: name });
const codes = (list) => list.flatMap((name, place) => (place ? [", ", code(name)] : [code(name)]));
const paragraph = (className, ...content) => element("p", { className }, ...content);
const isOptional = (name) => Boolean(scopes.get(name).optional) && scopes.get(name).kind !== "restriction";

function entry(name) {
  const [text, locale] = consent(name, language.value);
  const detail = scopes.get(name).detail;
  const said = element("bdi", { lang: locale, textContent: text });
  const small = detail ? [element("small", { lang: base, dir: "auto", textContent: detail })] : [];
  if (!isOptional(name)) return element("li", { className: "fixed" }, said, ...small);
  const box = element("input", { type: "checkbox", checked: !unticked.has(name) });
  box.addEventListener("change", () => {
    if (box.checked) unticked.delete(name);
    else unticked.add(name);
    answer();
  });
  return element("li", { className: "optional" }, element("label", {}, box, said), ...small);
}

// What is shown follows `Consent` of the runtime: all but what comes with a scope that cannot be unticked.
function show() {
  const requested = asked();
  if (!requested.length) {
    screen.replaceChildren(paragraph("quiet", "Nothing is asked for."));
    return;
  }
  const hidden = covered(requested.filter((name) => !isOptional(name)));
  const brought = requested.filter((name) => hidden.has(name));
  const shown = requested.filter((name) => !hidden.has(name));
  const buttons = element("p", { className: "answers" }, element("span", { textContent: "Cancel" }), element("span", { textContent: "Allow" }));
  buttons.setAttribute("aria-hidden", "true");
  const asks = paragraph("asks", "An application would like to use ", element("bdi", { className: "system", textContent: manifest.system.name }), ":");
  screen.replaceChildren(
    element("div", { className: "card" }, asks, element("ul", { className: "entries" }, ...shown.map(entry)), buttons),
    element("p", { id: "answer", className: "quiet" }),
  );
  if (brought.length) screen.append(paragraph("quiet", "Not listed, since another scope brings it: ", ...codes(brought), "."));
  screen.append(...obstacles(requested));
  answer();
}

// Why the request would be refused, or what it waits for.
function obstacles(requested) {
  const holds = new Set([...requested, ...covered(requested)]);
  return requested.flatMap((name) => {
    const { requires = [], approval = "none" } = scopes.get(name);
    const lacking = requires.filter((other) => !holds.has(other));
    const found = [];
    if (lacking.length) found.push(paragraph("warning", code(name), " requires ", ...codes(lacking), ", and is refused without."));
    if (approval !== "none") found.push(paragraph("warning", code(name), ` also takes approval: ${approval}.`));
    return found;
  });
}

// The grant: what is ticked, and what of the request comes with it.
function answer() {
  const requested = asked();
  const ticked = requested.filter((name) => !isOptional(name) || !unticked.has(name));
  const brought = covered(ticked);
  const granted = requested.filter((name) => ticked.includes(name) || brought.has(name));
  const line = granted.length ? code(granted.join(" ")) : "nothing";
  document.getElementById("answer").replaceChildren("The token gets: ", line);
}

request.addEventListener("change", () => {
  unticked.clear();
  show();
});
request.addEventListener("submit", (event) => event.preventDefault());
request.addEventListener("click", (event) => {
  const button = event.target.closest("button");
  if (!button) return;
  const chosen = presets.get(button.dataset.preset)?.scopes ?? [];
  for (const box of all("input", request)) box.checked = chosen.includes(box.value);
  unticked.clear();
  show();
});
language.addEventListener("change", show);
show();

// ---- Print: whatever is folded is unfolded ----

window.addEventListener("beforeprint", () => {
  for (const folded of all("details:not([open])")) {
    folded.open = true;
    folded.dataset.folded = "";
  }
});
window.addEventListener("afterprint", () => {
  for (const unfolded of all("details[data-folded]")) {
    unfolded.open = false;
    delete unfolded.dataset.folded;
  }
});
