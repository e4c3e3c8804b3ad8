//! Memory for objects and buffers: size classes in 64 KiB pages, spans of pages for bigger blocks, direct maps beyond.
//!
//! Invariants
//! - Every block starts inside the first 64 KiB of a region aligned to 64 KiB whose first bytes are a `Page`; so the page of a block is
//!   found by masking its address.
//! - Blocks are aligned to 16. Sizes up to `max_small` come from free lists; a freed block's first word links it.
//! - Spans of up to `max_span` pages are recycled by exact length (longer ones are split); longer regions are mapped
//!   on their own and go back to the system when freed.
//! - `bytes`/`object` never fail: exhausted memory ends the program. `try…` return null, for sizes that the user controls.
const std = @import("std");
const prune = @import("prune.zig");
const builtin = @import("builtin");
const obj = @import("object.zig");
const type_ = @import("type.zig");
const Header = obj.Header;
const ShapeId = obj.ShapeId;

const is_wasm = builtin.cpu.arch.isWasm();
/// Debug builds know which blocks are objects, so that leaks can be listed.
pub const track = builtin.mode == .Debug;

const page_size = 1 << 16;
const max_span = 16;
pub const max_small = 8192;
const class_count = 36;
const big_class = 0xffff_ffff;
const direct_class = 0xffff_fffe;

const Page = extern struct {
    /// Size class of its blocks; `big_class`/`direct_class`: one block that fills the region.
    class: u32,
    /// Length of the region in pages.
    units: u32,
    /// Free spans of the same length; in Debug builds all pages in use.
    next: ?*Page,
    prev: ?*Page,
    /// While `trim` runs: free blocks of the page. Otherwise 0.
    free_blocks: u64,
    /// Debug: one bit for each 16 bytes: an object starts here.
    objects: [if (track) page_size / 128 else 0]u8,
};
const first_block = std.mem.alignForward(usize, @sizeOf(Page), 64);

const Free = extern struct { next: ?*Free };
var free_lists: [class_count]?*Free = @splat(null);
var bump: [class_count]usize = @splat(0);
var bump_end: [class_count]usize = @splat(0);
var span_lists: [max_span + 1]?*Page = @splat(null);
/// Long free regions: what is given back to the system comes again as zeroed pages, one fault each. Where memory cannot be
/// given back (wasm) all of them, else few.
var long_spans: ?*Page = null;
var long_units: usize = 0;
const most_long_units = if (is_wasm) std.math.maxInt(usize) else (16 << 20) / page_size;
var arena: usize = 0;
var arena_end: usize = 0;
var arena_next_units: usize = 16;
var used_pages: ?*Page = null;

inline fn classOf(n: usize) usize {
    if (n <= 256) return (n + 15) / 16 -| 1;
    const m = n - 1;
    const lg: u6 = @intCast(63 - @clz(@as(u64, m)));
    return 16 + (@as(usize, lg) - 8) * 4 + ((m >> @intCast(lg - 2)) & 3);
}

inline fn classSize(c: usize) usize {
    if (c < 16) return (c + 1) * 16;
    const lg: u6 = @intCast(8 + (c - 16) / 4);
    return (@as(usize, 1) << @intCast(lg)) + (((c - 16) % 4 + 1) << @intCast(lg - 2));
}

inline fn pageOf(p: usize) *Page {
    return @ptrFromInt(p & ~@as(usize, page_size - 1));
}

/// Ends the program: memory that the program cannot do without is exhausted.
pub fn outOfMemory() noreturn {
    fatal("pyaot: out of memory\n");
}

/// Writes a message to stderr and ends the program with status 134 (as after abort).
pub fn fatal(message: []const u8) noreturn {
    _ = std.c.write(2, message.ptr, message.len);
    std.c._exit(134);
}

/// Fresh zeroed region aligned to a page, or null.
fn mapRegion(units: usize) ?usize {
    if (is_wasm) {
        const old = @wasmMemoryGrow(0, units);
        return if (old < 0) null else @as(usize, @intCast(old)) * page_size;
    }
    const linux = std.os.linux;
    const size = units * page_size;
    const prot = linux.PROT.READ | linux.PROT.WRITE;
    // Accounted for: the system refuses at once what the machine can never have, which becomes a MemoryError.
    const got = linux.mmap(null, size + page_size, prot, .{ .TYPE = .PRIVATE, .ANONYMOUS = true }, -1, 0);
    if (isError(got)) return null;
    const start = std.mem.alignForward(usize, got, page_size);
    if (start > got) unmap(got, start - got);
    const end = got + size + page_size;
    if (end > start + size) unmap(start + size, end - (start + size));
    return start;
}

