print('lazy loaded')
VALUE = 42
