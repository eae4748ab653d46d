"""The letters that documents print with marks, by the plain letter they look like without.

Languages of the EU and the EEA, of the United Kingdom, Turkey, the Balkans, Iceland and Albania. `Ð`
looks like `Đ`, and `Ţ` is what `Ț` was called before it had a place of its own: neither is a class.
The same table, in the same order, is in `crates/vision/src/text/marks/alphabet.rs`.
"""

GROUPS = """
AÁÀÂÃÄÅĂĄĀ CĆČÇĊ DĎĐ EÉÈÊËĚĖĘĒ GĞĢĠ HĦ IÍÌÎÏİĮĪ KĶ LŁĹĽĻ NŃŇÑŅ OÓÒÔÕÖŐØ PÞ RŘŔ SŚŠŞȘ TŤȚ UÚÙÛÜŮŰŲŪ WŴ
YÝŸŶ ZŹŽŻ
aáàâãäåăąā cćčçċ dďđ eéèêëěėęē gğģġ hħ iíìîïıįī kķ lłĺľļ nńňñņ oóòôõöőø pþ rřŕ sśšşș tťț uúùûüůűųū wŵ
yýÿŷ zźžż
""".split()
LETTERS = "".join(GROUPS)
CLASS = {letter: at for at, letter in enumerate(LETTERS)}
GROUP = {letter: at for at, group in enumerate(GROUPS) for letter in group}
