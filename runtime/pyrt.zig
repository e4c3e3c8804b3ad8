//! What generated code imports: layouts, and the fast paths that are worth a few instructions in place. Everything else is
//! an `extern fn` of the runtime archive, declared by the generated file that uses it.
//!
//! Invariant: no function here does more than its row in the runtime table says; the slow half is that row's entry point.
const object = @import("src/object.zig");

pub const Word = object.Word;
pub const Header = object.Header;
pub const ShapeId = object.ShapeId;
pub const Str = object.Str;
pub const Tuple = object.Tuple;
pub const Code = object.Code;
pub const CodeFlags = object.CodeFlags;
pub const Module = object.Module;
pub const Location = object.Location;
pub const FrameRecord = object.FrameRecord;
pub const AttrCache = object.AttrCache;
pub const Generator = object.Generator;
pub const Function = object.Function;
pub const Cell = object.Cell;
pub const PairI64 = object.PairI64;
pub const PairF64 = object.PairF64;
pub const MethodRow = object.MethodRow;
pub const MethodFlags = object.MethodFlags;
pub const NativeFn = object.NativeFn;

/// Inline, so that for constants nothing behind the test is looked at.
pub inline fn isSmall(w: Word) bool {
    return w & 1 != 0;
}
pub fn smallValue(w: Word) i64 {
    return @as(i64, @bitCast(w)) >> 1;
}
pub fn makeSmall(v: i64) Word {
    return @bitCast((v << 1) | 1);
}

/// A word in static data that is the address of another static object (or a small int).
pub const StaticWord = extern struct {
    address: ?*align(1) const anyopaque,
    high: [8 - @sizeOf(usize)]u8 = @splat(0),

    pub fn of(comptime address: anytype) StaticWord {
        return .{ .address = @ptrCast(address) };
    }
    pub fn small(comptime bits: u64) StaticWord {
        return .{ .address = @ptrFromInt(@as(usize, @truncate(bits))) };
    }
};

/// A module record as static data: the layout of `object.Module`, with an address where that has a word.
pub const StaticModule = extern struct {
    h: Header = immortal(.module),
    namespace: Word = 0,
    name: StaticWord,
    slots: [*]Word,
    slot_names: [*]Word,
    slot_count: u32,
    order_count: u32 = 0,
    order: [*]u32,
    body: ?*const fn (module: *Module) callconv(.c) Word,
    state: u32 = 0,
    is_package: u32,
    file: ?*const Str,
    names: [*]Word,
    name_count: u64,

    comptime {
        const mine = @typeInfo(StaticModule).@"struct".fields;
        const theirs = @typeInfo(Module).@"struct".fields;
        if (mine.len != theirs.len) @compileError("StaticModule and Module differ");
        for (mine, theirs) |a, b| {
            if (@offsetOf(StaticModule, a.name) != @offsetOf(Module, b.name)) @compileError("StaticModule: " ++ a.name);
        }
    }
};

pub fn word(p: *const StaticWord) Word {
    return @as(*const Word, @ptrCast(@alignCast(p))).*;
}

pub fn immortal(comptime shape: ShapeId) Header {
    return .{ .rc = object.rc_immortal, .shape = @intFromEnum(shape) };
}

extern var pyrt_none: Header;
extern var pyrt_true: Header;
extern var pyrt_false: Header;
extern var pyrt_ellipsis: Header;
extern var pyrt_not_implemented: Header;

pub fn none() Word {
    return @intFromPtr(&pyrt_none);
}
pub fn true_() Word {
    return @intFromPtr(&pyrt_true);
}
pub fn false_() Word {
    return @intFromPtr(&pyrt_false);
}
pub fn ellipsis() Word {
    return @intFromPtr(&pyrt_ellipsis);
}
pub fn notImplemented() Word {
    return @intFromPtr(&pyrt_not_implemented);
}
pub const none_word = StaticWord.of(&pyrt_none);
pub const true_word = StaticWord.of(&pyrt_true);
pub const false_word = StaticWord.of(&pyrt_false);
pub const ellipsis_word = StaticWord.of(&pyrt_ellipsis);
pub const not_implemented_word = StaticWord.of(&pyrt_not_implemented);

