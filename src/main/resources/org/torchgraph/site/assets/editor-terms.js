// Completes classes and properties of this publication, by name or by label in either language.

export function completing(Yasqe, address) {
  let asked;
  const terms = () => {
    asked ??= fetch(address).then((answer) => answer.json()).then(({ prefixes, classes, properties }) => {
      // The longest namespace first, because one may be a prefix of another.
      const spaces = Object.entries(prefixes).sort((one, other) => other[1].length - one[1].length);
      const named = (term) => {
        const space = spaces.find(([, iri]) => term.iri.startsWith(iri) && /^[\w-]+$/.test(term.iri.slice(iri.length)));
        return { ...term, prefix: space, name: space ? space[0] + ":" + term.iri.slice(space[1].length) : "<" + term.iri + ">" };
      };
      return { classes: classes.map(named), properties: properties.map(named) };
    }).catch(() => { asked = undefined; return { classes: [], properties: [] }; });
    return asked;
  };
  const before = (yasqe, token) => yasqe.getPreviousNonWsToken(yasqe.getDoc().getCursor().line, token);
  const wantsClass = (yasqe, token) => /^(a|rdf:type)$/.test(before(yasqe, token)?.string ?? "");
  const own = document.documentElement.lang.slice(0, 2);
  const label = (term) => Object.entries(term.labels).sort(([one], [other]) =>
    other.startsWith(own) - one.startsWith(own)).map(([, text]) => text)[0] ?? "";

  Yasqe.registerAutocompleter({
    name: "torchgraph",
    bulk: false,
    autoShow: true,
    isValidCompletionPosition: (yasqe) => {
      const token = yasqe.getCompleteToken();
      if (!token.string.trim() || /^[?$"'#]/.test(token.string)) return false;
      if (before(yasqe, token)?.string?.toUpperCase() === "PREFIX") return false;
      return token.string.includes(":") || wantsClass(yasqe, token) || token.state.possibleCurrent.includes("a");
    },
    get: async (yasqe, token) => {
      const { classes, properties } = await terms();
      const typed = token.string.trim().toLowerCase();
      const rank = (term) => term.name.toLowerCase().startsWith(typed) ? 0
        : term.name.toLowerCase().includes(typed) ? 1
        : Object.values(term.labels).some((text) => text.toLowerCase().includes(typed)) ? 2 : 3;
      return (wantsClass(yasqe, token) ? classes : properties)
        .map((term) => ({ term, rank: rank(term) }))
        .filter((found) => found.rank < 3)
        .sort((one, other) => one.rank - other.rank)
        .slice(0, 40)
        .map((found) => found.term);
    },
    postProcessSuggestion: (yasqe, token, term) => term,
    postprocessHints: (yasqe, hints) => hints.map(({ text: term, from, to }) => ({
      text: term.name,
      displayText: term.name + "  " + label(term),
      from,
      to,
      hint: (editor, data, chosen) => {
        editor.getDoc().replaceRange(chosen.text, chosen.from || data.from, chosen.to || data.to, "complete");
        if (term.prefix) editor.addPrefixes({ [term.prefix[0]]: term.prefix[1] });
      },
    })),
  });
}
