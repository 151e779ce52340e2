"""A browser that translates pages, as Chrome does: it puts each text into <font> elements in place of the text node."""

TRANSLATE = """() => {
  const skipped = 'script, style, textarea, title, [translate=no]';
  const translated = (node) => {
    const parent = node.parentElement;
    if (!parent || parent.closest(`font, ${skipped}`) || !/\\p{L}|\\p{N}/u.test(node.data)) return;
    const outer = document.createElement('font');
    const inner = document.createElement('font');
    outer.style.verticalAlign = inner.style.verticalAlign = 'inherit';
    inner.append(`\\u27e6${node.data}\\u27e7`);
    outer.append(inner);
    node.replaceWith(outer);
  };
  const all = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const nodes = [];
    while (walker.nextNode()) nodes.push(walker.currentNode);
    nodes.forEach(translated);
  };
  const start = () => {
    document.documentElement.classList.add('translated-ltr');
    all(document.body);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records)
        if (target.nodeType === Node.TEXT_NODE) translated(target);
        else for (const node of addedNodes) node.nodeType === Node.TEXT_NODE ? translated(node) : all(node);
    }).observe(document.body, { childList: true, subtree: true, characterData: true });
  };
  if (document.body) start(); else document.addEventListener('DOMContentLoaded', start);
}"""

# Texts of React that stand neither alone in an element nor in a sentence: what a translator would freeze or break.
LOOSE = """() => {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const found = [];
  while (walker.nextNode()) {
    const { currentNode: node } = walker;
    const isOfReact = Object.keys(node).some((key) => key.startsWith('__reactFiber$'));
    if (isOfReact && /\\p{L}|\\p{N}/u.test(node.data) && !node.parentElement.closest('[data-sentence]'))
      found.push(`loose text: ${node.parentElement.outerHTML.slice(0, 160)}`);
  }
  return found;
}"""
