"""`dis` without bytecode: programs are compiled to machine code, so there is nothing to disassemble.

What stands here is what other modules take from it (the names of code flags, positions); whatever looks at bytecode raises with a code.
"""
import collections

__all__ = ['code_info', 'dis', 'disassemble', 'distb', 'disco', 'findlinestarts', 'findlabels', 'show_code', 'get_instructions',
           'Instruction', 'Bytecode']

COMPILER_FLAG_NAMES = {
    1: 'OPTIMIZED', 2: 'NEWLOCALS', 4: 'VARARGS', 8: 'VARKEYWORDS', 16: 'NESTED', 32: 'GENERATOR', 64: 'NOFREE', 128: 'COROUTINE',
    256: 'ITERABLE_COROUTINE', 512: 'ASYNC_GENERATOR'}

Positions = collections.namedtuple('Positions', ['lineno', 'end_lineno', 'col_offset', 'end_col_offset'], defaults=[None] * 4)


def _refused(name):
    def function(*args, **kwargs):
        raise NotImplementedError('PA0209: dis.%s: there is no bytecode' % name)
    function.__name__ = function.__qualname__ = name
    return function


def pretty_flags(flags):
    """The names of the flags, as dis shows them."""
    names = []
    for bit in range(32):
        flag = 1 << bit
        if flags & flag:
            names.append(COMPILER_FLAG_NAMES.get(flag, hex(flag)))
            flags ^= flag
            if not flags:
                break
    else:
        names.append(hex(flags))
    return ', '.join(names)


code_info, dis, disassemble, distb, findlinestarts, findlabels, show_code, get_instructions, stack_effect, Instruction, Bytecode = map(
    _refused, ('code_info', 'dis', 'disassemble', 'distb', 'findlinestarts', 'findlabels', 'show_code', 'get_instructions', 'stack_effect',
               'Instruction', 'Bytecode'))
disco = disassemble


def __getattr__(name):
    raise AttributeError("module 'dis' has no attribute %r (PA0209: there is no bytecode)" % name)
