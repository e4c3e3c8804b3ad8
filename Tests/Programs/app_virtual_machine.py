# A stack machine: assembler with labels, instructions dispatched by name, errors with positions.
class VMError(Exception):
    pass

class VM:
    def __init__(self, code):
        self.code, self.labels = [], {}
        for line in code.strip().splitlines():
            line = line.split('#')[0].strip()
            if line.endswith(':'):
                self.labels[line[:-1]] = len(self.code)
            elif line:
                op, *args = line.split()
                self.code.append((op, args))
        self.stack, self.calls, self.memory, self.output, self.pc, self.steps = [], [], {}, [], 0, 0
    def value(self, text):
        return self.labels[text] if text in self.labels else int(text)
    def run(self, limit=100000):
        while self.pc < len(self.code):
            op, args = self.code[self.pc]
            self.pc += 1
            self.steps += 1
            if self.steps > limit:
                raise VMError('step limit')
            method = getattr(self, 'op_' + op, None)
            if method is None:
                raise VMError(f'unknown instruction {op!r} at {self.pc - 1}')
            try:
                if method(*args) == 'halt':
                    break
            except IndexError as e:
                raise VMError(f'stack underflow at {self.pc - 1}') from e
            except (TypeError, KeyError, ZeroDivisionError) as e:
                raise VMError(f'{type(e).__name__} at {self.pc - 1}') from e
        return self.output
    def op_push(self, v): self.stack.append(self.value(v))
    def op_dup(self): self.stack.append(self.stack[-1])
    def op_pop(self): self.stack.pop()
    def op_store(self, name): self.memory[name] = self.stack.pop()
    def op_load(self, name): self.stack.append(self.memory[name])
    def op_print(self): self.output.append(self.stack.pop())
    def op_halt(self): return 'halt'
    def op_jump(self, where): self.pc = self.labels[where]
    def op_jz(self, where):
        if self.stack.pop() == 0:
            self.pc = self.labels[where]
    def op_call(self, where):
        self.calls.append(self.pc)
        self.pc = self.labels[where]
    def op_ret(self): self.pc = self.calls.pop()

def binary(symbol, f):
    def op(self):
        b, a = self.stack.pop(), self.stack.pop()
        self.stack.append(f(a, b))
    op.__name__ = 'op_' + symbol
    setattr(VM, op.__name__, op)

for name, f in {'add': lambda a, b: a + b, 'sub': lambda a, b: a - b, 'mul': lambda a, b: a * b, 'div': lambda a, b: a // b, 'lt': lambda a, b: int(a < b)}.items():
    binary(name, f)

FACTORIAL = '''
    push 30
    call fact
    print
    halt
fact:               # n -- n!
    dup
    jz base
    dup
    push 1
    sub
    call fact
    mul
    ret
base:
    pop
    push 1
    ret
'''
LOOP = '''
    push 0
    store i
again:
    load i
    dup
    mul
    print
    load i
    push 1
    add
    store i
    load i
    push 6
    lt
    jz end
    jump again
end:
    load i
    print
'''
for source in (FACTORIAL, LOOP):
    vm = VM(source)
    print(vm.run(), vm.steps, vm.memory, vm.stack, vm.labels)
for source in ('add', 'push 1\npush 0\ndiv', 'load x', 'jump nowhere', 'fly', 'top:\njump top', 'push'):
    try:
        VM(source).run(1000)
    except VMError as e:
        print(e, '|', repr(e.__cause__))
