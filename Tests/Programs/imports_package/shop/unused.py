raise RuntimeError('this module is never imported')
