"""Text that was not flushed comes after what is written through `buffer`."""
import sys
print("text one")
sys.stdout.buffer.write(b"bytes one\n")
print("text two")
sys.stdout.flush()
sys.stdout.buffer.write(b"bytes two\n")
sys.stdout.buffer.flush()
print("text three")
