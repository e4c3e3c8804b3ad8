"""Tests that are examples of interactive sessions in docstrings.

The sources of the examples stand in the program, so the compiler has compiled them (`compile` finds them by their text). What
needs a debugger, or text that only a run sees, is missing: `testfile`, `debug`, `DocTestSuite`. An example whose text the
compiler did not see ends the run with the error of `compile`, because it could neither pass nor fail.
"""
import __future__
import linecache
import os
import re
import sys
import traceback
import types
from collections import namedtuple
from io import StringIO

import _colorize

__all__ = [
    'register_optionflag', 'DONT_ACCEPT_TRUE_FOR_1', 'DONT_ACCEPT_BLANKLINE', 'NORMALIZE_WHITESPACE', 'ELLIPSIS', 'SKIP',
    'IGNORE_EXCEPTION_DETAIL', 'COMPARISON_FLAGS', 'REPORT_UDIFF', 'REPORT_CDIFF', 'REPORT_NDIFF',
    'REPORT_ONLY_FIRST_FAILURE', 'REPORTING_FLAGS', 'FAIL_FAST', 'Example', 'DocTest', 'DocTestParser', 'DocTestFinder',
    'DocTestRunner', 'OutputChecker', 'testmod', 'run_docstring_examples', 'script_from_examples',
]

_MISSING = ('testfile', 'debug', 'debug_src', 'testsource', 'DebugRunner', 'DocTestCase', 'DocTestSuite', 'DocFileSuite',
            'DocFileTest', 'DocFileCase', 'set_unittest_reportflags', 'DocTestFailure', 'UnexpectedException')


def __getattr__(name):
    if name in _MISSING:
        raise NotImplementedError(f'PA0209: doctest.{name} is not supported')
    raise AttributeError(f"module 'doctest' has no attribute '{name}'")


class TestResults(namedtuple('TestResults', 'failed attempted')):
    def __new__(cls, failed, attempted, *, skipped=0):
        results = super().__new__(cls, failed, attempted)
        results.skipped = skipped
        return results

    def __repr__(self):
        if not self.skipped:
            return super().__repr__()
        return f'TestResults(failed={self.failed}, attempted={self.attempted}, skipped={self.skipped})'


OPTIONFLAGS_BY_NAME = {}


def register_optionflag(name):
    """The bit of an option, a new one for a new name."""
    return OPTIONFLAGS_BY_NAME.setdefault(name, 1 << len(OPTIONFLAGS_BY_NAME))


DONT_ACCEPT_TRUE_FOR_1 = register_optionflag('DONT_ACCEPT_TRUE_FOR_1')
DONT_ACCEPT_BLANKLINE = register_optionflag('DONT_ACCEPT_BLANKLINE')
NORMALIZE_WHITESPACE = register_optionflag('NORMALIZE_WHITESPACE')
ELLIPSIS = register_optionflag('ELLIPSIS')
SKIP = register_optionflag('SKIP')
IGNORE_EXCEPTION_DETAIL = register_optionflag('IGNORE_EXCEPTION_DETAIL')
COMPARISON_FLAGS = (DONT_ACCEPT_TRUE_FOR_1 | DONT_ACCEPT_BLANKLINE | NORMALIZE_WHITESPACE | ELLIPSIS | SKIP
                    | IGNORE_EXCEPTION_DETAIL)
REPORT_UDIFF = register_optionflag('REPORT_UDIFF')
REPORT_CDIFF = register_optionflag('REPORT_CDIFF')
REPORT_NDIFF = register_optionflag('REPORT_NDIFF')
REPORT_ONLY_FIRST_FAILURE = register_optionflag('REPORT_ONLY_FIRST_FAILURE')
FAIL_FAST = register_optionflag('FAIL_FAST')
REPORTING_FLAGS = REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF | REPORT_ONLY_FIRST_FAILURE | FAIL_FAST

BLANKLINE_MARKER = '<BLANKLINE>'
ELLIPSIS_MARKER = '...'


# Texts

def _indent(text, indent=4):
    return re.sub('(?m)^(?!$)', indent * ' ', text)


def _exception_traceback(exc_info):
    out = StringIO()
    traceback.print_exception(*exc_info, file=out)
    return out.getvalue()


def _future_flags(globs):
    flags = 0
    for name in __future__.all_feature_names:
        feature = getattr(__future__, name)
        if globs.get(name, None) is feature:
            flags |= feature.compiler_flag
    return flags


