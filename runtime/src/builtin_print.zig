//! `print` and `input`.
//!
//! Invariant: without a replaced `sys.stdout` nothing is allocated for what is printed but the texts of objects.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const io = @import("io.zig");
const str = @import("str.zig");
const sys = @import("sys.zig");
const call = @import("call.zig");
const args_ = @import("args.zig");
const file = @import("file.zig");
const file_methods = @import("file_methods.zig");
const ops = @import("ops.zig");
const repr_ = @import("repr.zig");
const int_text = @import("int_text.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

/// Where a text goes: the native stdout, or an object with `write`.
const Target = struct {
    /// 0: native stdout
    object: Word,

    fn writeSlice(self: Target, bytes: []const u8) bool {
        if (self.object == 0) return native(bytes);
        const w = str.fromSlice(bytes);
        defer rc.release(w);
        return self.writeWord(w);
    }

    fn writeWord(self: Target, w: Word) bool {
        if (self.object == 0) {
            const s = str.of(w).?;
            return if (s.isAscii() or !file.hasSurrogate(s.slice())) native(s.slice()) else refuse(s);
        }
        if (object.isExact(self.object, .file)) return writeFile(self.object, w);
        const result = call.method(self.object, "write", &.{w});
        if (result == 0) return false;
        rc.release(result);
        return true;
    }

    fn writeValue(self: Target, w: Word) bool {
        if (object.isSmall(w) and self.object == 0) {
            var digits: [24]u8 = undefined;
            return native(int_text.writeSmall(object.smallValue(w), &digits));
        }
        if (object.isExact(w, .str)) return self.writeWord(w);
        const s = repr_.str(w);
        if (s == 0) return false;
        defer rc.release(s);
        return self.writeWord(s);
    }
};

/// A text file of our own: its `write` need not be a name of the program.
fn writeFile(f: Word, w: Word) bool {
    const target = object.ptr(file.File, f);
    return file.checkOpen(target) and file.checkWritable(target, "") and file.writeText(target, w);
}

fn native(bytes: []const u8) bool {
    const number = io.write(bytes);
    if (number == 0) return true;
    _ = err.fromErrno(number, 0);
    return false;
}

/// Raises the UnicodeEncodeError of lone surrogates.
fn refuse(s: *object.Str) bool {
    const encoded = @import("str_codec.zig").encode(s, "utf-8", "strict");
    rc.releaseMaybe(encoded);
    return false;
}

fn separator(w: Word, name: []const u8, default: []const u8) ?[]const u8 {
    if (w == 0 or singletons.isNone(w)) return default;
    if (str.isStr(w)) return str.slice(w);
    _ = err.raise(.TypeError, "{s} must be None or a string, not {t}", .{ name, w });
    return null;
}

fn print(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var sep_word: Word = 0;
    var end_word: Word = 0;
    var file_word: Word = 0;
    var flush_word: Word = 0;
    for (args_.keywordNames(kwnames), 0..) |keyword, i| {
        const name = str.slice(keyword);
        const value = args[nargs + i];
        if (std.mem.eql(u8, name, "sep")) {
            sep_word = value;
        } else if (std.mem.eql(u8, name, "end")) {
            end_word = value;
        } else if (std.mem.eql(u8, name, "file")) {
            file_word = value;
        } else if (std.mem.eql(u8, name, "flush")) {
            flush_word = value;
        } else {
            return err.raise(.TypeError, "print() got an unexpected keyword argument '{s}'", .{name});
        }
    }
    const sep = separator(sep_word, "sep", " ") orelse return 0;
    const end = separator(end_word, "end", "\n") orelse return 0;
    var flushing = false;
    if (flush_word != 0) {
        const t = ops.truth(flush_word);
        if (t < 0) return 0;
        flushing = t != 0;
    }
    var target: Target = .{ .object = 0 };
    if (file_word != 0 and !singletons.isNone(file_word)) {
        target.object = file_word;
    } else {
        target.object = sys.stream("stdout");
        if (target.object == 0 and sys.isLoaded()) return err.raise(.RuntimeError, "lost sys.stdout", .{});
        if (target.object != 0 and singletons.isNone(target.object)) return singletons.noneWord();
    }
    const native_target = isNativeStdout(target.object);
    if (native_target) {
        if (target.object != 0 and !file.checkOpen(object.ptr(file.File, target.object))) return 0;
        target.object = 0;
    }
    _ = rc.retainMaybe(target.object);
    defer rc.releaseMaybe(target.object);
    for (args[0..nargs], 0..) |w, i| {
        if (i > 0 and !target.writeSlice(sep)) return 0;
        if (!target.writeValue(w)) return 0;
    }
    if (!target.writeSlice(end)) return 0;
    if (!flushing) return singletons.noneWord();
    if (target.object == 0) {
        const number = io.flush();
        return if (number == 0) singletons.noneWord() else err.fromErrno(number, 0);
    }
    if (object.isExact(target.object, .file)) {
        return if (file.flush(object.ptr(file.File, target.object))) singletons.noneWord() else 0;
    }
    const result = call.method(target.object, "flush", &.{});
    if (result == 0) return 0;
    rc.release(result);
    return singletons.noneWord();
}

fn isNativeStdout(w: Word) bool {
    if (w == 0) return true;
    return object.isExact(w, .file) and object.ptr(file.File, w).kind == .stdout;
}

fn input(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    const out = sys.stream("stdout");
    const target: Target = .{ .object = if (isNativeStdout(out)) 0 else out };
    if (nargs == 1 and !target.writeValue(args[0])) return 0;
    const number = io.flush();
    if (number != 0) return err.fromErrno(number, 0);
    const in = sys.stream("stdin");
    if (in == 0 or singletons.isNone(in)) return err.raise(.RuntimeError, "input(): lost sys.stdin", .{});
    _ = rc.retain(in);
    defer rc.release(in);
    const line = if (object.isExact(in, .file)) file_methods.readline(in, args, 0, 0) else call.method(in, "readline", &.{});
    if (line == 0) return 0;
    defer rc.release(line);
    if (!str.isStr(line)) return err.raise(.TypeError, "object.readline() returned non-string", .{});
    const bytes = str.slice(line);
    if (bytes.len == 0) return err.raise(.EOFError, "EOF when reading a line", .{});
    return str.fromSlice(if (bytes[bytes.len - 1] == '\n') bytes[0 .. bytes.len - 1] else bytes);
}

pub const functions = .{
    .{ "print", print, 0, -1, .keywords },
    .{ "input", input, 0, 1 },
};
