"""csv: reading and writing, dialects, quoting, dictionaries, messages."""
import csv
from io import StringIO


def written(rows, **options):
    out = StringIO()
    csv.writer(out, **options).writerows(rows)
    return out.getvalue()


row = ["a", 1, 2.5, None, "x,y", 'q"q', "n\nl", ""]
for quoting in range(6):
    try:
        print(quoting, repr(written([row], quoting=quoting)))
    except csv.Error as e:
        print(quoting, e)
print(repr(written([["a,b", 'c"d', "e\\f"]], quoting=csv.QUOTE_NONE, escapechar="\\")), repr(written([["a"], [], [None], [""]])), repr(written(["abc"], delimiter=";", lineterminator="!")))
print(repr(written([['a"b', "it's"]], doublequote=False, escapechar="\\")), repr(written([["it's, x"]], quotechar="'")), repr(written([["é", "日本"]])))
for text, options in [('a,b,"c,d"\n"x""y",,z', {}), ("a;b", {"delimiter": ";"}), (" a, b", {"skipinitialspace": True}), ('1,"2",3', {"quoting": csv.QUOTE_NONNUMERIC}), ("'a,b',c", {"quotechar": "'"}),
                      ("a\\,b,c", {"escapechar": "\\"}), ('"multi\nline",x\ny', {}), ("", {}), ("a\n\nb", {}), ('1,"2",,""', {"quoting": csv.QUOTE_STRINGS}), ('"a"b,c', {}), ("a\tb", {"dialect": "excel-tab"})]:
    print(repr(text), list(csv.reader(StringIO(text, newline=""), **options)))
reader = csv.DictReader(StringIO("name,age\nAda,36\nBob,x,extra\nCy\n"))
print(reader.fieldnames, list(reader), reader.line_num)
out = StringIO()
w = csv.DictWriter(out, ["a", "b"], extrasaction="ignore", restval="-")
w.writeheader()
w.writerow({"a": 1, "c": 2})
print(repr(out.getvalue()), csv.list_dialects(), csv.get_dialect("unix").quoting, csv.field_size_limit())
csv.register_dialect("pipes", delimiter="|", quoting=csv.QUOTE_ALL)
print(repr(written([["a", "b"]], dialect="pipes")), list(csv.reader(["a|b"], "pipes")), csv.get_dialect("pipes").delimiter, csv.unregister_dialect("pipes"))
print(csv.Sniffer().sniff("a;b;c\n1;2;3\n").delimiter, csv.Sniffer().has_header("name,age\nx,1\ny,2\n"))
for call in [lambda: list(csv.reader(['"a"b'], strict=True)), lambda: list(csv.reader(['"ab'], strict=True)), lambda: list(csv.reader([b"a"])), lambda: list(csv.reader(["a\nb"])), lambda: csv.reader(5),
             lambda: csv.writer(5), lambda: csv.writer(out).writerow(5), lambda: csv.writer(out, delimiter=""), lambda: csv.writer(out, delimiter=5), lambda: csv.writer(out, quotechar="ab"),
             lambda: csv.writer(out, foo=1), lambda: csv.writer(out, "nope"), lambda: csv.writer(out, quoting=9), lambda: csv.get_dialect("no"), lambda: csv.DictWriter(out, ["a"]).writerow({"b": 1}),
             lambda: csv.writer(out, quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.writer(out, delimiter="\n"), lambda: csv.register_dialect(5)]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
