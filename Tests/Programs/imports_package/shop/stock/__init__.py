print('init', __name__, __package__)
from . import items
from .items import find
ready = True