inline fn isError(result: usize) bool {
    return result > ~@as(usize, 4095);
}

fn unmap(start: usize, len: usize) void {
    if (is_wasm) return;
    // A failed unmap keeps the memory, nothing else.
    _ = std.os.linux.munmap(@ptrFromInt(start), len);
}

fn takeSpan(units: usize) ?*Page {
    if (units > max_span) return takeLong(units);
    var n = units;
    while (n <= max_span) : (n += 1) {
        const page = span_lists[n] orelse continue;
        span_lists[n] = page.next;
        if (n > units) giveSpan(@intFromPtr(page) + units * page_size, n - units);
        page.units = @intCast(units);
        return page;
    }
    if (arena_end - arena < units * page_size) {
        if (arena_end > arena) giveSpan(arena, (arena_end - arena) / page_size);
        arena = 0;
        arena_end = 0;
        var want = arena_next_units;
        arena = mapRegion(want) orelse again: {
            // The smallest region that serves any span.
            want = max_span;
            dropLong();
            break :again mapRegion(want) orelse return null;
        };
        arena_end = arena + want * page_size;
        if (arena_next_units < 1024) arena_next_units *= 2;
    }
    const page: *Page = @ptrFromInt(arena);
    arena += units * page_size;
    page.units = @intCast(units);
    return page;
}

fn giveSpan(start: usize, units: usize) void {
    var at = start;
    var left = units;
    while (left > 0) {
        const n: usize = @min(left, max_span);
        const page: *Page = @ptrFromInt(at);
        page.units = @intCast(n);
        page.next = span_lists[n];
        span_lists[n] = page;
        at += n * page_size;
        left -= n;
    }
}

fn takeLong(units: usize) ?*Page {
    if (units > std.math.maxInt(u32)) return null;
    var link = &long_spans;
    while (link.*) |page| : (link = &page.next) {
        if (page.units >= units and page.units <= units * 2) {
            link.* = page.next;
            long_units -= page.units;
            return page;
        }
    }
    const page: *Page = @ptrFromInt(mapRegion(units) orelse again: {
        dropLong();
        break :again mapRegion(units) orelse return null;
    });
    page.units = @intCast(units);
    return page;
}

/// Gives the long free regions back.
fn dropLong() void {
    if (is_wasm) return;
    while (long_spans) |page| {
        long_spans = page.next;
        unmap(@intFromPtr(page), @as(usize, page.units) * page_size);
    }
    long_units = 0;
}

fn noteUsed(page: *Page) void {
    if (!track) return;
    @memset(&page.objects, 0);
    page.prev = null;
    page.next = used_pages;
    if (used_pages) |p| p.prev = page;
    used_pages = page;
}

fn noteUnused(page: *Page) void {
    if (!track) return;
    if (page.prev) |p| p.next = page.next else used_pages = page.next;
    if (page.next) |n| n.prev = page.prev;
}

noinline fn refill(c: usize) ?[*]u8 {
    const size = classSize(c);
    const page = takeSpan(1) orelse return null;
    page.class = @intCast(c);
    page.free_blocks = 0;
    small_pages += 1;
    noteUsed(page);
    const start = @intFromPtr(page) + first_block;
    bump[c] = start + size;
    bump_end[c] = start + (page_size - first_block) / size * size;
    return @ptrFromInt(start);
}

inline fn takeSmall(c: usize) ?[*]u8 {
    if (free_lists[c]) |block| {
        free_lists[c] = block.next;
        return @ptrCast(block);
    }
    const at = bump[c];
    if (at < bump_end[c]) {
        bump[c] = at + classSize(c);
        return @ptrFromInt(at);
    }
    return refill(c);
}

noinline fn takeBig(n: usize) ?[*]u8 {
    if (n > 1 << 46) return null;
    const units = (n + first_block + page_size - 1) / page_size;
    const page = takeSpan(units) orelse return null;
    page.class = if (units <= max_span) big_class else direct_class;
    noteUsed(page);
    return @ptrFromInt(@intFromPtr(page) + first_block);
}

/// A block of at least `n` bytes with undefined contents, or null.
pub inline fn tryBytes(n: usize) ?[*]u8 {
    return if (n <= max_small) takeSmall(classOf(n)) else takeBig(n);
}

