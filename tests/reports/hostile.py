"""A hundred texts that somebody could put into a free field, written for this program.

Each with what it is. Kept as escapes where an editor would hide, turn or join what it is about.
"""

from __future__ import annotations

LETTERS = {
    "umlauts": "Zoë Müller-Lüdenscheidt",
    "french": "Éloïse Lefèvre d'Août",
    "spanish": "Íñigo Núñez Ibáñez",
    "portuguese": "João Conceição",
    "danish": "Søren Ærø Ågård",
    "icelandic": "Þórður Guðmundsson",
    "polish": "Łucja Żółć-Dźwięk",
    "czech": "Přemysl Čížek Ďáblík",
    "hungarian": "Őszi Fűszál",
    "romanian": "Ștefan Țurcanu",
    "turkish": "İpek Şengül Işık",
    "azeri": "Əli Məmmədov",
    "vietnamese": "Nguyễn Thị Ngọc Ánh",
    "yoruba": "Ṣọlá Ọ̀túnba",
    "hausa": "Ɗanladi Ƙwarƙwasa",
    "welsh": "Siôn ŵyn ẁ ẃ ẅ",
    "maltese": "Ġorġ Ħaż-Żebbuġ",
    "hawaiian": "Kaʻiulani Kāneʻohe",
    "esperanto": "Ĉiuĵaŭde Ŝanĝo",
    "german sharp s": "STRAẞE Weiß",
    "greek": "Ελένη Παπαδοπούλου",
    "russian": "Анна Щербакова-Ёлкина",
    "ukrainian": "Ґалина Їжакевич",
    "serbian": "Љубица Ђорђевић",
    "kazakh": "Әсем Қожахмет Ұлы",
    "apostrophes": "O'Neill O’Neill O`Neill",
    "ampersand": "Smith & Sons; Co. & Co.",
    "hyphens": "A-B‐C‑D–E—F",
    "decomposed": "Zoe\u0308 Mu\u0308ller",
    "two marks": "Nguye\u0302\u0303n",
    "one letter": "X",
    "figures": "007 1/2 3.14 1e9",
    "quotes": "\"Ana\" 'Ana' «Ana» “Ana”",
}
"""Names that are printed as they are: Latin, Greek, Cyrillic."""

OTHER_SCRIPTS = {
    "arabic": "علي بن محمد",
    "persian": "شیرین\u200cزبان",
    "hebrew": "דָּוִד כֹּהֵן",
    "yiddish": "ײִדיש",
    "han": "王小明",
    "traditional han": "陳大文",
    "japanese": "山田 花子 さくら",
    "half width": "ﾔﾏﾀﾞ",
    "full width": "Ａｎａ Ｍｏｒｅａｕ",
    "korean": "김민준",
    "hangul parts": "\u1100\u1161\u11a8",
    "thai": "สมชาย ใจดี",
    "devanagari": "अनुष्का शर्मा",
    "tamil": "தமிழ்ச்செல்வி",
    "bengali": "রবীন্দ্রনাথ",
    "georgian": "ნინო",
    "armenian": "Արամ Խաչատրյան",
    "amharic": "አበበ ቢቂላ",
    "khmer": "សុខា",
    "burmese": "အောင်",
    "tibetan": "བསྟན་འཛིན",
    "cherokee": "ᏣᎳᎩ",
    "polytonic greek": "Ἀχιλλεὺς ᾠδή",
    "old cyrillic": "Ѵладимиръ ѳ",
    "rare han": "\U00020bb7野家",
    "mathematical": "\U0001d4d0\U0001d4f7\U0001d4ea",
    "mixed": "Ana 李 Анна علي",
}
"""Scripts that the bundled fonts do not have."""

PICTURES = {
    "face": "Ana \U0001f600",
    "family": "\U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466",
    "flag": "\U0001f1e8\U0001f1ed Ana",
    "rainbow flag": "\U0001f3f3\ufe0f\u200d\U0001f308",
    "skin": "\U0001f44b\U0001f3fd hello",
    "keycap": "1\ufe0f\u20e3 first",
    "arrows and stars": "→ ★ ☆ ♥ ✓ ✗",
    "boxes": "█▓▒░ ┌─┐",
    "private use": "\ue000\uf8ff Ana",
    "tag letters": "\U000e0041\U000e007f Ana",
}

UNSEEN = {
    "zalgo": "Z" + "\u0300\u0316\u0321\u034f" * 15 + "al" + "\u0489" * 10 + "go",
    "tower": "A" + "\u0301" * 60 + "na",
    "mark alone": "\u0301 Ana",
    "right to left": "Ana\u202egnp.exe",
    "isolates": "\u2067Ana\u2069 \u2066M\u2069",
    "embedding": "\u202bAna\u202c Moreau",
    "zero width": "A\u200bn\u200ca\u200d\u2060M\ufeff",
    "soft hyphens": "A\u00adn\u00ada",
    "byte order": "\ufeffAna",
    "no break": "Ana\u00a0Moreau\u202fM",
    "wide spaces": "Ana\u2003\u3000Moreau",
    "line separators": "Ana\u2028Moreau\u2029M",
    "control": "Ana\x00\x01\x07\x08\x1b[31mred\x7f",
    "c1 control": "Ana\x80\x85\x9b31m",
    "new lines": "Ana\r\nMoreau\tM\x0b\x0c",
    "high surrogate": "Ana \ud83d",
    "low surrogate": "\udc00 Ana",
    "no characters": "Ana \ufffe\uffff \ufdd0",
    "replacement": "Ana \ufffd",
    "annotation": "\ufff9Ana\ufffaB\ufffb",
    "only spaces": " \u00a0\u2003 ",
}

LONG = {
    "80 W": "W" * 80,
    "80 i": "i" * 80,
    "80 words": "ab " * 26 + "ab",
    "80 accents": "Ǘ" * 80,
    "80 marks": ("Ṩ" + "\u0323") * 40,
    "one long word": "Donaudampfschiffahrtsgesellschaftskapitänswitwenrentenantragsformular",
}

CODE = {
    "script": "</title><script>alert(1)</script>",
    "image": "<img src=http://127.0.0.1:9/x.png onerror=alert(1)>",
    "style": "</style><style>@import 'http://127.0.0.1:9/x.css'",
    "css": "red;} body{display:none} .x{background:url(http://127.0.0.1:9)",
    "url": "url('file:///etc/passwd')",
    "comment": "<!-- Ana --> ]]> <![CDATA[ x ]]>",
    "entities": "&lt;b&gt; &amp;amp; &#x202e; &#0; &nbsp",
    "jinja": "{{ 7*7 }} {% raw %} {# x #}",
    "jinja reach": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "format": "%s %n {0} {name} ${HOME} $(id) `id`",
    "attachment": '<link rel=attachment href="file:///etc/passwd">',
    "object": '<object data="file:///etc/passwd"></object>',
    "svg": '"><svg><image href="http://127.0.0.1:9/x"/></svg>',
    "pdf": ") Tj ET (x) /JS (app.alert(1)) endobj %%EOF \\",
    "sql": "'; DROP TABLE records; --",
}

ALL = LETTERS | OTHER_SCRIPTS | PICTURES | UNSEEN | LONG | CODE
