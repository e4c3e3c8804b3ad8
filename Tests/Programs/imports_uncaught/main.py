# The traceback of an exception that passes through several modules.
import engine.core
print('loaded')
engine.core.start([3, 2, 1])
