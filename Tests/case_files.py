"""Cases: small programs that share a compiled file.

`Cases/TOPIC/X.py` is a module of one behaviour. All modules of a topic are compiled with a driver that imports the one its
argument names, so each case is a process of its own: what it prints, raises, exits with, changes or dies of concerns no
other. The sources are compiled from a copy (`.build/cases/TOPIC`), where the driver stands beside them. What is expected is
CPython's result with the same driver, whose own lines are taken out of tracebacks.

A case that is named alone, or whose topic does not compile, gets a driver of its own.
"""
import os
import re
import sys

from program_files import CASES, ROOT, Program, Result, read

COPIES = os.path.join(ROOT, '.build', 'cases')
DRIVER_FRAME = re.compile(rb'  File "\$DIR/cases(?:_of_\w+)?\.py", line \d+, in <module>\n    import \w+\n(?:    ?[ ~^]+\n)?')
prepared = {}


class Case(Program):
    """A case; `alone` means that nothing but it is compiled."""

    def __init__(self, path, alone=False):
        super().__init__(path)
        self.module = self.file[:-len('.py')]
        self.source_folder = self.folder
        self.is_alone = alone
        self.folder = topic_copy(self.source_folder)
        self.file = 'cases.py'
        if alone:
            self.file = 'cases_of_%s.py' % self.module
            write(os.path.join(self.folder, self.file), driver([self.module]))

    def alone(self):
        return self if self.is_alone else Case(self.path, alone=True)

    def arguments(self):
        return [self.module]

    def stdin(self):
        return b''

    def portable(self, result):
        shown = super().portable(result)
        return Result(shown.status, shown.out, DRIVER_FRAME.sub(b'', shown.err), shown.timed_out)


def driver(modules):
    """The program that runs the case named by its argument."""
    lines = ['import sys', 'case = sys.argv.pop()']
    word = 'if'
    for module in modules:
        lines += ['%s case == %r:' % (word, module), '    import ' + module]
        word = 'elif'
    return '\n'.join(lines + ['else:', '    sys.exit("no case is called " + case)', '']).encode()


def topic_copy(folder):
    """The folder that a topic is compiled in, brought up to date once in this process."""
    if folder in prepared:
        return prepared[folder]
    copy = os.path.join(COPIES, os.path.relpath(folder, CASES))
    os.makedirs(copy, exist_ok=True)
    names = sorted(name for name in os.listdir(folder) if name.endswith('.py'))
    for name in names:
        if name[:-len('.py')] in getattr(sys, 'stdlib_module_names', ()) or name.startswith('cases'):
            sys.exit('%s: the module of a case must not be called like one of the library or the driver'
                     % os.path.join(folder, name))
        write(os.path.join(copy, name), read(os.path.join(folder, name)))
    for name in set(os.listdir(copy)) - set(names):
        if name.endswith('.py') and not name.startswith('cases'):
            os.remove(os.path.join(copy, name))
    write(os.path.join(copy, 'cases.py'), driver([name[:-len('.py')] for name in names]))
    prepared[folder] = copy
    return copy


def write(path, content):
    """Makes the file hold `content`; an unchanged file is left alone, since runners may work side by side."""
    if os.path.exists(path) and read(path) == content:
        return
    with open(path + '.new%d' % os.getpid(), 'wb') as file:
        file.write(content)
    os.replace(path + '.new%d' % os.getpid(), path)
