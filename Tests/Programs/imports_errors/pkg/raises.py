print('raises is run')
raise ValueError('broken on purpose')