class _Output(StringIO):
    """What examples print: every text that is asked for ends a line."""

    def getvalue(self):
        text = StringIO.getvalue(self)
        return text + '\n' if text and not text.endswith('\n') else text

    def truncate(self, size=None):
        self.seek(size)
        StringIO.truncate(self)


# Examples

class Example:
    """A source with its newline, and what it should print (`exc_msg`: raise)."""

    def __init__(self, source, want, exc_msg=None, lineno=0, indent=0, options=None):
        def line(text):
            return text if text.endswith('\n') else text + '\n'
        self.source = line(source)
        self.want = line(want) if want else want
        self.exc_msg = None if exc_msg is None else line(exc_msg)
        self.lineno = lineno
        self.indent = indent
        self.options = {} if options is None else options

    def _fields(self):
        return self.source, self.want, self.lineno, self.indent, self.options, self.exc_msg

    def __eq__(self, other):
        return self._fields() == other._fields() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.source, self.want, self.lineno, self.indent, self.exc_msg))


class DocTest:
    """The examples of one string, and the namespace that they run in."""

    def __init__(self, examples, globs, name, filename, lineno, docstring):
        assert not isinstance(examples, str), 'DocTest no longer accepts str; use DocTestParser instead'
        self.examples = examples
        self.docstring = docstring
        self.globs = globs.copy()
        self.name = name
        self.filename = filename
        self.lineno = lineno

    def __repr__(self):
        n = len(self.examples)
        what = 'no examples' if n == 0 else '1 example' if n == 1 else '%d examples' % n
        return '<%s %s from %s:%s (%s)>' % (self.__class__.__name__, self.name, self.filename, self.lineno, what)

    def _fields(self):
        return self.examples, self.docstring, self.globs, self.name, self.filename, self.lineno

    def __eq__(self, other):
        return self._fields() == other._fields() if type(self) is type(other) else NotImplemented

    def __hash__(self):
        return hash((self.docstring, self.name, self.filename, self.lineno))

    def __lt__(self, other):
        if not isinstance(other, DocTest):
            return NotImplemented
        def order(test):
            return test.name, test.filename, -1 if test.lineno is None else test.lineno, id(test)
        return order(self) < order(other)


