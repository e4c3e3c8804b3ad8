__all__ = ['exported', '_also']
value = 'listed'

def exported():
    return 'exported ' + value

def _also():
    return 'also ' + hidden

hidden = 'hidden'
