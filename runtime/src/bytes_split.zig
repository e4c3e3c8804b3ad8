//! Methods of bytes and bytearray that take a value apart: split, rsplit, splitlines, partition, rpartition.
const std = @import("std");
const object = @import("object.zig");
const rc = @import("rc.zig");
const err = @import("err.zig");
const args_ = @import("args.zig");
const int = @import("int.zig");
const search = @import("search.zig");
const like = @import("bytes_like.zig");
const shared = @import("bytes_methods.zig");
const list = @import("list.zig");
const tuple = @import("tuple.zig");
const ops = @import("ops.zig");
const s_ = @import("singletons.zig");
const Word = object.Word;

fn isSpace(c: u8) bool {
    return c == ' ' or (c >= 9 and c <= 13);
}

pub fn Typed(comptime mutable: bool) type {
    return struct {
        fn new(s: []const u8) Word {
            return shared.make(mutable, s);
        }
        fn push(l: Word, s: []const u8) void {
            list.appendOwned(object.ptr(object.List, l), new(s));
        }

        fn bySpace(v: []const u8, limit: usize, from_end: bool) Word {
            const out = list.new(0);
            var left = limit;
            var start: usize = 0;
            var end = v.len;
            while (true) {
                if (from_end) {
                    while (end > start and isSpace(v[end - 1])) end -= 1;
                } else while (start < end and isSpace(v[start])) start += 1;
                if (start == end) break;
                if (left == 0) {
                    // The rest keeps its spaces, those at its far end too.
                    push(out, v[start..end]);
                    break;
                }
                left -= 1;
                if (from_end) {
                    const stop = end;
                    while (end > start and !isSpace(v[end - 1])) end -= 1;
                    push(out, v[end..stop]);
                } else {
                    const first = start;
                    while (start < end and !isSpace(v[start])) start += 1;
                    push(out, v[first..start]);
                }
            }
            return out;
        }

        fn bySep(v: []const u8, sep: []const u8, limit: usize, from_end: bool) Word {
            const out = list.new(0);
            var start: usize = 0;
            var end = v.len;
            var left = limit;
            while (left > 0) : (left -= 1) {
                if (from_end) {
                    const at = search.rfind(v[0..end], sep) orelse break;
                    push(out, v[at + sep.len .. end]);
                    end = at;
                } else {
                    const at = search.find(v, sep, start) orelse break;
                    push(out, v[start..at]);
                    start = at + sep.len;
                }
            }
            push(out, v[start..end]);
            return out;
        }

        fn splitter(comptime name: []const u8, comptime from_end: bool) object.NativeFn {
            return struct {
                fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
                    var out: [2]Word = undefined;
                    if (!args_.bind(.{ .name = name, .params = &.{ "sep", "maxsplit" }, .positional = 2, .required = 0 }, args, nargs, kwnames, &out)) return 0;
                    var limit: usize = std.math.maxInt(usize);
                    if (out[1] != 0) {
                        const n = int.toSsize(out[1]) orelse return 0;
                        if (n >= 0) limit = @intCast(n);
                    }
                    const v = like.view(self).?;
                    var result: Word = undefined;
                    if (out[0] == 0 or s_.isNone(out[0])) {
                        result = bySpace(v, limit, from_end);
                    } else {
                        const sep = like.require(out[0]) orelse return 0;
                        if (sep.len == 0) return err.raise(.ValueError, "empty separator", .{});
                        result = bySep(v, sep, limit, from_end);
                    }
                    if (from_end) std.mem.reverse(Word, list.items(result));
                    return result;
                }
            }.f;
        }
        pub const split = splitter("split", false).*;
        pub const rsplit = splitter("rsplit", true).*;

        pub fn splitlines(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
            var out: [1]Word = undefined;
            if (!args_.bind(.{ .name = "splitlines", .params = &.{"keepends"}, .positional = 1, .required = 0 }, args, nargs, kwnames, &out)) return 0;
            const keep = if (out[0] == 0) 0 else ops.truth(out[0]);
            if (keep < 0) return 0;
            const v = like.view(self).?;
            const lines = list.new(0);
            var i: usize = 0;
            while (i < v.len) {
                const start = i;
                while (i < v.len and v[i] != '\n' and v[i] != '\r') i += 1;
                var end = i;
                if (i < v.len) {
                    i += if (v[i] == '\r' and i + 1 < v.len and v[i + 1] == '\n') 2 else 1;
                    if (keep != 0) end = i;
                }
                push(lines, v[start..end]);
            }
            return lines;
        }

        fn partitioner(comptime from_end: bool) object.NativeFn {
            return struct {
                fn f(self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word {
                    _ = .{ nargs, kwnames };
                    const held = (if (mutable) like.copied(args[0]) else null) orelse rc.retain(args[0]);
                    if (held == 0) return 0;
                    defer rc.release(held);
                    const sep = like.require(held) orelse return 0;
                    if (sep.len == 0) return err.raise(.ValueError, "empty separator", .{});
                    const v = like.view(self).?;
                    const found = if (from_end) search.rfind(v, sep) else search.find(v, sep, 0);
                    if (found) |at| return tuple.fromOwned(&.{ new(v[0..at]), new(sep), new(v[at + sep.len ..]) });
                    // bytes are not copied, not even those of a subclass.
                    const whole = if (mutable) new(v) else rc.retain(self);
                    if (from_end) return tuple.fromOwned(&.{ new(""), new(""), whole });
                    return tuple.fromOwned(&.{ whole, new(""), new("") });
                }
            }.f;
        }
        pub const partition = partitioner(false).*;
        pub const rpartition = partitioner(true).*;
    };
}
