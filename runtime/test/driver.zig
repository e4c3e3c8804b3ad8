//! The driver of differential.py: reads operations in prefix notation from stdin, prints the repr of each result or the exception.
//! Build it in a copy of runtime/src (its imports are relative): zig build-exe -fllvm -lc driver.zig
const std = @import("std");
const object = @import("object.zig");
const types = @import("type.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const int = @import("int.zig");
const float = @import("float.zig");
const complex = @import("complex.zig");
const bytes = @import("bytes.zig");
const bytearray = @import("bytearray.zig");
const tuple = @import("tuple.zig");
const list = @import("list.zig");
const dict = @import("dict.zig");
const ops = @import("ops.zig");
const call = @import("call.zig");
const repr = @import("repr.zig");
const state = @import("state.zig");
const s_ = @import("singletons.zig");
const text = @import("int_text.zig");
const fv = @import("format_value.zig");
const slice = @import("slice.zig");
const builtin_types = @import("builtin_types.zig");
const Word = object.Word;

export var pyrt_program: @import("program.zig").Program = std.mem.zeroes(@import("program.zig").Program);

var toks: std.mem.TokenIterator(u8, .scalar) = undefined;

fn hexBytes(h: []const u8) []u8 {
    const buf = std.heap.page_allocator.alloc(u8, h.len / 2 + 1) catch unreachable;
    return std.fmt.hexToBytes(buf[0 .. h.len / 2], h) catch unreachable;
}

fn value() Word {
    const t = toks.next().?;
    return valueOf(t);
}
fn valueOf(t: []const u8) Word {
    const rest = t[1..];
    return switch (t[0]) {
        'i' => int.parse(rest, 10).value,
        'f' => float.new(@bitCast(std.fmt.parseInt(u64, rest, 16) catch unreachable)),
        's' => str.fromSlice(hexBytes(rest)),
        'b' => bytes.fromSlice(hexBytes(rest)),
        'a' => bytearray.fromSlice(hexBytes(rest)),
        'c' => blk: {
            const re: f64 = @bitCast(std.fmt.parseInt(u64, toks.next().?, 16) catch unreachable);
            const im: f64 = @bitCast(std.fmt.parseInt(u64, toks.next().?, 16) catch unreachable);
            break :blk complex.new(.{ .re = re, .im = im });
        },
        'N' => s_.noneWord(),
        'T' => s_.trueWord(),
        'F' => s_.falseWord(),
        't', 'l' => blk: {
            const n = std.fmt.parseInt(usize, rest, 10) catch unreachable;
            const l = list.new(0);
            for (0..n) |_| list.appendOwned(object.ptr(object.List, l), value());
            if (t[0] == 'l') break :blk l;
            const r = list.toTuple(l);
            rc.release(l);
            break :blk r;
        },
        'd' => blk: {
            const n = std.fmt.parseInt(usize, rest, 10) catch unreachable;
            const d = dict.new();
            for (0..n) |_| {
                const k = value();
                const v = value();
                _ = dict.set(d, k, v);
                rc.release(k);
                rc.release(v);
            }
            break :blk d;
        },
        'S' => blk: {
            const a = value();
            const b = value();
            const c = value();
            const r = slice.pyrt_slice_new(a, b, c);
            rc.release(a);
            rc.release(b);
            rc.release(c);
            break :blk r;
        },
        'C' => blk: {
            inline for (.{ .{ "int", &@import("int_type.zig").int_type }, .{ "bool", &@import("int_type.zig").bool_type }, .{ "float", &@import("float_type.zig").float_type }, .{ "complex", &complex.complex_type }, .{ "str", &@import("str_type.zig").str_type }, .{ "bytes", &bytes.bytes_type }, .{ "bytearray", &bytearray.bytearray_type } }) |row| {
                if (std.mem.eql(u8, row[0], rest)) break :blk object.word(row[1]);
            }
            unreachable;
        },
        else => unreachable,
    };
}

fn run(op: []const u8) Word {
    var args: [16]Word = undefined;
    var names: [16]Word = undefined;
    var n: usize = 0;
    var k: usize = 0;
    while (toks.next()) |t| {
        if (t[0] == 'k') {
            names[k] = str.intern(t[1..]);
            k += 1;
            args[n] = value();
        } else args[n] = valueOf(t);
        n += 1;
    }
    defer for (args[0..n]) |w| rc.release(w);
    if (std.mem.startsWith(u8, op, "m:")) {
        const kw = if (k == 0) 0 else tuple.fromSlice(names[0..k]);
        defer rc.releaseMaybe(kw);
        return call.methodKw(args[0], str.intern(op[2..]), args[1..], n - 1 - k, kw);
    }
    if (std.mem.eql(u8, op, "call")) {
        const kw = if (k == 0) 0 else tuple.fromSlice(names[0..k]);
        defer rc.releaseMaybe(kw);
        return call.callKw(args[0], args[1..], n - 1 - k, kw);
    }
    if (std.mem.eql(u8, op, "attr")) return @import("attr.zig").get(args[0], str.slice(args[1]));
    inline for (.{ "add", "sub", "mul", "matmul", "truediv", "floordiv", "mod", "pow", "lshift", "rshift", "and_", "or_", "xor" }) |name| {
        if (std.mem.eql(u8, op, name)) return ops.binary(@field(types.BinaryOp, name), args[0], args[1]);
    }
    inline for (.{ "lt", "le", "eq", "ne", "gt", "ge" }) |name| {
        if (std.mem.eql(u8, op, name)) return ops.compare(args[0], args[1], @field(types.CompareOp, name));
    }
    if (std.mem.eql(u8, op, "getitem")) return ops.getitem(args[0], args[1]);
    if (std.mem.eql(u8, op, "hash")) {
        const h = ops.hash(args[0]);
        return if (h == -1) 0 else int.fromI64(h);
    }
    if (std.mem.eql(u8, op, "contains")) {
        const c = ops.contains(args[0], args[1]);
        return if (c < 0) 0 else s_.boolWord(c != 0);
    }
    if (std.mem.eql(u8, op, "repr")) return repr.repr(args[0]);
    if (std.mem.eql(u8, op, "str")) return repr.str(args[0]);
    if (std.mem.eql(u8, op, "ascii")) return repr.ascii(args[0]);
    if (std.mem.eql(u8, op, "format")) return fv.format(args[0], args[1]);
    if (std.mem.eql(u8, op, "list")) return @import("iter.zig").collect(args[0]);
    if (std.mem.eql(u8, op, "neg")) return types.typeOf(args[0]).slots.neg.?(args[0]);
    if (std.mem.eql(u8, op, "abs")) return types.typeOf(args[0]).slots.abs.?(args[0]);
    if (std.mem.eql(u8, op, "invert")) return types.typeOf(args[0]).slots.invert.?(args[0]);
    if (std.mem.eql(u8, op, "pow3")) return types.typeOf(args[0]).slots.pow3.?(args[0], args[1], args[2]);
    if (std.mem.eql(u8, op, "divmod")) {
        const d = int.divmod(args[0], args[1]) orelse return 0;
        return tuple.fromOwned(&.{ d.q, d.r });
    }
    unreachable;
}

var out: [1 << 16]u8 = undefined;
var out_len: usize = 0;
fn flush() void {
    var at: usize = 0;
    while (at < out_len) at += @intCast(std.c.write(1, out[at..].ptr, out_len - at));
    out_len = 0;
}
fn put(s: []const u8) void {
    for (s) |c| {
        if (out_len == out.len) flush();
        out[out_len] = c;
        out_len += 1;
    }
}

pub fn main() !void {
    @import("state.zig").pyrt_state.stack_limit = @frameAddress() - (4 << 20);
    builtin_types.init();
    builtin_types.installAll();
    text.max_str_digits = 0;
    var input: []u8 = std.heap.page_allocator.alloc(u8, 512 << 20) catch unreachable;
    var len: usize = 0;
    while (true) {
        const r = std.c.read(0, input[len..].ptr, input.len - len);
        if (r <= 0) break;
        len += @intCast(r);
    }
    var lines = std.mem.splitScalar(u8, input[0..len], '\n');
    while (lines.next()) |line| {
        if (line.len == 0) continue;
        toks = std.mem.tokenizeScalar(u8, line, ' ');
        const op = toks.next().?;
        if (std.mem.eql(u8, op, "maxdigits")) {
            text.max_str_digits = 4300;
            continue;
        }
        if (std.mem.eql(u8, op, "live")) {
            put(if (alloc.liveObjects() > 3000) "many\n" else "few\n");
            continue;
        }
        var r = run(op);
        if (r != 0) {
            const shown = repr.ascii(r);
            rc.release(r);
            if (shown != 0) {
                put(str.slice(shown));
                put("\n");
                rc.release(shown);
                continue;
            }
            r = 0;
        }
        const e = err.take();
        if (e == 0) {
            put("0 without exception\n");
            continue;
        }
        put(str.typeName(e));
        put(": ");
        const shown = repr.str(e);
        const a = repr.ascii(shown);
        put(str.slice(a));
        put("\n");
        rc.release(a);
        rc.release(shown);
        rc.release(e);
    }
    flush();
    if (std.c.getenv("LEAKS") != null) {
        var counts: [256]usize = @splat(0);
        alloc.forEachObject(&counts, struct {
            fn visit(c: *[256]usize, h: *object.Header) void {
                if (h.rc & object.rc_uncounted == 0 and h.shape < 256) c[h.shape] += 1;
            }
        }.visit);
        for (counts, 0..) |n, i| if (n > 0) std.debug.print("{s} {d}\n", .{ types.typeOfShape(@intCast(i)).c_name, n });
    }
}