class DocTestParser:
    """Reads the examples of a string. Invariant: sources are those that the compiler finds in the same string."""

    _EXAMPLE = re.compile(r'''
        (?P<source> (?: ^(?P<indent> [ ]*) >>> .* )      # the line with the prompt
                    (?: \n [ ]* \.\.\. .* )* )           # those that go on
        \n?
        (?P<want> (?: (?![ ]*$) (?![ ]*>>>) .+$ \n? )* ) # up to a blank line or a prompt
        ''', re.MULTILINE | re.VERBOSE)
    _EXCEPTION = re.compile(r'''
        ^(?P<hdr> Traceback\ \( (?: most\ recent\ call\ last | innermost\ last ) \) : )
        \s* $ (?P<stack> .*? ) ^ (?P<msg> \w+ .* )
        ''', re.VERBOSE | re.MULTILINE | re.DOTALL)
    _IS_BLANK_OR_COMMENT = re.compile(r'^[ ]*(#.*)?$').match
    _OPTIONS = re.compile(r'#\s*doctest:\s*([^\n\'"]*)$', re.MULTILINE)
    _INDENT = re.compile(r'^([ ]*)(?=\S)', re.MULTILINE)

    def parse(self, string, name='<string>'):
        """Examples and the texts between them."""
        string = string.expandtabs()
        margin = min((len(indent) for indent in self._INDENT.findall(string)), default=0)
        if margin > 0:
            string = '\n'.join([line[margin:] for line in string.split('\n')])
        output = []
        at, lineno = 0, 0
        for m in self._EXAMPLE.finditer(string):
            output.append(string[at:m.start()])
            lineno += string.count('\n', at, m.start())
            source, options, want, message = self._parse_example(m, name, lineno)
            if not self._IS_BLANK_OR_COMMENT(source):
                output.append(Example(source, want, message, lineno, margin + len(m.group('indent')), options))
            lineno += string.count('\n', m.start(), m.end())
            at = m.end()
        output.append(string[at:])
        return output

    def get_doctest(self, string, globs, name, filename, lineno):
        return DocTest(self.get_examples(string, name), globs, name, filename, lineno, string)

    def get_examples(self, string, name='<string>'):
        return [x for x in self.parse(string, name) if isinstance(x, Example)]

    def _parse_example(self, m, name, lineno):
        indent = len(m.group('indent'))
        lines = m.group('source').split('\n')
        for i, line in enumerate(lines):
            if len(line) >= indent + 4 and line[indent + 3] != ' ':
                raise ValueError('line %r of the docstring for %s lacks blank after %s: %r'
                                 % (lineno + i + 1, name, line[indent:indent + 3], line))
        self._check_prefix(lines[1:], ' ' * indent + '.', name, lineno)
        source = '\n'.join([line[indent + 4:] for line in lines])
        wanted = m.group('want').split('\n')
        if len(wanted) > 1 and re.match(r' *$', wanted[-1]):
            del wanted[-1]
        self._check_prefix(wanted, ' ' * indent, name, lineno + len(lines))
        want = '\n'.join([line[indent:] for line in wanted])
        raised = self._EXCEPTION.match(want)
        return source, self._find_options(source, name, lineno), want, raised.group('msg') if raised else None

    def _find_options(self, source, name, lineno):
        options = {}
        for m in self._OPTIONS.finditer(source):
            for option in m.group(1).replace(',', ' ').split():
                if option[0] not in '+-' or option[1:] not in OPTIONFLAGS_BY_NAME:
                    raise ValueError('line %r of the doctest for %s has an invalid option: %r' % (lineno + 1, name, option))
                options[OPTIONFLAGS_BY_NAME[option[1:]]] = option[0] == '+'
        if options and self._IS_BLANK_OR_COMMENT(source):
            raise ValueError('line %r of the doctest for %s has an option directive on a line with no example: %r'
                             % (lineno, name, source))
        return options

    def _check_prefix(self, lines, prefix, name, lineno):
        for i, line in enumerate(lines):
            if line and not line.startswith(prefix):
                raise ValueError('line %r of the docstring for %s has inconsistent leading whitespace: %r'
                                 % (lineno + i + 1, name, line))


def script_from_examples(s):
    """The examples of a text as a program; everything else becomes comments."""
    def comments(text):
        return ['# ' + line if line.strip() else '#' for line in text.split('\n')[:-1]]
    output = []
    for piece in DocTestParser().parse(s):
        if not isinstance(piece, Example):
            output += comments(piece)
            continue
        output.append(piece.source[:-1])
        if piece.want:
            output += ['# Expected:'] + ['## ' + line for line in piece.want.split('\n')[:-1]]
    while output and output[-1] == '#':
        output.pop()
    while output and output[0] == '#':
        output.pop(0)
    return '\n'.join(output) + '\n'


# Finding

def _unwrap(function):
    seen = {id(function)}
    while hasattr(function, '__wrapped__'):
        function = function.__wrapped__
        if id(function) in seen:
            raise ValueError('wrapper loop when unwrapping {!r}'.format(function))
        seen.add(id(function))
    return function


_ROUTINES = (types.FunctionType, types.BuiltinFunctionType, types.MethodType, types.MethodDescriptorType,
             types.WrapperDescriptorType, types.ClassMethodDescriptorType)


def _is_routine(value):
    try:
        value = _unwrap(value)
    except ValueError:
        pass
    if isinstance(value, _ROUTINES):
        return True
    # Whatever binds like a method: cached functions and properties.
    return not isinstance(value, type) and hasattr(type(value), '__get__') and not hasattr(type(value), '__set__')


