"""os, os.path, stat, shutil-like work on files in a temporary folder, environment, messages."""
import os
import os.path
import stat

base = "/tmp/pyaot-os-test-%d" % os.getpid()
os.makedirs(base + "/a/b")
os.chdir(base)
with open("a/f.txt", "w") as f:
    f.write("hello\n")
print(sorted(os.listdir(".")), os.path.exists("a/f.txt"), os.path.isdir("a"), os.path.isfile("a"), os.path.getsize("a/f.txt"), os.stat("a/f.txt").st_size)
print([(e.name, e.is_dir(), e.is_file(), e.path) for e in sorted(os.scandir("a"), key=lambda e: e.name)], stat.S_ISDIR(os.stat("a").st_mode), oct(os.stat("a/f.txt").st_mode & 0o170000))
for root, folders, files in os.walk("."):
    print(root, sorted(folders), sorted(files))
os.rename("a/f.txt", "g.txt")
os.symlink("g.txt", "link")
print(os.readlink("link"), os.path.islink("link"), os.path.realpath("link") == os.path.realpath(base + "/g.txt"), os.path.lexists("nolink"))
fd = os.open("raw", os.O_RDWR | os.O_CREAT, 0o600)
print(os.write(fd, b"bytes"), os.lseek(fd, 0, os.SEEK_SET), os.read(fd, 3), os.fstat(fd).st_size, oct(stat.S_IMODE(os.fstat(fd).st_mode)))
os.close(fd)
r, w = os.pipe()
os.write(w, b"through")
print(os.read(r, 100), os.isatty(r))
os.environ["PYAOT_TEST"] = "set"
print(os.environ["PYAOT_TEST"], os.getenv("PYAOT_TEST"), os.getenv("PYAOT_NONE", "default"), "PYAOT_TEST" in os.environ, os.environ.pop("PYAOT_TEST"), os.getenv("PYAOT_TEST"))
join = os.path.join
print(join("a", "b", "/c", "d"), os.path.split("/x/y.tar.gz"), os.path.splitext("y.tar.gz"), os.path.basename("/a/b/"), os.path.dirname("/a/b"), os.path.normpath("a//b/../c/./d"))
print(os.path.abspath("x") == join(os.getcwd(), "x"), os.path.relpath("/a/b/c", "/a/d"), os.path.commonpath(["/a/b", "/a/c"]), os.path.commonprefix(["abc", "abd"]), os.path.isabs("/a"))
print(os.sep, os.linesep == "\n", os.name, os.curdir, os.pardir, os.extsep, os.devnull, os.path.expandvars("$HOME") == os.environ.get("HOME", "$HOME"), os.fspath("p"), os.fsencode("é"), os.fsdecode(b"\xc3\xa9"))
print(os.path.normpath("//a///b"), os.path.normpath("///a"), os.path.normpath(".."), os.path.normpath("/../a"), os.path.splitroot("//x/y"), os.strerror(2), os.WEXITSTATUS(256))
print(len(os.urandom(5)), os.cpu_count() > 0, os.getpid() > 0, os.access("g.txt", os.R_OK), os.getcwd() == os.path.realpath(base), os.path.samefile("g.txt", "link"))
for call in [lambda: os.listdir("no"), lambda: os.remove("no"), lambda: os.mkdir("a"), lambda: os.rmdir("a"), lambda: os.rename("no", "x"), lambda: os.stat(b"no"), lambda: os.stat(1.5), lambda: open("no/file"),
             lambda: os.environ["PYAOT_NONE"], lambda: os.mkdir("a\0b"), lambda: os.path.join("a", 5), lambda: os.close(9999), lambda: os.fspath(5), lambda: os.chdir("g.txt"), lambda: os.listdir("g.txt")]:
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "errno", None), getattr(e, "filename", None))
for root, folders, files in os.walk(base, topdown=False):
    for name in files:
        os.remove(join(root, name))
    for name in folders:
        os.rmdir(join(root, name))
os.chdir("/")
os.rmdir(base)
print(os.path.exists(base))
