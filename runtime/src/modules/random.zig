//! `_random`: the Mersenne Twister MT19937, bit for bit as CPython seeds and reads it.
//!
//! Invariant: `index` ≤ 624 numbers of `state` are used up.
const std = @import("std");
const object = @import("../object.zig");
const types = @import("../type.zig");
const alloc = @import("../alloc.zig");
const rc = @import("../rc.zig");
const err = @import("../err.zig");
const int = @import("../int.zig");
const int_bits = @import("../int_bits.zig");
const mag = @import("../mag.zig");
const ops = @import("../ops.zig");
const float = @import("../float.zig");
const tuple = @import("../tuple.zig");
const args_ = @import("../args.zig");
const instance = @import("../instance.zig");
const singletons = @import("../singletons.zig");
const native = @import("native.zig");
const Word = object.Word;

pub const name = "_random";
pub const doc = "Module implements the Mersenne Twister random number generator.";
pub const shadowable = true;

const n = 624;
const m = 397;
const Random = extern struct { h: object.Header, index: u64, state: [n]u32 };
pub var random_type: types.Type = .{
    .h = types.static_header,
    .c_name = "_random.Random",
    .fixed_size = @sizeOf(Random),
    .flags = .{ .base = true, .acyclic = true, .default_getattr = true },
    .slots = .{ .dealloc = rc.deallocPlain, .new = new, .init = init },
};
const methods = .{
    .{ "random", random, 0, 0 },
    .{ "seed", seed, 0, 1 },
    .{ "getstate", getState, 0, 0 },
    .{ "setstate", setState, 1, 1 },
    .{ "getrandbits", getRandBits, 1, 1 },
};
pub const functions = .{};
pub const classes = .{.{ "Random", &random_type, methods }};

fn of(w: Word) *Random {
    return object.ptr(Random, w);
}

fn generate(r: *Random) u32 {
    if (r.index >= n) refill(r);
    var y = r.state[@intCast(r.index)];
    r.index += 1;
    y ^= y >> 11;
    y ^= (y << 7) & 0x9d2c5680;
    y ^= (y << 15) & 0xefc60000;
    return y ^ (y >> 18);
}
fn refill(r: *Random) void {
    const s = &r.state;
    for (0..n) |k| {
        const y = (s[k] & 0x80000000) | (s[(k + 1) % n] & 0x7fffffff);
        s[k] = s[(k + m) % n] ^ (y >> 1) ^ (if (y & 1 != 0) @as(u32, 0x9908b0df) else 0);
    }
    r.index = 0;
}
fn seedNumber(r: *Random, number: u32) void {
    r.state[0] = number;
    for (1..n) |k| {
        const before = r.state[k - 1];
        r.state[k] = 1812433253 *% (before ^ (before >> 30)) +% @as(u32, @intCast(k));
    }
    r.index = n;
}
fn seedArray(r: *Random, key: []const u32) void {
    seedNumber(r, 19650218);
    const s = &r.state;
    var i: usize = 1;
    var j: usize = 0;
    for (0..@max(n, key.len)) |_| {
        s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) *% 1664525)) +% key[j] +% @as(u32, @intCast(j));
        i += 1;
        j += 1;
        if (i >= n) {
            s[0] = s[n - 1];
            i = 1;
        }
        if (j >= key.len) j = 0;
    }
    for (0..n - 1) |_| {
        s[i] = (s[i] ^ ((s[i - 1] ^ (s[i - 1] >> 30)) *% 1566083941)) -% @as(u32, @intCast(i));
        i += 1;
        if (i >= n) {
            s[0] = s[n - 1];
            i = 1;
        }
    }
    s[0] = 0x80000000;
}

