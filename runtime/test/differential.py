#!/usr/bin/env python3.13
"""Compares numbers and text of the runtime with CPython: random and hand-picked operations through a driver.

usage: differential.py <driver executable> [seed [count]]
The driver reads `operation operand…` lines in prefix notation (runtime/test/driver.zig) and prints the ASCII repr of
the result or `Type: message`. Prints each difference; exit status 1 if there is one.
"""
import random
import struct
import subprocess
import sys

sys.set_int_max_str_digits(0)
driver, seed = sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 1
count = int(sys.argv[3]) if len(sys.argv) > 3 else 20000
rnd = random.Random(seed)
lines, wants = [], []


class Cls:
    def __init__(self, t):
        self.t = t


def enc(v):
    if v is None:
        return "N"
    if v is True:
        return "T"
    if v is False:
        return "F"
    if isinstance(v, Cls):
        return "C" + v.t.__name__
    if isinstance(v, int):
        return f"i{v}"
    if isinstance(v, float):
        return "f" + struct.pack(">d", v).hex()
    if isinstance(v, complex):
        return "c " + struct.pack(">d", v.real).hex() + " " + struct.pack(">d", v.imag).hex()
    if isinstance(v, str):
        return "s" + v.encode("utf-8", "surrogatepass").hex()
    if isinstance(v, bytes):
        return "b" + v.hex()
    if isinstance(v, bytearray):
        return "a" + v.hex()
    if isinstance(v, (tuple, list)):
        return " ".join([("t" if isinstance(v, tuple) else "l") + str(len(v))] + [enc(x) for x in v])
    if isinstance(v, dict):
        return " ".join([f"d{len(v)}"] + [enc(k) + " " + enc(x) for k, x in v.items()])
    if isinstance(v, slice):
        return "S " + " ".join(enc(x) for x in (v.start, v.stop, v.step))
    raise TypeError(v)


BIN = {
    "add": lambda a, b: a + b, "sub": lambda a, b: a - b, "mul": lambda a, b: a * b, "truediv": lambda a, b: a / b,
    "floordiv": lambda a, b: a // b, "mod": lambda a, b: a % b, "pow": lambda a, b: a ** b,
    "lshift": lambda a, b: a << b, "rshift": lambda a, b: a >> b, "and_": lambda a, b: a & b,
    "or_": lambda a, b: a | b, "xor": lambda a, b: a ^ b, "lt": lambda a, b: a < b, "le": lambda a, b: a <= b,
    "eq": lambda a, b: a == b, "ne": lambda a, b: a != b, "gt": lambda a, b: a > b, "ge": lambda a, b: a >= b,
    "getitem": lambda a, b: a[b], "contains": lambda a, b: b in a, "format": format, "pow3": pow, "hash": hash,
    "repr": repr, "str": str, "ascii": ascii, "list": list, "neg": lambda a: -a, "abs": abs, "invert": lambda a: ~a,
    "divmod": divmod,
}


def op(name, *args, **kw):
    lines.append(" ".join([name] + [enc(a) for a in args] + [f"k{k} {enc(v)}" for k, v in kw.items()]))
    args = [a.t if isinstance(a, Cls) else bytearray(a) if isinstance(a, bytearray) else a for a in args]
    try:
        if name.startswith("m:"):
            r = getattr(args[0], name[2:])(*args[1:], **kw)
        elif name == "call":
            r = args[0](*args[1:], **kw)
        elif name == "attr":
            r = getattr(*args)
        else:
            r = BIN[name](*args)
        wants.append(ascii(r))
    except Exception as e:
        wants.append(f"{type(e).__name__}: " + ascii(str(e))[1:-1] if False else (type(e).__name__, str(e)))


def an_int():
    k = rnd.random()
    if k < 0.3:
        v = rnd.choice([0, 1, 2, 3, 7, 10, 100, 255, 256, 2**31, 2**61 - 1, 2**61, 2**62 - 1, 2**62, 2**63 - 1, 2**63,
                        2**64 - 1, 2**64, 2**127, 2**128 - 1, 10**18, 10**30])
    elif k < 0.6:
        v = rnd.getrandbits(rnd.choice([4, 16, 31, 60, 62, 63, 64]))
    elif k < 0.97:
        v = rnd.getrandbits(rnd.choice([65, 100, 128, 190, 300, 640]))
    else:
        v = rnd.getrandbits(rnd.choice([3000, 6000, 20000]))
    if rnd.random() < 0.1:
        v = (v >> 128 << 128) | (rnd.getrandbits(3) if rnd.random() < 0.5 else 2**128 - 1)
    return -v if rnd.random() < 0.4 else v


