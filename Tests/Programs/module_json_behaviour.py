"""json: reading, writing, options, hooks, messages."""
import json
from io import StringIO

text = '{"a": [1, -2.5, 1e3, true, false, null], "b": {"c": "x\\u00e9\\n\\ud83d\\ude00"}, "": [], "d": {}, "big": 123456789012345678901234567890}'
data = json.loads(text)
print(data)
print(json.dumps(data))
print(json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":")))
print(json.dumps(data, indent=2))
print(json.dumps([{"k": (1, 2)}, []], indent="\t"), json.dumps({1: 2, None: 3, True: 4, 1.5: 5}), json.dumps("\x00\x1f\x7f\"\\/\u2028"))
print(json.dumps([float("nan"), float("inf"), -float("inf"), 1e100, 0.1, -0.0]), json.loads("[NaN, -Infinity]"))
print(json.loads('{"x": 1.5, "y": [2, {"z": 3}]}', parse_float=str, parse_int=lambda s: int(s) * 10, object_hook=lambda d: sorted(d.items())))
print(json.loads('{"x": 1, "x": 2}', object_pairs_hook=list), json.loads(b'[1]'), json.loads(" 5 "), json.loads('"\t"', strict=False))


class Point:
    def __init__(self, x):
        self.x = x


class Encoder(json.JSONEncoder):
    def default(self, o):
        if isinstance(o, Point):
            return {"x": o.x}
        return super().default(o)


print(json.dumps([Point(1), Point([2])], cls=Encoder), json.dumps(Point(3), default=lambda o: o.x), json.dumps({(1, 2): 3, "k": 1}, skipkeys=True))
out = StringIO()
json.dump({"a": [1, 2]}, out, indent=1)
print(out.getvalue(), json.load(StringIO("[1, 2]")), list(json.JSONEncoder().iterencode([1, {"a": 2}])))
print(json.JSONDecoder().raw_decode('{"a": 1} tail'), type(json.loads("1")), json.dumps(True), json.dumps(None))
for bad in ["", "{", "[1,", "[1 2]", '{"a" 1}', "{a: 1}", '{"a": 1,}', "[1,]", '"abc', '"\\x"', '"\\u12"', "nul", "[1] x", '"\n"', "01", "1.", "-", '{"a":', "é"]:
    try:
        print(json.loads(bad))
    except json.JSONDecodeError as e:
        print(repr(bad), "->", e, e.msg, e.pos, e.lineno, e.colno)
loop = []
loop.append(loop)
for call in [lambda: json.dumps(loop), lambda: json.dumps({1, 2}), lambda: json.dumps({(1,): 2}), lambda: json.dumps(float("nan"), allow_nan=False),
             lambda: json.loads(5), lambda: json.dumps({"b": 1, 1: 2}, sort_keys=True)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
