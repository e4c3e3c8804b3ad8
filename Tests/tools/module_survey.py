#!/usr/bin/env python3
"""module_survey.py [--pyaot PATH] [-O0|-O2] [MODULE…]: the library modules that ordinary programs import, against CPython 3.13.

For each module: does a program that imports it compile, how long does that take, which public names are missing, and do a few
documented calls print what CPython prints? One row a module; exit status 1 if any row is not right. Nothing is skipped: a module that
is not here yet is a failing row.
"""
import os
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.dirname(os.path.abspath(__file__))), 'measure'))
from common import execute, parser, reference_python  # noqa: E402

# Module: expressions whose results are deterministic; `m` is the module.
MODULES = {
    'math': ['m.isqrt(10**30)', 'm.comb(20, 7)', 'm.sumprod([1, 2], [3, 4])'],
    'cmath': ['m.sqrt(-1)', 'm.polar(1+1j)', 'm.phase(-1)', 'm.isclose(1, 1+1e-12j)'],
    'sys': ['m.version_info[:2]', 'm.byteorder', 'm.maxsize'],
    'time': ['m.gmtime(0)', 'm.strftime("%Y-%m-%d", m.gmtime(86400))'],
    'random': ['m.Random(3).random()', 'm.Random(3).sample(range(100), 5)', 'm.Random(3).gauss(0, 1)'],
    'itertools': ['list(m.batched("abcde", 2))', 'list(m.pairwise("abc"))'],
    'functools': ['m.reduce(lambda a, b: a + b, [1, 2, 3])', 'm.partial(int, base=2)("101")'],
    'operator': ['m.itemgetter(1)([1, 2])', 'm.methodcaller("upper")("a")'],
    'collections': ['m.Counter("abca").most_common(1)', 'm.OrderedDict(a=1)', 'm.ChainMap({1: 2}, {3: 4})'],
    'heapq': ['list(m.merge([1, 3], [2]))', 'm.nlargest(2, [1, 5, 3])'],
    'bisect': ['m.bisect([1, 2, 3], 2)'],
    'string': ['m.Template("$a ${b}").substitute(a=1, b=2)', 'm.capwords("a b")', 'm.Formatter().format("{0!r:>5}", "x")'],
    'textwrap': ['m.fill("the quick brown fox " * 3, 20)', 'm.dedent("  a\\n  b")', 'm.shorten("hello big world", 11)'],
    're': ['m.findall(r"\\w+", "a bc")', 'm.sub("a", "b", "aaa", count=2)'],
    'json': ['m.dumps({"a": [1, None]}, indent=1)', 'm.loads("[1e5]")'],
    'struct': ['m.pack(">Hd", 1, 2.5)', 'm.unpack("<i", b"\\1\\0\\0\\0")'],
    'array': ['m.array("i", [1, 2]).tobytes()'],
    'copy': ['m.deepcopy([[1], {2: 3}])', 'm.replace'],
    'enum': ['m.Enum("E", "A B").A', 'm.IntFlag("F", "A B")(3)'],
    'dataclasses': ['m.make_dataclass("C", ["a", ("b", int, 3)])(1)'],
    'abc': ['m.ABC.__name__'],
    'contextlib': ['m.nullcontext(3).__enter__()', 'm.suppress(ValueError)'],
    'typing': ['m.Optional[int]', 'm.get_args(dict[str, int])'],
    'types': ['m.SimpleNamespace(a=1)', 'm.new_class("A").__name__'],
    'io': ['m.StringIO("a\\nb").readlines()', 'm.TextIOWrapper(m.BytesIO(b"a\\xc3\\xa9"), "utf-8").read()'],
    'os': ['m.path.join("a", "b")', 'm.sep', 'm.fspath("x")'],
    'os.path': ['m.splitext("a.b.c")', 'm.normpath("a/../b")', 'm.commonpath(["/a/b", "/a/c"])'],
    'pathlib': ['m.PurePosixPath("a/b.txt").suffix', 'm.Path("/a/../b").parts', 'm.PurePath("a").joinpath("b", "c")',
                'sorted(p.name for p in m.Path("/proc/self").glob("stat*"))'],
    'tempfile': ['m.gettempprefix()', 'm.TemporaryDirectory().name.startswith("/tmp")',
                 'm.NamedTemporaryFile("w+").write("abc")', 'm.SpooledTemporaryFile().write(b"x")'],
    'shutil': ['m.which("sh") is not None', 'm.get_terminal_size((3, 4)).lines > 0'],
    'glob': ['m.glob("/proc/self/stat*") != []', 'm.escape("a*")', 'm.translate("*.py")'],
    'fnmatch': ['m.fnmatch("a.py", "*.py")', 'm.filter(["a", "b"], "a*")', 'm.translate("a?[b-c]")'],
    'csv': ['list(m.reader(["a,\\"b,c\\""]))', 'm.list_dialects()', 'm.Sniffer().sniff("a;b\\nc;d\\n").delimiter'],
    'argparse': ['m.ArgumentParser(prog="p").format_help()', 'm.ArgumentParser().parse_known_args(["x"])'],
    'datetime': ['m.datetime(2024, 2, 29, 1, 2, 3).isoformat()', 'm.date(2024, 1, 1) + m.timedelta(60)', 'm.timedelta(1.5)',
                 'm.datetime.strptime("2024-03-01", "%Y-%m-%d")', 'm.datetime(2024, 1, 1, tzinfo=m.timezone.utc)',
                 'm.datetime.fromisoformat("2024-01-01T00:00:00+02:00")', 'm.date(2024, 1, 1).strftime("%A %d %B")'],
    'decimal': ['m.Decimal("1.10") + 2', 'm.Decimal(1) / 3', 'm.Decimal(2).sqrt()', 'm.getcontext()', 'm.Decimal("1e500").ln()',
                'format(m.Decimal("1234.567"), ",.2f")', 'm.Decimal("x")', 'round(m.Decimal("2.675"), 2)'],
    'fractions': ['m.Fraction(1, 3) + m.Fraction("0.25")', 'm.Fraction(0.1).limit_denominator(100)', 'format(m.Fraction(1, 3), ".4f")'],
    'statistics': ['m.mean([1, 2, 4])', 'm.stdev([1, 2, 3, 4])', 'm.median([1, 3, 2])', 'm.quantiles([1, 2, 3, 4, 5])',
                   'm.NormalDist(0, 1).cdf(1)', 'm.mode("aab")', 'm.linear_regression([1, 2, 3], [2, 4, 7])', 'm.mean([])'],
    'hashlib': ['m.sha256(b"a").hexdigest()', 'm.new("md5", b"x").hexdigest()', 'm.blake2b(b"a", digest_size=8).hexdigest()',
                'm.pbkdf2_hmac("sha256", b"p", b"s", 10).hex()', 'm.scrypt(b"p", salt=b"s", n=16, r=8, p=1).hex()', 'm.sha3_256(b"")'],
    'hmac': ['m.new(b"k", b"m", "sha256").hexdigest()', 'm.compare_digest("a", "a")', 'm.digest(b"k", b"m", "md5").hex()'],
    'base64': ['m.b64encode(b"abc?")', 'm.b32decode("MFRGG===")', 'm.b85encode(b"hello")', 'm.a85encode(b"hello")', 'm.b64decode("a")'],
    'binascii': ['m.hexlify(b"ab", ":")', 'm.crc32(b"hello")', 'm.a2b_base64("YQ==")'],
    'zlib': ['m.decompress(m.compress(b"hello" * 100))', 'm.crc32(b"abc")', 'm.adler32(b"abc")', 'm.decompress(b"bad")'],
    'gzip': ['m.decompress(m.compress(b"hello" * 100)) == b"hello" * 100'],
    'uuid': ['m.UUID(int=5)', 'm.uuid5(m.NAMESPACE_DNS, "python.org")', 'm.uuid3(m.NAMESPACE_URL, "x").version', 'm.uuid4().version'],
    'secrets': ['len(m.token_hex(4))', 'm.compare_digest(b"a", b"b")', 'm.randbelow(1)'],
    'logging': ['m.getLogger("a.b").parent', 'm.getLevelName(20)', 'm.LogRecord("n", 10, "p", 1, "m %s", ("x",), None).getMessage()',
                'm.Formatter("%(levelname)s:%(message)s").format(m.LogRecord("n", 30, "p", 1, "hi", (), None))'],
    'configparser': ['m.ConfigParser().read_string("[a]\\nb=1")', 'm.ConfigParser().get("x", "y")'],
    'html': ['m.escape("<a&\\">")', 'm.unescape("&eacute;&#65;&lt")'],
    'html.parser': ['m.HTMLParser().feed("<a>")'],
    'urllib.parse': ['m.urlparse("http://u:p@h:80/p;x?q=1#f")', 'm.quote("a b/é")', 'm.urlencode({"a": [1, 2]}, doseq=True)',
                     'm.parse_qs("a=1&a=2")', 'm.urljoin("http://a/b/c", "../d")', 'm.unquote("%C3%A9")'],
    'pprint': ['m.pformat({"b": list(range(30)), "a": {"x": "y" * 50}})', 'm.pformat([1, [2]], depth=1)'],
    'difflib': ['list(m.unified_diff(["a\\n"], ["b\\n"]))', 'm.get_close_matches("appel", ["ape", "apple"])',
                'm.SequenceMatcher(None, "abcd", "bcde").ratio()', 'list(m.ndiff(["a"], ["b"]))'],
    'calendar': ['m.month(2024, 2)', 'm.monthrange(2024, 2)', 'm.isleap(2000)', 'm.timegm((2024, 1, 1, 0, 0, 0))'],
    'locale': ['m.setlocale(m.LC_ALL)', 'm.localeconv()["decimal_point"]', 'm.format_string("%d", 1234, grouping=True)',
               'm.getlocale()', 'm.str(1.5)', 'm.atof("1.5")', 'm.strcoll("a", "b")'],
    'unicodedata': ['m.name("é")', 'm.lookup("SNOWMAN")', 'm.normalize("NFD", "é").encode()', 'm.category("a")', 'm.bidirectional("a")',
                    'm.numeric("½")', 'm.decimal("9")', 'm.east_asian_width("가")', 'm.combining("\\u0301")', 'm.mirrored("(")',
                    'm.decomposition("é")', 'm.is_normalized("NFC", "é")', 'm.unidata_version', 'm.name("가")', 'm.name("\\n")'],
    'warnings': ['m.formatwarning("x", UserWarning, "f", 3, "l")'],
    'traceback': ['m.format_exception_only(ValueError("x"))', 'm.format_list([("f", 1, "g", "x = 1")])'],
    'weakref': ['m.WeakValueDictionary()', 'len(m.WeakSet())'],
    'gc': ['m.isenabled()', 'm.get_threshold()'],
    'unittest': ['m.TestCase().assertEqual(1, 1)', 'm.TestSuite().countTestCases()'],
    'unittest.mock': ['m.Mock(return_value=3)()', 'm.MagicMock().__len__()'],
    'doctest': ['m.ELLIPSIS'],
    'queue': ['m.Queue(2).qsize()', 'm.Queue().get_nowait()', 'm.PriorityQueue().empty()', 'm.SimpleQueue().empty()'],
    'threading': ['m.current_thread().name', 'm.Lock().acquire()', 'm.active_count()', 'm.Event().is_set()'],
    'pickle': ['m.loads(m.dumps([1, "a", {2: 3.5}, (4,), {5}, None, True, b"x"]))', 'm.dumps(1, 0)',
               'm.loads(m.dumps(range(3)))', 'm.loads(m.dumps(slice))', 'm.loads(b"x")'],
    'copyreg': ['m.__reduce_ex__', 'm.dispatch_table.keys() != []'],
    'timeit': ['m.default_timer() > 0', 'm.timeit(lambda: None, number=2) > 0'],
    'platform': ['m.system()', 'm.python_implementation()', 'm.machine()', 'm.python_version_tuple()[:2]'],
    'getpass': ['m.getuser() != ""'],
    'select': ['m.select([], [], [], 0)', 'm.poll().poll(0)'],
    'selectors': ['m.DefaultSelector().select(0)'],
    'signal': ['m.SIGINT', 'm.getsignal(m.SIGTERM)'],
    'errno': ['m.errorcode[2]'],
    'codecs': ['m.lookup("latin-1").name', 'm.encode("abc", "rot13")', 'm.getincrementaldecoder("utf-8")().decode(b"a")'],
    'subprocess': ['m.run(["echo", "hi"], capture_output=True, text=True).stdout', 'm.check_output("exit 3", shell=True)'],
    'asyncio': ['m.run(m.sleep(0, 5))', 'm.Queue(1).full()', 'm.run(m.wait_for(m.sleep(1), 0.01))'],
    'socket': ['m.AF_INET', 'm.inet_aton("1.2.3.4")', 'm.socketpair()[0].send(b"abc")'],
    'inspect': ['m.signature(lambda a, b=1: 0)', 'm.isfunction(len)', 'm.cleandoc(" a\\n  b")'],
    'ast': ['m.literal_eval("[1, (2, 3)]")'],
    'numbers': ['isinstance(1, m.Integral)'],
    'reprlib': ['m.repr(list(range(50)))'],
    'colorsys': ['m.rgb_to_hsv(.1, .2, .3)'],
    'shlex': ['m.split("a \'b c\' d")', 'm.quote("a b")', 'm.join(["a b"])'],
    'cmd': ['m.Cmd().prompt'],
    'graphlib': ['list(m.TopologicalSorter({1: [2]}).static_order())'],
    'zipfile': ['m.is_zipfile("/dev/null")'],
    'tarfile': ['m.is_tarfile("/dev/null")'],
    'xml.etree.ElementTree': ['m.tostring(m.Element("a"))'],
    'http': ['m.HTTPStatus(404).phrase'],
    'ipaddress': ['m.ip_address("10.0.0.1") + 1', 'm.ip_network("10.0.0.0/30").num_addresses'],
    'concurrent.futures': ['m.Future().done()'],
    'tokenize': ['len(list(m.generate_tokens(iter(["a = 1\\n"]).__next__)))'],
    'linecache': ['m.getline("/nonexistent", 1)'],
    'fileinput': ['m.FileInput'],
    'stat': ['m.filemode(0o100644)'],
    'sched': ['m.scheduler().empty()'],
    'gettext': ['m.gettext("a")'],
    'optparse': ['m.OptionParser(prog="p").format_help()'],
    'plistlib': ['m.dumps({"a": 1})'],
    'tomllib': ['m.loads("a = 1\\n[b]\\nc = [1.5, \'x\']")'],
    'zoneinfo': ['m.ZoneInfo("UTC")'],
    'email.message': ['m.EmailMessage().as_string()'],
    'bz2': ['m.decompress(m.compress(b"a"))'],
    'lzma': ['m.decompress(m.compress(b"a"))'],
    'mimetypes': ['m.guess_type("a.html")'],
    'quopri': ['m.encodestring(b"a=b")'],
    'sqlite3': ['m.connect(":memory:")'],
    'ctypes': ['m.c_int(3)'],
    'multiprocessing': ['m.cpu_count() > 0'],
    'curses': ['m.error'],
}

