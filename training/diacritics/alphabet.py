"""The letters that documents print with marks, by the plain letter they look like without.

Languages of the EU and the EEA, of the United Kingdom, Turkey, the Balkans, Iceland and Albania. `Ð`
looks like `Đ`, and `Ţ` is what `Ț` was called before it had a place of its own: neither is a class.
`C` and `G` are together, because the recogniser takes `Ğ` for `Č`.
The same table, in the same order, is in `crates/vision/src/line/alphabet.rs`.
"""

GROUPS = """
AÁÀÂÃÄÅĂĄĀ CĆČÇĊGĞĢĠ DĎĐ EÉÈÊËĚĖĘĒ HĦ IÍÌÎÏİĮĪ KĶ LŁĹĽĻ NŃŇÑŅ OÓÒÔÕÖŐØ PÞ RŘŔ SŚŠŞȘ TŤȚ UÚÙÛÜŮŰŲŪ WŴ
YÝŸŶ ZŹŽŻ
aáàâãäåăąā cćčçċ dďđ eéèêëěėęē gğģġ hħ iíìîïıįī kķ lłĺľļ nńňñņ oóòôõöőø pþ rřŕ sśšşș tťț uúùûüůűųū wŵ
yýÿŷ zźžż
""".split()
LIGATURES = ["AEÆ", "OEŒ"]
"""Two letters, as one class, and what they look like when they are one."""
CHOICES = [list(group) for group in GROUPS] + [[both[:2], both[2]] for both in LIGATURES]
"""What is compared with each other, plain forms first or among them."""
LETTERS = [letter for group in CHOICES for letter in group]
CLASS = {letter: at for at, letter in enumerate(LETTERS)}