def a_float():
    k = rnd.random()
    if k < 0.3:
        return rnd.choice([0.0, -0.0, 1.0, -1.0, 0.5, 1.5, 2.5, 0.1, 0.2, 0.3, 1e16, 1e15, 123456789.0, 1e22, 1e23,
                           1e100, 1e-5, 0.0001, 1e308, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308,
                           float("inf"), float("-inf"), float("nan"), 2.675, 1e21, 0.00001234, 3.0, 7.0, 1e17])
    if k < 0.6:
        return struct.unpack("<d", rnd.randbytes(8))[0]
    if k < 0.8:
        return round(rnd.uniform(-1000, 1000), rnd.randrange(6))
    return rnd.uniform(-1, 1) * 10 ** rnd.randrange(-20, 20)


WORDS = ["", "a", "ab", "abc", " ", "  x ", "Hello World", "hello", "\t\n", "a,b,,c", "ß", "ǅ", "ΑΣ", "ΑΣ Σ", "é",
         "日本語", "naïve café", "😀", "a😀b", "x\ud800y", "İ", "ﬁ", "1234", "١٢٣", "²", "½", "_x1", "don't",
         'say "hi"', "both ' and \"", "\\", "\x00\x7f", "\u200b", "\r\n", "a\r\nb\nc\rd", "a\u2028b", "\x1c", "lIne",
         "aaa", "aaaa", "abababab", "\xa0", "123abc", "A", "Ab", "AB", "ab CD ef", "tab\there", "+12", "-7", "12_3"]


def a_str():
    k = rnd.random()
    if k < 0.6:
        return rnd.choice(WORDS)
    if k < 0.8:
        return "".join(rnd.choice("ab ,x") for _ in range(rnd.randrange(12)))
    if k < 0.97:
        return "".join(rnd.choice("aé日😀 ΣσB\n") for _ in range(rnd.randrange(12)))
    return "".join(rnd.choice("abcé日😀") for _ in range(rnd.randrange(500)))


def some_bytes():
    if rnd.random() < 0.5:
        return a_str().encode("utf-8", "surrogatepass")
    return rnd.randbytes(rnd.randrange(6))


def small():
    return rnd.choice([None, 0, 1, 2, 3, 5, 10, -1, -2, -3, -10, 100, 2**70, -2**70])


def a_range():
    return [small() for _ in range(rnd.randrange(3))]


NUM_OPS = ["add", "sub", "mul", "truediv", "floordiv", "mod", "lt", "le", "eq", "ne", "gt", "ge"]


def spec():
    return (rnd.choice(["", "", "", "*<", ">", "^", "=", "é^", "0="]) + rnd.choice(["", "", "+", " ", "-"])
            + rnd.choice(["", "", "", "", "z"]) + rnd.choice(["", "", "#"]) + rnd.choice(["", "", "0"])
            + rnd.choice(["", "", "5", "12", "30"]) + rnd.choice(["", "", ",", "_"])
            + rnd.choice(["", "", ".0", ".1", ".2", ".5", ".17", "."]))