extern "c" fn getrandom(buffer: [*]u8, size: usize, flags: c_uint) isize;
fn seedFrom(r: *Random, w: Word) bool {
    if (w == 0 or singletons.isNone(w)) {
        var key: [n]u32 = undefined;
        const bytes = std.mem.asBytes(&key);
        var done: usize = 0;
        while (done < bytes.len) {
            const got = getrandom(bytes.ptr + done, bytes.len - done, 0);
            if (got < 0) {
                _ = err.fromErrno(std.c._errno().*, 0);
                return false;
            }
            done += @intCast(got);
        }
        seedArray(r, &key);
        return true;
    }
    var small: [1]u64 = undefined;
    var limbs: mag.Limbs = undefined;
    if (int.isInt(w)) {
        limbs = int.view(int.valueOf(w), &small).limbs;
    } else {
        const h = ops.hash(w);
        if (h == -1) return false;
        small[0] = @bitCast(h);
        limbs = &small;
    }
    limbs = mag.norm(limbs);
    const words = alloc.tryArray(u32, limbs.len * 2 + 1) orelse {
        _ = err.noMemory();
        return false;
    };
    defer alloc.free(words);
    words[0] = 0;
    for (limbs, 0..) |limb, i| {
        words[2 * i] = @truncate(limb);
        words[2 * i + 1] = @intCast(limb >> 32);
    }
    var len = limbs.len * 2;
    while (len > 1 and words[len - 1] == 0) len -= 1;
    seedArray(r, words[0..@max(len, 1)]);
    return true;
}

fn new(class: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const r = instance.allocate(Random, class);
    @memset(&r.state, 0);
    r.index = n;
    return object.word(r);
}
fn init(w: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) i32 {
    if (types.typeOf(w).slots.init == &init and !args_.noKeywords("Random", kwnames)) return -1;
    if (!args_.checkCount("Random", nargs, 0, 1)) return -1;
    return if (seedFrom(of(w), if (nargs == 0) 0 else args[0])) 0 else -1;
}
fn random(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const r = of(w);
    const a: f64 = @floatFromInt(generate(r) >> 5);
    const b: f64 = @floatFromInt(generate(r) >> 6);
    return float.new((a * 67108864.0 + b) * (1.0 / 9007199254740992.0));
}
fn seed(w: Word, args: [*]const Word, nargs: usize, _: Word) callconv(.c) Word {
    return if (seedFrom(of(w), if (nargs == 0) 0 else args[0])) singletons.noneWord() else 0;
}
fn getState(w: Word, _: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const r = of(w);
    const t = tuple.create(n + 1);
    for (r.state, 0..) |v, i| t.items()[i] = int.fromU64(v);
    t.items()[n] = int.fromU64(r.index);
    return object.word(t);
}
fn setState(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    if (!tuple.isTuple(args[0])) return err.raise(.TypeError, "state vector must be a tuple", .{});
    const items = tuple.items(args[0]);
    if (items.len != n + 1) return err.raise(.ValueError, "state vector is the wrong size", .{});
    var state: [n]u32 = undefined;
    for (&state, items[0..n]) |*to, item| {
        if (!int.isInt(item)) return err.raise(.TypeError, "an integer is required", .{});
        const v = int.toU64(int.valueOf(item)) orelse {
            if (int.sign(int.valueOf(item)) < 0) return err.raise(.OverflowError, "can't convert negative value to unsigned int", .{});
            return err.raise(.OverflowError, "Python int too large to convert to C unsigned long", .{});
        };
        to.* = @truncate(v);
    }
    if (!int.isInt(items[n])) return err.raise(.TypeError, "an integer is required", .{});
    const index = int.toI64(int.valueOf(items[n])) orelse
        return err.raise(.OverflowError, "Python int too large to convert to C long", .{});
    if (index < 0 or index > n) return err.raise(.ValueError, "invalid state", .{});
    of(w).state = state;
    of(w).index = @intCast(index);
    return singletons.noneWord();
}
fn getRandBits(w: Word, args: [*]const Word, _: usize, _: Word) callconv(.c) Word {
    const k = int.toSsize(args[0]) orelse return 0;
    if (k > std.math.maxInt(c_int) or k < std.math.minInt(c_int)) {
        return err.raise(.OverflowError, "Python int too large to convert to C int", .{});
    }
    if (k < 0) return err.raise(.ValueError, "number of bits must be non-negative", .{});
    if (k == 0) return object.makeSmall(0);
    const r = of(w);
    if (k <= 32) return int.fromU64(generate(r) >> @intCast(32 - k));
    const bits: usize = @intCast(k);
    const p = int.tryRaw((bits + 63) / 64) orelse return err.noMemory();
    const limbs = p.limbs();
    const count = (bits + 31) / 32;
    for (0..count) |i| {
        var v = generate(r);
        if (i == count - 1 and bits % 32 != 0) v >>= @intCast(32 - bits % 32);
        if (i % 2 == 0) limbs[i / 2] = v else limbs[i / 2] |= @as(u64, v) << 32;
    }
    return int.finish(p, false);
}
