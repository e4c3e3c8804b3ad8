"""re: matching, groups, substitution, flags, messages, and patterns that backtrack for ever elsewhere."""
import re


def show(*args):
    print(*[repr(a) for a in args])


m = re.search(r"(?P<year>\d{4})-(?P<month>\d\d)(-(?P<day>\d\d))?", "on 2024-05 and 2023-01-02")
show(m, m.group(), m.groups(), m.groupdict(), m.span("month"), m.lastindex, m.lastgroup, m.start(4), m[1], m.regs)
show(re.findall(r"\b(\w)(\w*)\b", "the quick brown"), re.findall("a*", "baac"), re.findall(r"x(y)?", "xyx"))
show([x.span() for x in re.finditer(r"(?=(..))", "abcd")], re.split(r"(,)|;", "a,b;c"), re.split(r"\b", "hi you", maxsplit=2))
show(re.sub(r"(\w+) (\w+)", r"\2 \g<1>!", "hello world again here"), re.subn("[aeiou]", lambda m: m[0].upper(), "education", count=3))
show(re.sub("x*", "-", "abxd"), re.sub("(a)|b", r"[\1]", "ab"), re.sub("é", "\\\\", "café"))
show(re.match(r"(a+)+b", "a" * 20), re.search(r"(x+x+)+y", "x" * 14), bool(re.match(r"(?:a|aa)+$", "a" * 30)))
show(re.fullmatch(r"(?i)straße|STRASSE", "Straße"), re.findall("(?i)[k-m]", "KLMkKſ"), re.findall(r"(?a)\w+", "aé1"))
show(re.search(r"^b$", "a\nb\nc", re.M), re.search("a.c", "a\nc", re.S), re.search(r" a # c", "a", re.X), re.search(r"\Aa\Z", "a\n"))
show(re.findall(r"(?<=\$)\d+(?!\d|€)", "$12 $345€ 6"), re.findall(r"(?<!a)b", "ab b"), re.match(r"(['\"]).*?\1", "'it' \"x\""))
show(re.match(r"(?:(a)|b)(?(1)c|d)", "ac"), re.match(r"(?:(a)|b)(?(1)c|d)", "bc"), re.match("a++a", "aaa"), re.match("(?>a+)a", "aaa"))
show(re.match("a{2,3}?", "aaaa"), re.match("(ab){2}", "ababab").span(1), re.match("a?+b", "ab"), re.match("(?:ab?)*+c", "aabc"))
show(re.compile("a|b", re.I | re.M), re.compile(b"\xff+").findall(b"a\xff\xffb"), re.escape("a.b*c d"), re.compile("(?P<n>x)").groupindex)
p = re.compile("b")
show(p.search("abcb", 2).span(), p.match("abc", 1, 2).span(), p.search("abcb", 2, 3), p.fullmatch("abc", 1, 2), p.pattern, p.flags, p.groups)
show(re.findall("[^\\W\\d_]+", "añb1_c日本"), re.findall("[а-я]+", "привет World мир"), re.sub(".", "·", "日本a"), re.search("本", "日本語").span())
show(p == re.compile("b"), hash(p) == hash(re.compile("b")), re.match("(a)(b)?", "a").groups("-"), m.expand(r"\g<year>/\2"), p.sub("x", "aba", 1))
scanner = re.Scanner([(r"\d+", lambda s, t: int(t)), (r"\w+", lambda s, t: t), (r"\s+", None)])
show(scanner.scan("12 ab 3!"), [t.span() for t in iter(re.compile("a|").scanner("ba").search, None)])
for pattern in ["(", "a**", "[z-a]", "(?P<1a>x)", r"\8", "(?<=a+)b", "a{2,1}", "(?P=no)", "*a", "(?z)", "[a", r"\q", "(?(2)a)", "x(?i)"]:
    try:
        re.compile(pattern)
    except re.error as e:
        print(pattern, "->", e, e.pos, e.lineno, e.colno)
for call in [lambda: re.match("a", b"a"), lambda: re.match(b"a", "a"), lambda: re.match("a", 5), lambda: m.group(9), lambda: m.group("no"),
             lambda: re.sub("a", b"x", "a"), lambda: re.compile(5), lambda: re.sub("(a)", r"\2", "a"), lambda: re.compile(p, re.I)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
