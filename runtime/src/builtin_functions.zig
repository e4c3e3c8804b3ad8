//! Builtin functions on single values: numbers, characters, texts, hashes.
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const str = @import("str.zig");
const ops = @import("ops.zig");
const call = @import("call.zig");
const args_ = @import("args.zig");
const names = @import("names.zig");
const repr_ = @import("repr.zig");
const lookup = @import("lookup.zig");
const int_text = @import("int_text.zig");
const int_methods = @import("int_methods.zig");
const float_type = @import("float_type.zig");
const format_value = @import("format_value.zig");
const divmod_ = @import("builtin_divmod.zig");
const singletons = @import("singletons.zig");
const Word = object.Word;

fn abs(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return ops.abs(args[0]);
}
fn ascii(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return repr_.ascii(args[0]);
}
fn repr(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return repr_.repr(args[0]);
}
fn callable(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return singletons.boolWord(call.isCallable(args[0]));
}
fn len(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = ops.len(args[0]);
    return if (n < 0) 0 else int.fromI64(n);
}
fn hash(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const h = ops.hash(args[0]);
    return if (h == -1) 0 else int.fromI64(h);
}

/// Small ints and floats are their values: the same value has the same identity.
fn id(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const w = args[0];
    if (object.isExact(w, .float)) {
        const bits: u64 = @bitCast(object.ptr(object.Float, w).value);
        return int.fromI128((1 << 65) + @as(i128, bits));
    }
    return int.fromU64(w);
}

fn withBase(w: Word, base: u8, prefix: []const u8) Word {
    const n = int.asIndex(w);
    if (n == 0) return 0;
    defer rc.release(n);
    return int_text.format(n, base, prefix);
}
fn bin(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return withBase(args[0], 2, "0b");
}
fn oct(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return withBase(args[0], 8, "0o");
}
fn hex(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return withBase(args[0], 16, "0x");
}

fn chr(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const n = int.asIndex(args[0]);
    if (n == 0) return 0;
    defer rc.release(n);
    const v = int.toI64(n) orelse -1;
    if (v < 0 or v > 0x10ffff) return err.raise(.ValueError, "chr() arg not in range(0x110000)", .{});
    return str.fromCodepoint(@intCast(v));
}

fn ord(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return ordOf(args[0]);
}

/// `ord(w)`; 0: raised.
pub fn ordOf(w: Word) Word {
    var n: usize = undefined;
    if (str.of(w)) |s| {
        if (s.codepoints == 1) return int.fromI64(str.decodeAt(s.slice(), 0));
        n = @intCast(s.codepoints);
    } else if (!object.isSmall(w) and types.typeOf(w).flags.bytes_subclass) {
        const b = object.ptr(object.Bytes, w).slice();
        if (b.len == 1) return int.fromI64(b[0]);
        n = b.len;
    } else if (object.isExact(w, .bytearray)) {
        const b = object.ptr(object.ByteArray, w);
        if (b.len == 1) return int.fromI64(b.data[0]);
        n = @intCast(b.len);
    } else {
        return err.raise(.TypeError, "ord() expected string of length 1, but {t} found", .{w});
    }
    return err.raise(.TypeError, "ord() expected a character, but string of length {d} found", .{n});
}

fn divmod(_: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    return divmod_.divmod(args[0], args[1]);
}

const pow_signature: args_.Signature = .{ .name = "pow", .params = &.{ "base", "exp", "mod" }, .positional = 3, .required = 2 };

fn pow(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [3]Word = undefined;
    if (!args_.bind(pow_signature, args, nargs, kwnames, &given)) return 0;
    if (given[2] == 0 or singletons.isNone(given[2])) return ops.binary(.pow, given[0], given[1]);
    return ops.pow3(given[0], given[1], given[2]);
}

const round_signature: args_.Signature = .{ .name = "round", .params = &.{ "number", "ndigits" }, .positional = 2, .required = 1 };

fn round(_: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
    var given: [2]Word = undefined;
    if (!args_.bind(round_signature, args, nargs, kwnames, &given)) return 0;
    const w = given[0];
    const has_digits = given[1] != 0 and !singletons.isNone(given[1]);
    const rest: [*]const Word = given[1..];
    const count: usize = if (has_digits) 1 else 0;
    if (object.isSmall(w) or object.isExact(w, .int) or object.isExact(w, .bool_)) return int_methods.m_int_round(w, rest, count, 0);
    if (object.isExact(w, .float)) return float_type.m_float_round(w, rest, count, 0);
    const f = lookup.special(w, .__round__);
    if (f == 0) return err.raise(.TypeError, "type {t} doesn't define __round__ method", .{w});
    return call.special(w, f, rest[0..count]);
}

fn format(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    if (nargs > 1 and !str.isStr(args[1])) {
        return err.raise(.TypeError, "format() argument 2 must be str, not {n}", .{args[1]});
    }
    return format_value.format(args[0], if (nargs > 1) args[1] else 0);
}

/// `exit()` and `quit()` of the site module.
fn exit(_: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return if (nargs == 0) err.raiseValue(.SystemExit, singletons.noneWord()) else err.raiseValue(.SystemExit, args[0]);
}

pub const functions = .{
    .{ "abs", abs, 1, 1 },
    .{ "ascii", ascii, 1, 1 },
    .{ "repr", repr, 1, 1 },
    .{ "callable", callable, 1, 1 },
    .{ "len", len, 1, 1 },
    .{ "hash", hash, 1, 1 },
    .{ "id", id, 1, 1 },
    .{ "bin", bin, 1, 1 },
    .{ "oct", oct, 1, 1 },
    .{ "hex", hex, 1, 1 },
    .{ "chr", chr, 1, 1 },
    .{ "ord", ord, 1, 1 },
    .{ "divmod", divmod, 2, 2 },
    .{ "pow", pow, 0, -1, .keywords },
    .{ "round", round, 0, -1, .keywords },
    .{ "format", format, 1, 2 },
    .{ "exit", exit, 0, 1 },
    .{ "quit", exit, 0, 1 },
};
