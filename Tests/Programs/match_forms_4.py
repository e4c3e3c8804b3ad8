# Pattern matching: every pattern, class patterns and their errors, bindings. Part 4.
def leak(v):
    match v:
        case [x, 5]: pass
        case [_, _]: pass
    try: return x
    except UnboundLocalError as e: return str(e)
print(leak([1, 5]), leak([1, 6]))
match = 5; case = 6; _ = 7; type = 8
print(match, case, _, type)
match match:
    case 5: print('soft')
match (1, 2):
    case 1, 2: print('tuple')
match 1, 2:
    case a, b: print(a, b)
match [1, 2, 3]:
    case [a, *_, c]: print(a, c, _)
x = [1, [2, 3]]
match x:
    case [int(a), [*b]] as whole: print(a, b, whole)