/// A block of at least `n` bytes with undefined contents; never fails.
pub inline fn bytes(n: usize) [*]u8 {
    return tryBytes(n) orelse outOfMemory();
}

/// An array with undefined contents; free it with `free(slice.ptr)`.
pub inline fn array(comptime T: type, n: usize) [*]T {
    const size = std.math.mul(usize, n, @sizeOf(T)) catch outOfMemory();
    return @ptrCast(@alignCast(bytes(size)));
}

/// As `array`, null if there is not enough memory.
pub inline fn tryArray(comptime T: type, n: usize) ?[*]T {
    const size = std.math.mul(usize, n, @sizeOf(T)) catch return null;
    return @ptrCast(@alignCast(tryBytes(size) orelse return null));
}

/// Bytes that may be used in a block.
pub fn usableSize(p: anytype) usize {
    const at = @intFromPtr(p);
    const page = pageOf(at);
    return if (page.class < class_count) classSize(page.class) else @as(usize, page.units) * page_size - first_block;
}

/// Gives a block back. `p` is any pointer that an allocation returned.
pub fn free(p: anytype) void {
    const at = @intFromPtr(p);
    const page = pageOf(at);
    if (track) {
        unmarkObject(at);
        @memset(@as([*]u8, @ptrFromInt(at))[0..@min(usableSize(p), 256)], 0xdd);
    }
    const c = page.class;
    if (c < class_count) {
        const block: *Free = @ptrFromInt(at);
        block.next = free_lists[c];
        free_lists[c] = block;
        return;
    }
    noteUnused(page);
    // What frees a big block has often freed many small ones just before.
    defer if (small_pages >= trim_from) trimInTime();
    if (c == big_class) return giveSpan(@intFromPtr(page), page.units);
    if (page.units <= most_long_units - long_units) {
        page.next = long_spans;
        long_spans = page;
        long_units += page.units;
        return;
    }
    unmap(@intFromPtr(page), @as(usize, page.units) * page_size);
}

/// Pages that are cut into small blocks.
var small_pages: usize = 0;
/// Fewer of them are not worth looking at.
const trim_from = (8 << 20) / page_size;
/// Empty pages that the running trim has left as they are.
var kept_empty: usize = 0;
const most_kept_empty = (16 << 20) / page_size;
/// Nanoseconds: when the last trim ended, how long it took.
var trim_end: u64 = 0;
var trim_took: u64 = 0;

fn now() u64 {
    var t: std.c.timespec = undefined;
    if (std.c.clock_gettime(.MONOTONIC, &t) != 0) return 0;
    return @as(u64, @intCast(t.sec)) * std.time.ns_per_s + @as(u64, @intCast(t.nsec));
}

/// Gives empty pages back to the system, unless that has just been tried: it takes a fiftieth of the time at most.
pub noinline fn trimInTime() void {
    if (is_wasm or small_pages < trim_from) return;
    const start = now();
    if (start -% trim_end < 50 * trim_took) return;
    kept_empty = 0;
    for (0..class_count) |c| trim(c);
    trim_end = now();
    trim_took = trim_end -% start;
}

/// Takes the pages of a size class all whose blocks are free out of its list.
fn trim(c: usize) void {
    const whole = (page_size - first_block) / classSize(c);
    var at = free_lists[c];
    while (at) |block| : (at = block.next) pageOf(@intFromPtr(block)).free_blocks += 1;
    const open: ?*Page = if (bump[c] < bump_end[c]) pageOf(bump[c]) else null;
    var kept: ?*Free = null;
    var tail: *?*Free = &kept;
    var empty: ?*Page = null;
    at = free_lists[c];
    while (at) |block| {
        at = block.next;
        const page = pageOf(@intFromPtr(block));
        if (page.free_blocks < whole or page == open) {
            tail.* = block;
            tail = &block.next;
        } else if (page.free_blocks == whole) {
            // The first of its blocks that is met: the others pass by.
            page.free_blocks = whole + 1;
            noteUnused(page);
            page.next = empty;
            empty = page;
        }
    }
    tail.* = null;
    free_lists[c] = kept;
    at = kept;
    while (at) |block| : (at = block.next) pageOf(@intFromPtr(block)).free_blocks = 0;
    while (empty) |page| {
        empty = page.next;
        small_pages -= 1;
        // Some keep their memory for what comes next.
        if (kept_empty < most_kept_empty) {
            kept_empty += 1;
        } else {
            // A failure keeps the memory, nothing else. The first part holds the page's record.
            const start = @intFromPtr(page) + 4096;
            _ = std.os.linux.madvise(@ptrFromInt(start), page_size - 4096, std.os.linux.MADV.DONTNEED);
        }
        giveSpan(@intFromPtr(page), 1);
    }
}

