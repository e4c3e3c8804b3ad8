//! Tests of memory, counts, numbers and text that a comparison with CPython does not show: growth in place, interning,
//! positions in long texts, deep structures, limits.
const std = @import("std");
const object = @import("object.zig");
const alloc = @import("alloc.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const str = @import("str.zig");
const index = @import("str_index.zig");
const int = @import("int.zig");
const list = @import("list.zig");
const ops = @import("ops.zig");
const types = @import("type.zig");
const state = @import("state.zig");
const builtin_types = @import("builtin_types.zig");
const Word = object.Word;
const expect = std.testing.expect;
const expectEqual = std.testing.expectEqual;

var started = false;
fn start() void {
    state.pyrt_state.stack_limit = @frameAddress() - (2 << 20);
    if (started) return;
    started = true;
    builtin_types.init();
    builtin_types.installAll();
}

test "appending in a loop grows in place" {
    start();
    const live = alloc.liveObjects();
    var s = str.fromSlice("ab");
    const piece = str.fromSlice("né");
    const slot = types.typeOf(s).slots.inplace[@intFromEnum(types.BinaryOp.add)].?;
    var moves: usize = 0;
    for (0..200_000) |_| {
        const old = s;
        s = slot(s, piece);
        if (s != old) moves += 1;
    }
    try expect(moves < 400);
    try expectEqual(@as(u64, 400_002), object.ptr(object.Str, s).codepoints);
    try expectEqual(@as(u64, 600_002), object.ptr(object.Str, s).bytes);
    rc.release(s);
    rc.release(piece);
    try expectEqual(live, alloc.liveObjects());
}

test "a shared text is not changed" {
    start();
    const a = str.fromSlice("shared");
    const other = rc.retain(a);
    const b = str.concatConsume(a, object.ptr(object.Str, str.intern("!")));
    try expect(str.eqlSlice(other, "shared"));
    try expect(str.eqlSlice(b, "shared!"));
    rc.release(other);
    rc.release(b);
}

test "interned texts are one object" {
    const w = str.fromSlice("interned once");
    try expectEqual(w, str.internWord(w));
    try expectEqual(w, str.intern("interned once"));
    try expectEqual(str.asciiChar('q'), str.intern("q"));
    try expectEqual(str.empty(), str.fromSlice(""));
}

test "positions in a long text" {
    start();
    var b = str.Builder.init(16);
    for (0..5000) |i| b.appendCodepoint(if (i % 3 == 0) 0x1f600 else if (i % 3 == 1) 'x' else 0xe9);
    const w = b.finish();
    const s = object.ptr(object.Str, w);
    try expectEqual(@as(u64, 5000), s.codepoints);
    var at: usize = 0;
    for (0..5000) |i| {
        try expectEqual(at, index.offset(s, i));
        try expectEqual(i, index.position(s, at));
        at += str.sequenceLength(s.data()[at]);
    }
    try expectEqual(@as(usize, @intCast(s.bytes)), index.offset(s, 5000));
    rc.release(w);
}

test "a list a million deep is freed" {
    start();
    const live = alloc.liveObjects();
    var w = list.new(0);
    for (0..1_000_000) |_| {
        const outer = list.new(1);
        list.appendOwned(object.ptr(object.List, outer), w);
        w = outer;
    }
    rc.release(w);
    try expectEqual(live, alloc.liveObjects());
}

test "the limit of decimal digits" {
    start();
    const big = int.pow(object.makeSmall(10), object.makeSmall(4300));
    defer rc.release(big);
    try expectEqual(@as(Word, 0), int.toStr(big));
    try expect(err.matches(.ValueError));
    err.clear();
    const less = int.sub(big, object.makeSmall(1));
    defer rc.release(less);
    const text = int.toStr(less);
    try expectEqual(@as(u64, 4300), object.ptr(object.Str, text).bytes);
    rc.release(text);
    const hex = int.format(big, 16, "0x");
    try expect(hex != 0);
    rc.release(hex);
}

test "a count that overflows makes the object immortal" {
    const w = str.fromSlice("counted");
    object.header(w).rc = 0x7fff_ffe0 | object.rc_quiet;
    _ = rc.retain(w);
    try expect(object.header(w).rc & object.rc_uncounted != 0);
    const before = object.header(w).rc;
    rc.release(w);
    try expectEqual(before, object.header(w).rc);
}