class DocTestFinder:
    """Finds the docstrings with examples of a module, class or function and of what it contains."""

    def __init__(self, verbose=False, parser=DocTestParser(), recurse=True, exclude_empty=True):
        self._parser = parser
        self._verbose = verbose
        self._recurse = recurse
        self._exclude_empty = exclude_empty

    def find(self, obj, name=None, module=None, globs=None, extraglobs=None):
        if name is None:
            name = getattr(obj, '__name__', None)
            if name is None:
                raise ValueError("DocTestFinder.find: name must be given when obj.__name__ doesn't exist: %r" % (type(obj),))
        if module is False:
            module = None
        elif module is None:
            module = obj if isinstance(obj, types.ModuleType) else sys.modules.get(getattr(obj, '__module__', None))
        file = None if module is None else getattr(module, '__file__', None)
        lines = (linecache.getlines(file, module.__dict__) if file else None) or None
        globs = ({} if module is None else module.__dict__.copy()) if globs is None else globs.copy()
        if extraglobs is not None:
            globs.update(extraglobs)
        if '__name__' not in globs:
            globs['__name__'] = '__main__'
        tests = []
        self._find(tests, obj, name, module, lines, globs, {})
        tests.sort()
        return tests

    def _from_module(self, module, object):
        if module is None:
            return True
        if isinstance(object, types.FunctionType):
            return module.__dict__ is object.__globals__
        if isinstance(object, (types.MethodDescriptorType, types.WrapperDescriptorType)):
            owner = getattr(object, '__objclass__', None)
            return module.__name__ == (owner.__module__ if owner is not None else getattr(object, '__module__', None))
        if isinstance(object, type):
            return module.__name__ == object.__module__
        if hasattr(object, '__module__'):
            return module.__name__ == object.__module__
        if isinstance(object, property):
            return True
        raise ValueError('object must be a class or function')

    def _find(self, tests, obj, name, module, lines, globs, seen):
        if self._verbose:
            print('Finding tests in %s' % name)
        if id(obj) in seen:
            return
        seen[id(obj)] = 1
        test = self._get_test(obj, name, module, globs, lines)
        if test is not None:
            tests.append(test)
        if not self._recurse:
            return
        if isinstance(obj, types.ModuleType):
            for key, value in obj.__dict__.items():
                if (_is_routine(value) or isinstance(_unwrap(value), type)) and self._from_module(module, value):
                    self._find(tests, value, f'{name}.{key}', module, lines, globs, seen)
            for key, value in getattr(obj, '__test__', {}).items():
                if not isinstance(key, str):
                    raise ValueError('DocTestFinder.find: __test__ keys must be strings: %r' % (type(key),))
                if not isinstance(value, (str, type, types.ModuleType) + _ROUTINES):
                    raise ValueError('DocTestFinder.find: __test__ values must be strings, functions, methods, classes, '
                                     'or modules: %r' % (type(value),))
                self._find(tests, value, '%s.__test__.%s' % (name, key), module, lines, globs, seen)
        if isinstance(obj, type):
            for key, value in obj.__dict__.items():
                if isinstance(value, (staticmethod, classmethod)):
                    value = value.__func__
                if ((_is_routine(value) or isinstance(value, (type, property)))
                        and self._from_module(module, value)):
                    self._find(tests, value, f'{name}.{key}', module, lines, globs, seen)

    def _get_test(self, obj, name, module, globs, lines):
        if isinstance(obj, str):
            docstring = obj
        else:
            docstring = getattr(obj, '__doc__', None)
            docstring = '' if docstring is None else docstring if isinstance(docstring, str) else str(docstring)
        lineno = self._find_lineno(obj, lines)
        if self._exclude_empty and not docstring:
            return None
        if module is None:
            filename = None
        else:
            filename = getattr(module, '__file__', None) or module.__name__
            if filename[-4:] == '.pyc':
                filename = filename[:-1]
        return self._parser.get_doctest(docstring, globs, name, filename, lineno)

    def _find_lineno(self, obj, lines):
        lineno = None
        docstring = getattr(obj, '__doc__', None)
        if isinstance(obj, types.ModuleType) and docstring is not None:
            lineno = 0
        if isinstance(obj, type) and docstring is not None:
            if lines is None:
                return None
            opening = re.compile(r'^\s*class\s*%s\b' % re.escape(getattr(obj, '__name__', '-')))
            lineno = next((i for i, line in enumerate(lines) if opening.match(line)), None)
        if isinstance(obj, types.MethodType):
            obj = obj.__func__
        if isinstance(obj, property):
            obj = obj.fget
        if _is_routine(obj) and getattr(obj, '__doc__', None):
            obj = _unwrap(obj)
            if not hasattr(obj, '__code__'):
                return None
            lineno = obj.__code__.co_firstlineno - 1
        if lineno is None:
            return None
        if lines is None:
            return lineno + 1
        quote = re.compile(r'(^|.*:)\s*\w*("|\')')
        return next((n for n in range(lineno, len(lines)) if quote.match(lines[n])), None)


# Running

