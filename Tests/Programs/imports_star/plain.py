value = 'plain'
_private = 'private'

def shown():
    return value, _private