/// Grows or shrinks a block, keeping its contents up to the smaller size; may move it. Null: not enough memory, the block is unchanged.
pub fn tryResize(p: anytype, n: usize) ?[*]u8 {
    const old: [*]u8 = @ptrFromInt(@intFromPtr(p));
    const have = usableSize(old);
    if (n <= have and (have <= 64 or n >= have / 2 or (have > max_small and n > max_small and have <= page_size))) return old;
    if (!is_wasm and pageOf(@intFromPtr(old)).class == direct_class and n > max_span * page_size) return remap(old, n);
    const fresh = tryBytes(n) orelse return null;
    @memcpy(fresh[0..@min(have, n)], old[0..@min(have, n)]);
    if (track and isMarked(@intFromPtr(old))) markObject(@intFromPtr(fresh));
    free(old);
    return fresh;
}

/// As `tryResize`, never fails.
pub fn resize(p: anytype, n: usize) [*]u8 {
    return tryResize(p, n) orelse outOfMemory();
}

/// Moves page tables instead of bytes.
fn remap(old: [*]u8, n: usize) ?[*]u8 {
    const linux = std.os.linux;
    if (n > 1 << 46) return null;
    const page = pageOf(@intFromPtr(old));
    const old_size = @as(usize, page.units) * page_size;
    const units = (n + first_block + page_size - 1) / page_size;
    const size = units * page_size;
    if (units > std.math.maxInt(u32)) return null;
    if (!isError(linux.mremap(@ptrCast(page), old_size, size, .{}, null))) {
        page.units = @intCast(units);
        return old;
    }
    const target = mapRegion(units) orelse return null;
    noteUnused(page);
    const flags: linux.MREMAP = .{ .MAYMOVE = true, .FIXED = true };
    if (isError(linux.mremap(@ptrCast(page), old_size, size, flags, @ptrFromInt(target)))) {
        unmap(target, size);
        relink(page);
        return null;
    }
    const moved: *Page = @ptrFromInt(target);
    moved.units = @intCast(units);
    relink(moved);
    return @ptrFromInt(target + first_block);
}

fn relink(page: *Page) void {
    if (!track) return;
    page.prev = null;
    page.next = used_pages;
    if (used_pages) |p| p.prev = page;
    used_pages = page;
}

/// Builtin classes whose instances can never be part of a cycle.
fn isAcyclic(comptime id: ShapeId) bool {
    return switch (id) {
        .none, .bool_, .int, .float, .complex, .str, .bytes, .bytearray, .range, .long_range, .ellipsis => true,
        .not_implemented, .str_iter, .bytes_iter, .bytearray_iter, .range_iter, .long_range_iter, .sized_buffer, .code => true,
        else => false,
    };
}

inline fn initHeader(h: *Header, shape: anytype) void {
    if (@TypeOf(shape) != u32) prune.creates(shape);
    if (@TypeOf(shape) == u32) {
        const quiet: u32 = if (type_.typeOfShape(shape).flags.acyclic) obj.rc_quiet else 0;
        h.* = .{ .rc = obj.rc_one | quiet, .shape = shape };
    } else {
        const id: ShapeId = shape;
        h.* = .{ .rc = obj.rc_one | (if (comptime isAcyclic(id)) obj.rc_quiet else 0), .shape = @intFromEnum(id) };
    }
}

/// A new object with count 1; `shape` is a `ShapeId` literal known at compile time or a `u32`. `extra` bytes follow the fixed part.
/// Fields besides the header are undefined.
pub inline fn object(comptime T: type, shape: anytype, extra: usize) *T {
    return tryObject(T, shape, extra) orelse outOfMemory();
}

/// As `object`, where objects of the class must have existed for a program to come here: it does not keep the class (`prune.zig`).
pub inline fn another(comptime T: type, comptime shape: ShapeId) *T {
    const raw = tryBytes(@sizeOf(T)) orelse outOfMemory();
    const result: *T = @ptrCast(@alignCast(raw));
    const h: *Header = @ptrCast(result);
    h.* = .{ .rc = obj.rc_one | (if (comptime isAcyclic(shape)) obj.rc_quiet else 0), .shape = @intFromEnum(shape) };
    if (track) markObject(@intFromPtr(raw));
    return result;
}

