# "The above exception was the direct cause of the following exception".
class LoadError(Exception): pass
def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise LoadError('cannot load ' + text) from e

def main():
    print(parse('12'))
    parse('twelve')
main()