extern fn pyrt_release(Word) callconv(.c) void;

pub fn retain(w: Word) Word {
    if (!isSmall(w)) {
        const h = object.header(w);
        if (@as(i32, @bitCast(h.rc)) >= 0) h.rc += object.rc_one;
    }
    return w;
}

pub fn retainMaybe(w: Word) Word {
    return if (w == 0) 0 else retain(w);
}

pub fn release(w: Word) void {
    if (isSmall(w)) return;
    const h = object.header(w);
    if (@as(i32, @bitCast(h.rc)) < 0) return;
    // The last reference, or one that the cycle collector wants to hear of.
    if (h.rc < 2 * object.rc_one or h.rc & object.rc_quiet == 0) return pyrt_release(w);
    h.rc -= object.rc_one;
}

pub fn releaseMaybe(w: Word) void {
    if (w != 0) release(w);
}

extern fn pyrt_release_maybe(Word) callconv(.c) void;

// Releases where speed does not matter (`ZigColdBlocks`): a call each, for code that is small and quick to compile.
pub noinline fn drop1(a: Word) void {
    pyrt_release_maybe(a);
}
pub noinline fn drop2(a: Word, b: Word) void {
    pyrt_release_maybe(a);
    pyrt_release_maybe(b);
}
pub noinline fn drop3(a: Word, b: Word, c: Word) void {
    drop2(a, b);
    pyrt_release_maybe(c);
}
pub noinline fn drop4(a: Word, b: Word, c: Word, d: Word) void {
    drop2(a, b);
    drop2(c, d);
}
pub noinline fn drop5(a: Word, b: Word, c: Word, d: Word, e: Word) void {
    drop4(a, b, c, d);
    pyrt_release_maybe(e);
}
pub noinline fn drop6(a: Word, b: Word, c: Word, d: Word, e: Word, f: Word) void {
    drop4(a, b, c, d);
    drop2(e, f);
}

/// Hot fields of the thread state (`state.zig`).
const ThreadStateStorage = extern struct { stack_limit: usize, interrupted: u32, pad: u32 };
extern var pyrt_state: ThreadStateStorage;
extern fn pyrt_check_stack() callconv(.c) i32;
extern fn pyrt_poll() callconv(.c) i32;

/// A signal handler raises the limit above every frame, so one comparison serves both.
pub fn checkStack() i32 {
    return if (@frameAddress() > pyrt_state.stack_limit) 0 else pyrt_check_stack();
}

pub fn poll() i32 {
    // Volatile: the handler changes it behind the loop's back.
    return if (@as(*const volatile u32, &pyrt_state.interrupted).* == 0) 0 else pyrt_poll();
}

extern fn pyrt_int_from_i64(i64) callconv(.c) Word;
extern fn pyrt_int_add(Word, Word) callconv(.c) Word;
extern fn pyrt_int_sub(Word, Word) callconv(.c) Word;
extern fn pyrt_int_mul(Word, Word) callconv(.c) Word;

/// Sum of two tagged ints: (2a+1) + (2b+1) − 1.
pub fn tagAdd(a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        const sum = @addWithOverflow(@as(i64, @bitCast(a)), @as(i64, @bitCast(b - 1)));
        if (sum[1] == 0) return @bitCast(sum[0]);
    }
    return pyrt_int_add(a, b);
}

pub fn tagSub(a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        const difference = @subWithOverflow(@as(i64, @bitCast(a)), @as(i64, @bitCast(b - 1)));
        if (difference[1] == 0) return @bitCast(difference[0]);
    }
    return pyrt_int_sub(a, b);
}

pub fn tagMul(a: Word, b: Word) Word {
    if (a & b & 1 != 0) {
        const product = @mulWithOverflow(@as(i64, @bitCast(a - 1)), smallValue(b));
        if (product[1] == 0) return @as(Word, @bitCast(product[0])) | 1;
    }
    return pyrt_int_mul(a, b);
}

extern var pyrt_site: ?*const Location;
extern var pyrt_frames: ?*FrameRecord;

