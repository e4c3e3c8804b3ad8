"""Files: buffer, detach, openers, unbuffered files, wrappers, temporary files and folders."""
import io
import os
import shutil
import sys
import tempfile

with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "f.txt")
    with open(path, "w") as f:
        f.write("text ")
        f.buffer.write(b"bytes ")
        f.write("text\n")
        print(type(f).__name__, type(f.buffer).__name__, f.buffer.mode, f.fileno() == f.buffer.fileno(), isinstance(f, io.TextIOWrapper), isinstance(f.buffer, io.BufferedWriter))
    with open(path, "rb") as f:
        print(f.peek()[:4], f.read1(3), f.read(2), f.readinto(bytearray(4)), f.read(), isinstance(f, io.BufferedReader), isinstance(f, io.BufferedIOBase))
    with open(path, "rb", buffering=0) as f:
        print(type(f).__name__, f.read(4), f.readall(), isinstance(f, io.FileIO), isinstance(f, io.RawIOBase), f.closefd)
    with open(path, "r+b") as f:
        print(type(f).__name__, f.read(2), f.seek(0), f.write(b"T"), f.seek(0), f.read(5))
    with io.TextIOWrapper(open(path, "rb"), encoding="utf-8") as f:
        print(f.readline(), f.encoding, f.readable())
    with open(path, "w", opener=lambda p, flags: os.open(p, flags, 0o600)) as f:
        print(oct(os.fstat(f.fileno()).st_mode & 0o777))
    raw = io.FileIO(path, "w")
    print(raw.write(b"abc"), raw.mode, os.path.getsize(path), raw.close(), raw.closed)
    text = open(path)
    binary = text.detach()
    print(binary.read(), binary.close())
    os.makedirs(os.path.join(folder, "a/b"))
    shutil.copy(path, os.path.join(folder, "a/b/copy.txt"))
    shutil.copytree(os.path.join(folder, "a"), os.path.join(folder, "c"))
    print(sorted(os.listdir(os.path.join(folder, "c/b"))), shutil.move(path, path + "2") == path + "2", shutil.rmtree(os.path.join(folder, "a")), sorted(os.listdir(folder)))
    print(shutil.which("sh") is not None, shutil.disk_usage(folder).total > 0, shutil.get_terminal_size((5, 6)).columns > 0)
print(os.path.exists(folder))
with tempfile.NamedTemporaryFile("w+", suffix=".x", delete=False) as t:
    print(t.write("hi"), t.seek(0), t.read(), os.path.basename(t.name).endswith(".x"), os.path.exists(t.name))
os.unlink(t.name)
with tempfile.TemporaryFile() as t:
    print(t.write(b"data"), t.seek(1), t.read())
fd, name = tempfile.mkstemp()
os.close(fd)
os.remove(name)
print(tempfile.gettempdir() != "", sys.stdout.buffer.write(b"") == 0, sys.stdout.buffer is sys.stdout.buffer)
sys.stdout.flush()
sys.stdout.buffer.write(b"raw\n")
out = io.TextIOWrapper(sys.stdout.buffer, encoding="utf-8", line_buffering=True)
print("wrapped é", file=out)
for call in [lambda: text.read(), lambda: raw.write(b"x"), lambda: open(name), lambda: open(5.5), lambda: open("x", "q"), lambda: open("x", "rw"), lambda: open("x", buffering=0),
             lambda: open("x", "b"), lambda: open("x", "rb", encoding="utf-8"), lambda: open("/nonexistent/x", "w")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).replace(name, "NAME"))
