# input(): lines, prompts, the last line without newline, EOFError.
name = input('name? ')
print('hello', name)
print(repr(input()), repr(input('')))
n = int(input('number: '))
print(n * 2)
rest = []
while True:
    try:
        rest.append(input())
    except EOFError as e:
        print('end:', e)
        break
print(rest)