class OutputChecker:
    """Compares what was printed with what should be."""

    def _toAscii(self, s):
        return str(s.encode('ASCII', 'backslashreplace'), 'ASCII')

    def check_output(self, want, got, optionflags):
        got, want = self._toAscii(got), self._toAscii(want)
        if got == want:
            return True
        if not optionflags & DONT_ACCEPT_TRUE_FOR_1 and (got, want) in (('True\n', '1\n'), ('False\n', '0\n')):
            return True
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            want = re.sub(r'(?m)^%s\s*?$' % re.escape(BLANKLINE_MARKER), '', want)
            got = re.sub(r'(?m)^[^\S\n]+$', '', got)
            if got == want:
                return True
        if optionflags & NORMALIZE_WHITESPACE:
            got, want = ' '.join(got.split()), ' '.join(want.split())
            if got == want:
                return True
        return bool(optionflags & ELLIPSIS) and _matches_ellipsis(want, got)

    def _do_a_fancy_diff(self, want, got, optionflags):
        if not optionflags & (REPORT_UDIFF | REPORT_CDIFF | REPORT_NDIFF):
            return False
        return bool(optionflags & REPORT_NDIFF) or want.count('\n') > 2 and got.count('\n') > 2

    def output_difference(self, example, got, optionflags):
        want = example.want
        if not optionflags & DONT_ACCEPT_BLANKLINE:
            got = re.sub('(?m)^[ ]*(?=\n)', BLANKLINE_MARKER, got)
        if self._do_a_fancy_diff(want, got, optionflags):
            import difflib
            wanted, printed = want.splitlines(keepends=True), got.splitlines(keepends=True)
            if optionflags & REPORT_UDIFF:
                diff, kind = list(difflib.unified_diff(wanted, printed, n=2))[2:], 'unified diff with -expected +actual'
            elif optionflags & REPORT_CDIFF:
                diff, kind = list(difflib.context_diff(wanted, printed, n=2))[2:], 'context diff with expected followed by actual'
            else:
                engine = difflib.Differ(charjunk=difflib.IS_CHARACTER_JUNK)
                diff, kind = list(engine.compare(wanted, printed)), 'ndiff with -expected +actual'
            return 'Differences (%s):\n' % kind + _indent(''.join(diff))
        if want and got:
            return 'Expected:\n%sGot:\n%s' % (_indent(want), _indent(got))
        if want:
            return 'Expected:\n%sGot nothing\n' % _indent(want)
        return 'Expected nothing\nGot:\n%s' % _indent(got) if got else 'Expected nothing\nGot nothing\n'


def _matches_ellipsis(want, got):
    if ELLIPSIS_MARKER not in want:
        return want == got
    pieces = want.split(ELLIPSIS_MARKER)
    start, end = 0, len(got)
    if pieces[0]:
        if not got.startswith(pieces[0]):
            return False
        start = len(pieces.pop(0))
    if pieces[-1]:
        if not got.endswith(pieces[-1]):
            return False
        end -= len(pieces.pop())
    if start > end:
        return False
    for piece in pieces:
        start = got.find(piece, start, end)
        if start < 0:
            return False
        start += len(piece)
    return True


def _without_detail(message):
    """The name of an exception's class without its module."""
    start, end = 0, len(message)
    at = message.find('\n')
    end = at if at >= 0 else end
    at = message.find(':', 0, end)
    end = at if at >= 0 else end
    at = message.rfind('.', 0, end)
    return message[at + 1 if at >= 0 else start:end]


def _n_items(items):
    return '1 item' if len(items) == 1 else f'{len(items)} items'