PROGRAM = r'''
import {module} as m

def show(text, f):
    try:
        r = f()
    except Exception as e:
        print('CALL', text, '->', type(e).__name__, e)
    else:
        t = repr(r)
        print('CALL', text, '->', t if ' at 0x' not in t else type(r).__name__)

module_type = type(m)
names = getattr(m, '__all__', None)
if names is None:
    names = [n for n in dir(m) if not n.startswith('_') and type(getattr(m, n)) is not module_type]
print('NAMES', *sorted(n for n in names if hasattr(m, n)))
{calls}
'''


def program(module):
    calls = '\n'.join('show(%r, lambda: %s)' % (c, c) for c in MODULES[module])
    return PROGRAM.format(module=module, calls=calls)


def names_of(text):
    for line in text.decode(errors='replace').split('\n'):
        if line.startswith('NAMES'):
            return set(line.split()[1:])
    return set()


def calls_of(text):
    return text.decode(errors='replace').partition('\nCALL')[2].split('\nCALL')


def survey(module, options, work):
    source, built = os.path.join(work, 'probe_%s.py' % module.replace('.', '_')), os.path.join(work, 'probe')
    with open(source, 'w') as out:
        out.write(program(module))
    want = execute([reference_python(), '-W', 'ignore', source], work, timeout=120)
    began = time.monotonic()
    compiled = execute([options.pyaot, 'build', options.level, source, '-o', built], work, timeout=1800)
    seconds = time.monotonic() - began
    if compiled.status != 0:
        lines = [x for x in compiled.err.decode(errors='replace').split('\n') if 'error' in x] or ['status %s' % compiled.status]
        return False, '%6.1f s  does not compile: %s' % (seconds, lines[0])
    got = execute([built], work, timeout=120)
    if got.status != want.status:
        last = got.err.decode(errors='replace').strip().split('\n')[-1]
        return False, '%6.1f s  does not run (status %s): %s' % (seconds, got.status, last)
    missing = names_of(want.out) - names_of(got.out)
    wrong = [(ours, theirs) for ours, theirs in zip(calls_of(got.out), calls_of(want.out)) if ours != theirs]
    text = '%6.1f s  %s' % (seconds, 'all names' if not missing else '%d names missing: %s' % (len(missing), ' '.join(sorted(missing))))
    for ours, theirs in wrong:
        text += '\n        ours:  %s\n        CPython: %s' % (ours.strip(), theirs.strip())
    return not missing and not wrong, text


def main():
    p = parser(__doc__)
    p.add_argument('modules', nargs='*')
    p.add_argument('-O', dest='level', default='0', choices=('0', '2'))
    options = p.parse_args()
    options.level = '-O' + options.level
    bad = 0
    with tempfile.TemporaryDirectory(prefix='pyaot-survey.') as work:
        for module in options.modules or MODULES:
            right, text = survey(module, options, work)
            bad += not right
            print('%-22s %s' % (module, text), flush=True)
    print('%d modules right, %d not' % (len(options.modules or MODULES) - bad, bad))
    sys.exit(bad > 0)


if __name__ == '__main__':
    main()
