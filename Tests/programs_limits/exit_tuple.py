# sys.exit with a tuple prints it.
import sys
sys.exit((1, 'two'))