/// As `object`, null if there is not enough memory.
pub inline fn tryObject(comptime T: type, shape: anytype, extra: usize) ?*T {
    const raw = tryBytes(@sizeOf(T) + extra) orelse return null;
    const result: *T = @ptrCast(@alignCast(raw));
    initHeader(@ptrCast(result), if (@TypeOf(shape) == u32) shape else @as(ShapeId, shape));
    if (track) markObject(@intFromPtr(raw));
    return result;
}

/// Turns a plain block into an object of `size` bytes with count 1 (may move it); fields besides the header keep their bytes.
pub fn adoptObject(block: [*]u8, comptime shape: ShapeId, size: usize) [*]u8 {
    const raw = resize(block, size);
    initHeader(@ptrCast(@alignCast(raw)), shape);
    if (track) markObject(@intFromPtr(raw));
    return raw;
}

fn bitOf(at: usize) struct { *u8, u8 } {
    const page = pageOf(at);
    const index = (at & (page_size - 1)) / 16;
    return .{ &page.objects[index / 8], @as(u8, 1) << @intCast(index % 8) };
}
fn markObject(at: usize) void {
    const byte, const bit = bitOf(at);
    byte.* |= bit;
}
fn unmarkObject(at: usize) void {
    const byte, const bit = bitOf(at);
    byte.* &= ~bit;
}
fn isMarked(at: usize) bool {
    const byte, const bit = bitOf(at);
    return byte.* & bit != 0;
}

/// Debug builds: calls `visit` for each live object.
pub fn forEachObject(context: anytype, comptime visit: fn (@TypeOf(context), *Header) void) void {
    if (!track) return;
    var page = used_pages;
    while (page) |p| : (page = p.next) {
        for (&p.objects, 0..) |byte, i| {
            if (byte == 0) continue;
            for (0..8) |bit| {
                if (byte >> @intCast(bit) & 1 == 0) continue;
                visit(context, @ptrFromInt(@intFromPtr(p) + (i * 8 + bit) * 16));
            }
        }
    }
}

/// Debug builds: number of live objects that are counted (not immortal).
pub fn liveObjects() usize {
    var n: usize = 0;
    forEachObject(&n, struct {
        fn visit(count: *usize, h: *Header) void {
            if (h.rc & obj.rc_uncounted == 0) count.* += 1;
        }
    }.visit);
    return n;
}

test "blocks keep their contents through resizing" {
    var p = bytes(16);
    for (0..10) |i| p[i] = @intCast(i);
    var n: usize = 17;
    while (n < 40 << 20) : (n = n * 3 / 2 + 1) {
        p = resize(p, n);
        try std.testing.expect(usableSize(p) >= n);
        try std.testing.expectEqual(@as(usize, 0), @intFromPtr(p) % 16);
        for (0..10) |i| try std.testing.expectEqual(@as(u8, @intCast(i)), p[i]);
        // The last byte is writable; the first ten are what is compared.
        if (n > 10) p[n - 1] = 1;
    }
    p = resize(p, 100);
    for (0..10) |i| try std.testing.expectEqual(@as(u8, @intCast(i)), p[i]);
    free(p);
}

test "pages without blocks go back and are used again" {
    var blocks: [40000]?[*]u8 = undefined;
    for (0..3) |round| {
        for (&blocks, 0..) |*b, i| {
            b.* = bytes(200);
            b.*.?[0] = @truncate(i);
        }
        const pages = small_pages;
        for (&blocks, 0..) |*b, i| {
            try std.testing.expectEqual(@as(u8, @truncate(i)), b.*.?[0]);
            if (i % 4096 == round) continue;
            free(b.*.?);
            b.* = null;
        }
        trim(classOf(200));
        try std.testing.expect(small_pages < pages - 100);
        for (&blocks) |b| if (b) |left| free(left);
    }
}

test "size classes hold what they promise" {
    for (1..max_small + 1) |n| {
        const c = classOf(n);
        try std.testing.expect(classSize(c) >= n);
        if (c > 0) try std.testing.expect(classSize(c - 1) < n);
    }
    try std.testing.expect(tryBytes(1 << 50) == null);
}