/// Notes where a call of something unknown stands, for functions that ask who called them (`src/frame.zig`).
pub inline fn site(location: *const Location) void {
    pyrt_site = location;
}

/// What entry points of modules that ask for frames do around the call.
pub fn enterFrame(record: *FrameRecord, code: *const Code) void {
    record.* = .{ .previous = pyrt_frames, .code = code, .site = pyrt_site };
    pyrt_frames = record;
}
pub fn leaveFrame(record: *const FrameRecord) void {
    pyrt_frames = record.previous;
    pyrt_site = record.site;
}

/// An int of any machine value.
pub fn boxInt(v: i64) Word {
    return if ((v << 1) >> 1 == v) makeSmall(v) else pyrt_int_from_i64(v);
}

/// Whether the conversion to a float is exact by its size alone: within ±2^53.
pub fn fitsF64(v: i64) bool {
    return @as(u64, @bitCast(v +% (1 << 53))) <= 1 << 54;
}

/// Python's `//`; the divisor is not 0, and not −1 where the dividend is the smallest value.
pub fn floorDiv(a: i64, b: i64) i64 {
    const q = @divTrunc(a, b);
    return if (@rem(a, b) != 0 and (a ^ b) < 0) q - 1 else q;
}

/// Python's `%`, with the sign of the divisor; conditions as for `floorDiv`.
pub fn floorMod(a: i64, b: i64) i64 {
    const r = @rem(a, b);
    return if (r != 0 and (r ^ b) < 0) r + b else r;
}

/// `a << b`, and 1 if that does not fit or `b` is not within 0…62.
pub fn shiftLeft(a: i64, b: i64) struct { i64, u1 } {
    if (b < 0 or b > 62) return .{ 0, 1 };
    const places: u6 = @intCast(b);
    const shifted = a << places;
    return .{ shifted, @intFromBool(shifted >> places != a) };
}

pub fn closureCell(function: Word, index: usize) Word {
    return object.ptr(Tuple, object.ptr(Function, function).closure).items()[index];
}

pub fn genTake(frame: Word, slot: usize) Word {
    const place = &object.ptr(Generator, frame).objects()[slot];
    const value = place.*;
    place.* = 0;
    return value;
}
pub fn genPut(frame: Word, slot: usize, value: Word) void {
    object.ptr(Generator, frame).objects()[slot] = value;
}
pub fn genLoadRaw(frame: Word, slot: usize) u64 {
    return object.ptr(Generator, frame).raw()[slot];
}
pub fn genStoreRaw(frame: Word, slot: usize, bits: u64) void {
    object.ptr(Generator, frame).raw()[slot] = bits;
}
pub fn genState(frame: Word) i64 {
    return object.ptr(Generator, frame).state;
}
pub fn genSetState(frame: Word, state: i32) void {
    object.ptr(Generator, frame).state = state;
}

pub fn isFloat(w: Word) bool {
    return object.isExact(w, .float);
}
pub fn floatValue(w: Word) f64 {
    return object.ptr(object.Float, w).value;
}
pub fn isBool(w: Word) bool {
    return w == true_() or w == false_();
}

/// Whether the global holds a function object of this code, without which a direct call may not be made.
pub fn isFunction(w: Word, code: *const Code) bool {
    return w != 0 and object.isExact(w, .function) and object.ptr(Function, w).code == code;
}

pub const fast = @import("fast.zig");

/// No arguments.
pub const no_words: [*]const Word = &[_]Word{0};

/// The program's record and its rows, as in `src/program.zig` and `src/methods.zig`.
pub const BuiltinRow = extern struct { name: *const Str, value: ?*Header, function: ?*const MethodRow };
pub const ClassRows = extern struct { type: *Header, rows: [*]const MethodRow, count: u64 };
pub const Program = extern struct {
    main: *Module,
    modules: [*]const *Module,
    module_count: u64,
    builtins: [*]const BuiltinRow,
    builtin_count: u64,
    classes: [*]const ClassRows,
    class_count: u64,
    left_out: [*]const *const Str,
    left_out_count: u64,
};