class DocTestRunner:
    """Runs the examples of tests and reports what happens."""

    DIVIDER = '*' * 70

    def __init__(self, checker=None, verbose=None, optionflags=0):
        self._checker = checker or OutputChecker()
        self._verbose = '-v' in sys.argv if verbose is None else verbose
        self.optionflags = optionflags
        self.original_optionflags = optionflags
        self.tries = self.failures = self.skips = 0
        self._stats = {}
        self._fakeout = _Output()

    # Reports

    def report_start(self, out, test, example):
        if self._verbose:
            out('Trying:\n' + _indent(example.source)
                + ('Expecting:\n' + _indent(example.want) if example.want else 'Expecting nothing\n'))

    def report_success(self, out, test, example, got):
        if self._verbose:
            out('ok\n')

    def report_failure(self, out, test, example, got):
        out(self._failure_header(test, example) + self._checker.output_difference(example, got, self.optionflags))

    def report_unexpected_exception(self, out, test, example, exc_info):
        out(self._failure_header(test, example) + 'Exception raised:\n' + _indent(_exception_traceback(exc_info)))

    def _failure_header(self, test, example):
        colored = _colorize.can_colorize()
        red, reset = (_colorize.ANSIColors.RED, _colorize.ANSIColors.RESET) if colored else ('', '')
        if test.filename:
            known = test.lineno is not None and example.lineno is not None
            place = 'File "%s", line %s, in %s' % (
                test.filename, test.lineno + example.lineno + 1 if known else '?', test.name)
        else:
            place = 'Line %s, in %s' % (example.lineno + 1, test.name)
        return '\n'.join([f'{red}{self.DIVIDER}{reset}', place, 'Failed example:', _indent(example.source)])

    # Running

    def _execute(self, test, example, number):
        """What the example raised, as `sys.exc_info()` has it, or None."""
        try:
            code = compile(example.source, '<doctest %s[%d]>' % (test.name, number), 'single', 0, True)
        except NotImplementedError:
            # The compiler did not see this text.
            raise
        except SyntaxError:
            return sys.exc_info()
        try:
            exec(code, test.globs)
        except KeyboardInterrupt:
            raise
        except:
            return sys.exc_info()
        return None

    def _judge(self, example, got, exception):
        """(passed, is it an exception that nobody expected)"""
        check = self._checker.check_output
        if exception is None:
            return check(example.want, got, self.optionflags), False
        lines = traceback.format_exception_only(*exception[:2])
        if issubclass(exception[0], SyntaxError):
            name = exception[0].__qualname__
            starts = (f'{name}:', f'{exception[0].__module__}.{name}:')
            lines = lines[next(i for i, line in enumerate(lines) if line.startswith(starts)):]
        message = ''.join(lines)
        if example.exc_msg is None:
            return False, True
        if check(example.exc_msg, message, self.optionflags):
            return True, False
        if not self.optionflags & IGNORE_EXCEPTION_DETAIL:
            return False, False
        return check(_without_detail(example.exc_msg), _without_detail(message), self.optionflags), False

    def _run(self, test, out):
        failures = attempted = skips = 0
        before = self.optionflags
        for number, example in enumerate(test.examples):
            attempted += 1
            quiet = self.optionflags & REPORT_ONLY_FIRST_FAILURE and failures > 0
            self.optionflags = before
            for flag, value in example.options.items():
                self.optionflags = self.optionflags | flag if value else self.optionflags & ~flag
            if self.optionflags & SKIP:
                skips += 1
                continue
            if not quiet:
                self.report_start(out, test, example)
            exception = self._execute(test, example, number)
            got = self._fakeout.getvalue()
            self._fakeout.truncate(0)
            passed, unexpected = self._judge(example, got, exception)
            if exception is not None and not quiet and not passed:
                got += _exception_traceback(exception)
            if not passed:
                failures += 1
            if quiet:
                pass
            elif passed:
                self.report_success(out, test, example, got)
            elif unexpected:
                self.report_unexpected_exception(out, test, example, exception)
            else:
                self.report_failure(out, test, example, got)
            if failures and self.optionflags & FAIL_FAST:
                break
        self.optionflags = before
        old = self._stats.get(test.name, (0, 0, 0))
        self._stats[test.name] = (failures + old[0], attempted + old[1], skips + old[2])
        self.failures += failures
        self.tries += attempted
        self.skips += skips
        return TestResults(failures, attempted, skipped=skips)

    _FILE = re.compile(r'<doctest (?P<name>.+)\[(?P<number>\d+)\]>$')

    def _getlines(self, filename, module_globals=None):
        m = self._FILE.match(filename)
        if m and m.group('name') == self.test.name:
            return self.test.examples[int(m.group('number'))].source.splitlines(keepends=True)
        return self.save_linecache_getlines(filename, module_globals)

    def run(self, test, compileflags=None, out=None, clear_globs=True):
        """Runs the examples of a test in its namespace, which is cleared afterwards."""
        self.test = test
        # The compiler has seen the module's own: `annotations` is the only one that still means something.
        flags = _future_flags(test.globs) if compileflags is None else compileflags
        if flags & __future__.barry_as_FLUFL.compiler_flag:
            raise NotImplementedError('PA0203: doctest with barry_as_FLUFL is not supported')
        save_stdout = sys.stdout
        if out is None:
            out = save_stdout.write
        sys.stdout = self._fakeout
        self.save_linecache_getlines = linecache.getlines
        linecache.getlines = self._getlines
        save_displayhook, sys.displayhook = sys.displayhook, sys.__displayhook__
        save_colorize, _colorize.can_colorize = _colorize.can_colorize, lambda: False
        variables = {key: os.environ.pop(key, None) for key in ('PYTHON_COLORS', 'FORCE_COLOR')}
        try:
            return self._run(test, out)
        finally:
            sys.stdout = save_stdout
            linecache.getlines = self.save_linecache_getlines
            sys.displayhook = save_displayhook
            _colorize.can_colorize = save_colorize
            os.environ.update({key: value for key, value in variables.items() if value is not None})
            if clear_globs:
                test.globs.clear()
                import builtins
                builtins._ = None

    # Summary

    def summarize(self, verbose=None):
        """Prints what all tests came to; the sum."""
        verbose = self._verbose if verbose is None else verbose
        none = sorted(name for name, row in self._stats.items() if row[1] == 0)
        passed = sorted((name, row[1]) for name, row in self._stats.items() if row[1] and not row[0])
        failed = sorted((name, row) for name, row in self._stats.items() if row[0])
        tries, failures, skips = (sum(row[i] for row in self._stats.values()) for i in (1, 0, 2))
        ansi = _colorize.get_colors()
        if verbose:
            if none:
                print(f'{_n_items(none)} had no tests:')
                for name in none:
                    print(f'    {name}')
            if passed:
                print(f'{ansi.GREEN}{_n_items(passed)} passed all tests:{ansi.RESET}')
                for name, count in passed:
                    print(f' {ansi.GREEN}{count:3d} test{"" if count == 1 else "s"} in {name}{ansi.RESET}')
        if failed:
            print(f'{ansi.RED}{self.DIVIDER}{ansi.RESET}')
            print(f'{_n_items(failed)} had failures:')
            for name, row in failed:
                print(f' {row[0]:3d} of {row[1]:3d} in {name}')
        if verbose:
            print(f'{tries} test{"" if tries == 1 else "s"} in {_n_items(self._stats)}.')
            failed_too = f' and {ansi.RED}{failures} failed{ansi.RESET}' if failures else ''
            print(f'{ansi.GREEN}{tries - failures} passed{ansi.RESET}{failed_too}.')
        if failures:
            text = f'{ansi.BOLD_RED}***Test Failed*** {failures} failure{"" if failures == 1 else "s"}{ansi.RESET}'
            if skips:
                text = f'{text} and {ansi.YELLOW}{skips} skipped test{"" if skips == 1 else "s"}{ansi.RESET}'
            print(f'{text}.')
        elif verbose:
            print(f'{ansi.BOLD_GREEN}Test passed.{ansi.RESET}')
        return TestResults(failures, tries, skipped=skips)

    def merge(self, other):
        for name, row in other._stats.items():
            old = self._stats.get(name, (0, 0, 0))
            self._stats[name] = tuple(a + b for a, b in zip(row, old))


# Functions

master = None


def testmod(m=None, name=None, globs=None, verbose=None, report=True, optionflags=0, extraglobs=None, raise_on_error=False,
            exclude_empty=False):
    """Tests the docstrings of a module, the program's main module if none is given."""
    global master
    if m is None:
        m = sys.modules.get('__main__')
    if not isinstance(m, types.ModuleType):
        raise TypeError('testmod: module required; %r' % (m,))
    if raise_on_error:
        raise NotImplementedError('PA0209: doctest.DebugRunner is not supported')
    if name is None:
        name = m.__name__
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(exclude_empty=exclude_empty).find(m, name, globs=globs, extraglobs=extraglobs):
        runner.run(test)
    if report:
        runner.summarize()
    if master is None:
        master = runner
    else:
        master.merge(runner)
    return TestResults(runner.failures, runner.tries, skipped=runner.skips)


def run_docstring_examples(f, globs, verbose=False, name='NoName', compileflags=None, optionflags=0):
    """Tests one object's docstring."""
    runner = DocTestRunner(verbose=verbose, optionflags=optionflags)
    for test in DocTestFinder(verbose=verbose, recurse=False).find(f, name, globs=globs):
        runner.run(test, compileflags=compileflags)
