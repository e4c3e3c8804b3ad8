# `raise ... from None` hides the first exception.
def find(d, k):
    try:
        return d[k]
    except KeyError:
        raise LookupError('no ' + k) from None
find({}, 'thing')