def one():
    k = rnd.randrange(21)
    if k == 0:
        op(rnd.choice(NUM_OPS), an_int(), an_int())
    elif k == 1:
        op(rnd.choice(["and_", "or_", "xor"]), an_int(), an_int())
        op(rnd.choice(["lshift", "rshift"]), an_int(), rnd.choice([0, 1, 3, 63, 64, 65, 127, 128, 200, -1]))
        op("divmod", an_int(), an_int())
    elif k == 2:
        op("pow", rnd.choice([an_int() % 1000 - 300, an_int() % 10**20]), rnd.choice([0, 1, 2, 3, 5, 17, 40, -1, -2]))
        op("pow3", an_int(), rnd.choice([abs(an_int()) % 10**30, -3, -1]), an_int())
    elif k == 3:
        op(rnd.choice(["repr", "neg", "abs", "invert", "hash"]), an_int())
        op("m:" + rnd.choice(["bit_length", "bit_count", "as_integer_ratio", "__round__", "is_integer"]), an_int())
        op("m:__round__", an_int(), rnd.choice([0, 1, -1, -2, -5, -20, -100]))
        op("call", Cls(float), an_int())
    elif k == 4:
        op(rnd.choice(NUM_OPS), a_float(), a_float())
        op(rnd.choice(NUM_OPS), *rnd.sample([a_float(), an_int()], 2))
    elif k == 5:
        op("pow", a_float(), a_float())
        op("pow", a_float(), rnd.choice([0, 1, 2, 3, -1, 0.5, -0.5, 1.5]))
        op(rnd.choice(["repr", "neg", "abs", "hash"]), rnd.choice([1.5, a_float() if True else 0]) if False else
           next(x for x in iter(a_float, object()) if x == x))
    elif k == 6:
        f = a_float()
        op("m:" + rnd.choice(["hex", "is_integer", "as_integer_ratio", "__round__", "__trunc__", "__floor__", "__ceil__"]), f)
        op("m:__round__", f, rnd.choice([0, 1, 2, 3, 5, 10, -1, -2, 15, 16, 17, 300, -300, 400]))
        op("call", Cls(int), f)
        op("call", Cls(float), repr(f))
    elif k == 7:
        op("format", an_int(), spec() + rnd.choice(["", "d", "b", "o", "x", "X", "n", "e", "f", "g", "%", "c", "s", "é"]))
    elif k == 8:
        op("format", a_float(), spec() + rnd.choice(["", "e", "E", "f", "F", "g", "G", "n", "%", "d", "s"]))
    elif k == 9:
        op("format", a_str(), spec() + rnd.choice(["", "s", "d"]))
        op("format", complex(a_float(), a_float()), rnd.choice(["", "", "*<", ">", "^"]) + rnd.choice(["", "+"])
           + rnd.choice(["", "40"]) + rnd.choice(["", ".0", ".3"]) + rnd.choice(["", "e", "f", "g", "d"]))
    elif k == 10:
        text = rnd.choice(["0", "1_000", "0x1f", "0b101", "0o17", " 42 ", "-0x_f", "1__0", "_1", "1_", "+5", "z9", "9" * 50,
                           "0_0", "00", "01", "١٢", "\u2003 7", "", "-", "0x", "1.5", "ff", "10" * 900, "7" * 3000])
        op("call", Cls(int), text)
        op("call", Cls(int), text, rnd.choice([0, 2, 3, 8, 10, 16, 36, 1, 37, -1]))
        op("call", Cls(int), text, base=rnd.choice([0, 10, 16]))
    elif k == 11:
        op("call", Cls(float), rnd.choice(["1.5", " 2 ", "1e5", ".5", "5.", ".", "e5", "1e", "1_0.0_1", "1__0", "_1", "inf",
                                          "-Infinity", "nan", "+nan", "1e400", "-1e-400", "1e99999999999", "0e99999999999",
                                          "0x1p3", "1 2", "", "١٢.٥", "123456789012345678901234567890", "1" * 400,
                                          "2.2250738585072011e-308", "1_e5", "1e_5", "1e5_0", "4.9406564584124654e-324",
                                          "2.4703282292062327e-324", "2.4703282292062328e-324", "179769313486231580793e289"]))
        op("m:fromhex", Cls(float), rnd.choice(["0x1.8p3", "1p-1074", "0x1p-1075", "0x1.8p-1075", "0x1.fffffffffffff8p0",
                                                "-0x.8", "inf", "nan", "zz", "0x1p1024", "0x1.fffffffffffff7p1023", "",
                                                "0x", "1.p", "0x10000000000000801p0", "0x0p5", a_float().hex()]))
        op("call", Cls(complex), rnd.choice(["1", "1j", "1+2j", "-1.5e3-2j", "j", "-j", "1+j", "(1+2j)", " ( 1 ) ", "1 + 2j",
                                            "nan+infj", "x", "", "1e5j", "inf-nanj", "1+", "1+2", "()"]))
    elif k == 12:
        a, b = complex(a_float(), a_float()), rnd.choice([complex(a_float(), a_float()), a_float(), an_int() % 1000, 2, 3, -1, 0.5])
        op(rnd.choice(["add", "sub", "mul", "truediv", "eq", "ne", "lt", "floordiv"]), a, b)
        op("repr", a)
        a = complex(rnd.uniform(-5, 5), rnd.uniform(-5, 5))
        op("pow", a, b if isinstance(b, complex) and abs(b.real) + abs(b.imag) < 20 else rnd.choice([2, 3, -1, 0.5, 0]))
        op("abs", a)
    elif k == 13:
        s = a_str()
        op("m:" + rnd.choice(["upper", "lower", "title", "capitalize", "swapcase", "casefold", "isupper", "islower", "istitle",
                              "isalpha", "isalnum", "isdecimal", "isdigit", "isnumeric", "isspace", "isprintable", "isascii",
                              "isidentifier", "splitlines", "expandtabs", "strip", "lstrip", "rstrip", "split", "rsplit"]), s)
        op(rnd.choice(["repr", "ascii", "list", "str"]), s)
        op("m:splitlines", s, rnd.choice([True, False]))
        op("m:expandtabs", s, tabsize=rnd.choice([0, 1, 4]))
    elif k == 14:
        s, t = a_str(), a_str()
        if rnd.random() < 0.5 and s:
            i = rnd.randrange(len(s))
            t = s[i:i + rnd.randrange(1, 3)]
        op("m:" + rnd.choice(["find", "rfind", "index", "rindex", "count", "startswith", "endswith"]), s, t, *a_range())
        op("m:" + rnd.choice(["partition", "rpartition", "removeprefix", "removesuffix", "strip", "lstrip", "rstrip"]), s, t)
        op("m:" + rnd.choice(["split", "rsplit"]), s, rnd.choice([t, None]), rnd.choice([-1, 0, 1, 2, 5]))
        op("m:replace", s, t, a_str(), *rnd.choice([[], [1], [0], [-1], [2]]))
        op(rnd.choice(["lt", "le", "eq", "ne", "gt", "ge", "add", "contains"]), s, t)
    elif k == 15:
        s = a_str()
        op("getitem", s, rnd.choice([0, 1, -1, 2, 5, -5, 100, 2**70, None, "x"]))
        op("getitem", s, slice(small(), small(), rnd.choice([None, 1, -1, 2, -2, 3, 0, 2**70])))
        op("mul", s, rnd.choice([0, 1, 2, 3, -1, True, 1.5, "x"]))
        op("m:" + rnd.choice(["center", "ljust", "rjust"]), s, rnd.choice([0, 3, 10, 11, -5]), *rnd.choice([[], ["*"], ["é"], ["xx"], [1]]))
        op("m:zfill", s, rnd.choice([0, 3, 10]))
        op("m:join", s, rnd.choice([[a_str() for _ in range(rnd.randrange(4))], ("a", 1), "xyz", 5, ["a"]]))
    elif k == 16:
        e = rnd.choice(["utf-8", "ascii", "latin-1", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-8-sig", "UTF8", "nope"])
        h = rnd.choice(["strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass"])
        op("m:encode", a_str(), e, h)
        op("m:decode", some_bytes(), rnd.choice(["utf-8", "ascii", "latin-1", "utf-8-sig"]),
           rnd.choice(["strict", "ignore", "replace", "backslashreplace", "surrogateescape", "surrogatepass"]))
        op("m:decode", rnd.randbytes(rnd.randrange(12)), "utf-8", rnd.choice(["replace", "strict", "backslashreplace"]))
        op("m:translate", a_str(), {rnd.choice([97, 98, 0x65e5]): rnd.choice([None, "X", "yy", 0x1f600, 2**40]) for _ in range(2)})
        op("m:maketrans", Cls(str), "ab", rnd.choice(["xy", "x"]), *rnd.choice([[], ["c"]]))
    elif k == 17:
        f = "%" + rnd.choice(["", "-", "+", " ", "0", "#", "#0", "-0", "+0"]) + rnd.choice(["", "5", "12", "*"]) + \
            rnd.choice(["", ".0", ".2", ".10", "."]) + rnd.choice("sradiouxXeEfFgGcz%")
        v = rnd.choice([an_int(), a_float(), a_str(), True, None, 65, "é", (1, 2), {"a": 1}])
        op("mod", "<" + f + ">", v if "*" not in f else (rnd.choice([8, -8, "x"]), v))
        op("mod", rnd.choice(["%s %s", "%(a)s", "%(a)d%%", "%%", "x", "%s", "%(b)s", "%(a", "%", "%5", "%(a)s %s"]),
           rnd.choice([1, "a", (1, "b"), {"a": 5}, (), [1]]))
    elif k == 18:
        f = rnd.choice(["{}", "{0}", "{} {}", "{1} {0}", "{a}", "{0[0]}", "{0[a]}", "{0.real}", "{:>{}}", "{0:{1}}", "{!r}",
                        "{!s:>10}", "{!a}", "{{}}", "{", "}", "{0", "{0!", "{0!r", "{0!rx}", "{:d}", "{0}{}", "{}{0}", "{a[b]}",
                        "{0.x}", "{:{:{}}}", "{0[}", "{0]}", "{0[]}", "{0.}", "{0[0]x}", "{ 0}", "{-1}", "{:5}{:<5}|", "{a!r:{w}}"])
        args = [rnd.choice([an_int(), a_str(), 5, [1, 2], {"a": 1}, a_float(), None]) for _ in range(rnd.randrange(4))]
        kw = rnd.choice([{}, {"a": 5}, {"a": {"b": 2}, "w": 7}])
        op("m:format", f, *args, **kw)
        op("m:format_map", f, {"a": 3})
    elif k == 19:
        a, b = some_bytes(), some_bytes()
        if a and rnd.random() < 0.5:
            i = rnd.randrange(len(a))
            b = a[i:i + rnd.randrange(1, 3)]
        if rnd.random() < 0.4:
            a = bytearray(a)
        op("m:" + rnd.choice(["find", "rfind", "index", "count", "startswith", "endswith"]), a, rnd.choice([b, b, 97, "x", 300]), *a_range())
        op("m:" + rnd.choice(["upper", "lower", "title", "capitalize", "swapcase", "isupper", "islower", "istitle", "isalpha",
                              "isalnum", "isdigit", "isspace", "isascii", "splitlines", "strip", "split", "rsplit", "hex"]), a)
        op("m:" + rnd.choice(["partition", "rpartition", "removeprefix", "removesuffix", "strip"]), a, b)
        op("m:" + rnd.choice(["split", "rsplit"]), a, rnd.choice([b, None]), rnd.choice([-1, 0, 1, 2]))
        op("m:replace", a, b, some_bytes(), *rnd.choice([[], [1], [0]]))
        op(rnd.choice(["lt", "le", "eq", "ne", "add", "contains"]), a, b)
        op("getitem", a, rnd.choice([0, -1, 5, "x", slice(small(), small(), rnd.choice([None, 1, -1, 2, 0]))]))
        op(rnd.choice(["repr", "list"]), a)
        op("m:" + rnd.choice(["center", "ljust", "rjust", "zfill"]), a, rnd.choice([3, 9]))
        op("mod", b"<%" + rnd.choice([b"s", b"d", b"r", b"a", b"c", b"x", b"5s", b".2f"]) + b">", rnd.choice([b"ab", 5, 1.5, "x"]))
        op("m:hex", a, rnd.choice([":", "-", "xx"]), rnd.choice([1, 2, -2, 0]))
    else:
        n = rnd.choice([1, 2, 3, 8, 9, 16, 0])
        v = an_int()
        op("m:to_bytes", v, n, rnd.choice(["big", "little"]), signed=rnd.choice([True, False]))
        op("m:from_bytes", Cls(int), rnd.randbytes(rnd.randrange(20)), rnd.choice(["big", "little"]), signed=rnd.choice([True, False]))
        op("call", Cls(bytes), rnd.choice([3, b"x", [1, 2], (300,), "x", ["a"], 1.5, -1, bytearray(b"q")]))
        op("call", Cls(bytearray), rnd.choice([3, b"x", [1, 2], (300,), "x", ["a"], 1.5, -1]))
        op("call", Cls(rnd.choice([str, int, float, bool, complex])), rnd.choice([1, "1", 2.5, None, [1], b"7", True, 1j, "x"]))
        op("m:fromhex", Cls(bytes), rnd.choice(["00ff", "0 0", "a b", "zz", " 12 34 ", "1", "é0"]))


while len(lines) < count:
    one()
if len(sys.argv) <= 4:
    import sys as _s
    for c in range(0x110000):
        if c % 1 == 0 and not 0xD800 <= c < 0xE000 and (chr(c).isalnum() or chr(c).upper() != chr(c) or chr(c).lower() != chr(c)
                                                        or c < 0x3000 and c % 3 == 0):
            if c > 0x3400 and c % 97 and chr(c).upper() == chr(c) and chr(c).lower() == chr(c):
                continue
            s = chr(c)
            for m in ("upper", "lower", "title", "casefold", "swapcase", "isalpha", "isdigit", "isnumeric", "isdecimal", "isspace",
                      "isupper", "islower", "istitle", "isprintable", "isidentifier"):
                op("m:" + m, s)
got = subprocess.run([driver], input="\n".join(lines) + "\n", capture_output=True, text=True)
out = got.stdout.split("\n")
bad = 0
for line, want, have in zip(lines, wants, out):
    if isinstance(want, tuple):
        # The message is shown with escapes by both sides.
        want = f"{want[0]}: {ascii(want[1])}"
    if want != have:
        bad += 1
        if bad <= 60:
            shown = line if len(line) < 30000 else line[:300] + "…"
            print(f"{shown}\n  want {want[:3000]}\n  have {have[:3000]}")
if len(out) <= len(lines):
    print("the driver stopped after", len(out) - 1, "operations at", lines[len(out) - 1][:300], got.stderr[-3000:])
    bad += 1
print(f"{len(lines)} operations, {bad} differences (seed {seed})")
sys.exit(bad != 0)
