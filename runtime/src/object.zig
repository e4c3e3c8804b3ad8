//! The word, the object header, and the layout of every builtin object.
//!
//! Invariants
//! - A `Word` is one of: a small int `2n+1`; the address of an object whose first field is `Header` (aligned to 8);
//!   0 for "absent" or "raised". Words are 64 bits on every target.
//! - An object with a negative `rc` (bit 31) is not counted: immortal, or on the stack. A count that overflows turns
//!   into that by itself, so it can only leak, never be freed early.
//! - `shape` decides class and layout: `shapes.typeOf(shape)`. The shape ids of builtin types are compile-time
//!   constants (`ShapeId`), so a type test of a builtin is one comparison with an immediate.
const std = @import("std");

pub const Word = u64;

/// Shape ids of builtin classes' instances; user classes get ids from `first_dynamic` on.
pub const ShapeId = enum(u32) {
    invalid = 0,
    none,
    bool_,
    int,
    float,
    complex,
    str,
    bytes,
    bytearray,
    list,
    tuple,
    dict,
    set,
    frozenset,
    range,
    slice,
    ellipsis,
    not_implemented,
    type_,
    function,
    builtin_function,
    method,
    module,
    cell,
    code,
    property,
    classmethod,
    staticmethod,
    super_,
    generator,
    coroutine,
    async_generator,
    traceback,
    frame,
    iterator,
    list_iter,
    tuple_iter,
    dict_keys,
    dict_values,
    dict_items,
    dict_iter,
    set_iter,
    range_iter,
    str_iter,
    bytes_iter,
    enumerate,
    zip,
    map,
    filter,
    reversed,
    call_iter,
    seq_iter,
    wrapper_descriptor,
    method_descriptor,
    member_descriptor,
    getset_descriptor,
    mapping_proxy,
    generic_alias,
    union_type,
    object_,
    memoryview,
    simple_namespace,
    weakref,
    typevar,
    type_alias,
    anext_awaitable,
    coroutine_wrapper,
    async_gen_step,
    file,
    bytearray_iter,
    sized_buffer,
    long_range,
    long_range_iter,
    binary_file,
    async_gen_value,
    list_reviter,
    dict_value_iter,
    dict_item_iter,
    dict_rev_key_iter,
    dict_rev_value_iter,
    dict_rev_item_iter,
    list_f64,
    list_bool,
    _,
    /// Shapes of the builtin exception classes: `exception_types.Kind` counted from here.
    pub const first_exception: u32 = 128;
    pub const first_dynamic: u32 = 256;
};

pub const Header = extern struct {
    /// bit 31: not counted; bits 5..30: references; bits 0..4: `rc_*` flags.
    rc: u32,
    /// Shape id.
    shape: u32,
};

pub const rc_one: u32 = 32;
/// Acyclic by its type, or already in the cycle collector's root buffer: a decrement need not buffer it.
pub const rc_quiet: u32 = 1;
/// Two colour bits of the trial deletion.
pub const rc_color_mask: u32 = 6;
/// `__del__` has run.
pub const rc_finalized: u32 = 8;
/// Some weak reference to it exists.
pub const rc_weakref: u32 = 16;
/// Immortal objects and objects on the stack.
pub const rc_uncounted: u32 = 0x8000_0000;
/// What static constants have in `rc`.
pub const rc_immortal: u32 = rc_uncounted | rc_quiet;

pub inline fn isSmall(w: Word) bool {
    return w & 1 != 0;
}
pub inline fn smallValue(w: Word) i64 {
    return @as(i64, @bitCast(w)) >> 1;
}
/// `v` must be in −2^62 ≤ v < 2^62 (`fitsSmall`).
pub inline fn makeSmall(v: i64) Word {
    return @bitCast((v << 1) | 1);
}
pub inline fn fitsSmall(v: i64) bool {
    return (v << 1) >> 1 == v;
}
pub inline fn header(w: Word) *Header {
    return @ptrFromInt(@as(usize, @intCast(w)));
}
pub inline fn ptr(comptime T: type, w: Word) *T {
    return @ptrFromInt(@as(usize, @intCast(w)));
}
/// Where a word first stands. A plain loop: the lists of classes and names that are searched with it are short, and the standard
/// library's search brings half a kilobyte of vector code for each type.
pub fn indexOf(list: []const Word, wanted: Word) ?usize {
    for (list, 0..) |w, i| if (w == wanted) return i;
    return null;
}

/// The word of an object.
pub inline fn word(p: anytype) Word {
    return @intFromPtr(p);
}
/// Shape id of any present word; small ints have the shape of `int`.
pub inline fn shapeOf(w: Word) u32 {
    return if (isSmall(w)) @intFromEnum(ShapeId.int) else header(w).shape;
}
/// Exact builtin class (a subclass has a shape of its own).
pub inline fn isExact(w: Word, comptime id: ShapeId) bool {
    return !isSmall(w) and header(w).shape == @intFromEnum(id);
}

/// Big ints only; small values are never stored as objects. `limbs` are little-endian, no leading zero limb.
pub const Int = extern struct {
    h: Header,
    /// Number of limbs, negative for negative values. |len| ≥ 1.
    len: i64,
    // limbs: [|len|]u64 follow
    pub inline fn limbs(self: *Int) [*]u64 {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(Int));
    }
};

pub const Float = extern struct { h: Header, value: f64 };
pub const Complex = extern struct { h: Header, real: f64, imag: f64 };
/// `True` and `False` are two immortal objects.
pub const Bool = extern struct { h: Header, value: u64 };

/// UTF-8 (lone surrogates as three-byte sequences). ASCII iff `codepoints == bytes`. The data is followed by a NUL byte;
/// in a string that is not ASCII, the next 8-aligned word after it holds the lazily built index (0 at first).
pub const Str = extern struct {
    h: Header,
    /// 0: not yet computed.
    hash: u64,
    bytes: u64,
    codepoints: u64,
    pub inline fn data(self: *const Str) [*]u8 {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(Str));
    }
    pub inline fn slice(self: *const Str) []u8 {
        return self.data()[0..@intCast(self.bytes)];
    }
    pub inline fn isAscii(self: *const Str) bool {
        return self.bytes == self.codepoints;
    }
};

pub const Bytes = extern struct {
    h: Header,
    hash: u64,
    len: u64,
    pub inline fn data(self: *const Bytes) [*]u8 {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(Bytes));
    }
    pub inline fn slice(self: *const Bytes) []u8 {
        return self.data()[0..@intCast(self.len)];
    }
};

/// Growable bytes (`bytearray`); `exports` > 0 forbids resizing.
pub const ByteArray = extern struct { h: Header, data: [*]u8, len: u64, cap: u64, exports: u64 };

pub const Tuple = extern struct {
    h: Header,
    len: u64,
    pub inline fn items(self: *const Tuple) [*]Word {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(Tuple));
    }
    pub inline fn slice(self: *const Tuple) []Word {
        return self.items()[0..@intCast(self.len)];
    }
};

/// An iterator over one source: lists, tuples and whatever has `__getitem__`. `source` is 0 when it is exhausted.
pub const SourceIterator = extern struct {
    h: Header,
    source: Word,
    index: i64,
};

/// The first fields of `type.zig: Type`, for generated code; `type.zig` compares the offsets.
pub const TypeHead = extern struct {
    h: Header,
    dict: Word,
    name: Word,
    qualname: Word,
    module: Word,
    bases: Word,
    mro: Word,
    base: ?*TypeHead,
    flags: u32,
    shape: u32,
    fixed_size: u32,
    slot_count: u32,
    slot_names: Word,
    slot_offset: u32,
    ext_offset: u32,
    version: u64,
};
/// Bit of `TypeHead.flags`: instances are classes.
pub const type_subclass_flag: u32 = 1 << 12;

/// How a list stores its elements; every reader outside `list.zig` goes through its accessors.
pub const ListStrategy = enum(u8) { words = 0, f64 = 1, i64 = 2, byte = 3, _ };

/// Exact lists in word storage have shape `list`; those of floats and bools have shapes of their own (`list_flat.zig`).
pub const List = extern struct {
    h: Header,
    items: [*]Word,
    len: u64,
    /// Capacity in elements (low 56 bits) and `ListStrategy` (high 8 bits).
    cap_strategy: u64,
};

pub const DictEntry = extern struct {
    hash: u64,
    /// 0: deleted
    key: Word,
    /// In a namespace dict (`kind == .namespace`) of a module: address of the global's slot plus 2 where the name has one.
    value: Word,
};

pub const DictKind = enum(u32) { plain = 0, namespace = 1, _ };

/// Compact and ordered: `entries[0..filled]` in insertion order, `index` maps hash slots to entry numbers.
pub const Dict = extern struct {
    h: Header,
    entries: [*]DictEntry,
    /// Open-addressing table of 2^log2 entries, u8/u16/u32 wide by size; null while `filled` ≤ 8 (linear search).
    index: ?[*]u8,
    /// Live entries.
    used: u64,
    /// Entries in use including deleted ones.
    filled: u32,
    /// Capacity of `entries`.
    cap: u32,
    log2: u32,
    kind: DictKind,
    /// Changes whenever a key is added or removed or a value replaced through the dict (iteration and caches).
    version: u64,
    /// Index slots that are not empty, including those of removed entries.
    index_used: u32,
    /// Number of removed entries before the first live one.
    first: u32,
};

pub const SetEntry = extern struct { hash: u64, key: Word };
/// Open addressing with CPython's probing and growth, so that iteration order of sets of ints is CPython's.
pub const Set = extern struct {
    h: Header,
    table: [*]SetEntry,
    mask: u64,
    /// Live keys.
    used: u64,
    /// Live and dummy slots.
    fill: u64,
    /// frozenset: cached hash, 0 if not computed; set: where the next `pop` begins to search
    hash: u64,
    version: u64,
};

/// `range` whose bounds fit i64; others have shape `long_range` and words for the three fields and the length.
pub const Range = extern struct { h: Header, start: i64, stop: i64, step: i64, len: i64 };
pub const LongRange = extern struct { h: Header, start: Word, stop: Word, step: Word, len: Word };
pub const Slice = extern struct { h: Header, start: Word, stop: Word, step: Word };
pub const Cell = extern struct { h: Header, value: Word };

/// Where an instruction stands in the source; static, emitted by the compiler, one row for each raising instruction.
pub const Location = extern struct {
    code: *const Code,
    line: u32,
    end_line: u32,
    /// Byte columns in their lines, 0-based; `col == no_column`: unknown.
    col: u32,
    end_col: u32,
    /// Where the attribute stands that a method call looks up: the row if the lookup fails; null: this row.
    lookup: ?*const Location,
    /// The call site that this was inlined into, or null.
    inlined_at: ?*const Location,
    pub const no_column: u32 = 0xffff_ffff;
};

pub const CodeFlags = packed struct(u32) {
    varargs: bool = false,
    varkw: bool = false,
    generator: bool = false,
    coroutine: bool = false,
    async_generator: bool = false,
    /// The body uses `__class__` or super().
    needs_class_cell: bool = false,
    module: bool = false,
    class_body: bool = false,
    lambda: bool = false,
    nested: bool = false,
    /// A generator that `await` takes (`types.coroutine`).
    iterable_coroutine: bool = false,
    _: u21 = 0,
};

/// What the compiler knows of a function; static. Strings are static immortal `Str` objects.
pub const Code = extern struct {
    /// Runs the body with all parameters bound, in the order: positional-only, positional, keyword-only, `*args` tuple,
    /// `**kwargs` dict. Arguments are borrowed. The first argument is the function object (for closure and module).
    entry: *const fn (function: Word, args: [*]const Word) callconv(.c) Word,
    /// Generators: continues the frame. `sent` is 0 when an exception is pending to be thrown in.
    /// Returns the yielded value; 0 when finished (value in the thread state) or raised.
    resume_: ?*const fn (frame: *Generator, sent: Word) callconv(.c) Word,
    name: *const Str,
    qualname: *const Str,
    filename: *const Str,
    /// Names of all locals (`locals` of them): parameters in the order of `entry`, then the others; interned at module load.
    names: [*]Word,
    doc: ?*const Header,
    flags: CodeFlags,
    posonly: u16,
    /// Positional parameters including positional-only ones.
    positional: u16,
    kwonly: u16,
    /// Parameters that `entry` takes in all.
    params: u16,
    locals: u16,
    free: u16,
    /// Variables that inner functions see; their names follow the free ones.
    cells: u16,
    first_line: u32,
    /// Names of the free variables (`co_freevars`), interned at module load.
    free_names: [*]Word,
};

pub const Function = extern struct {
    h: Header,
    /// Attribute dict or 0.
    dict: Word,
    code: *const Code,
    module: *Module,
    /// Tuple or 0.
    closure: Word,
    /// Tuple or 0.
    defaults: Word,
    /// Dict or 0.
    kwdefaults: Word,
    /// Dict or 0.
    annotations: Word,
    name: Word,
    qualname: Word,
    doc: Word,
    /// `__module__`
    module_name: Word,
    type_params: Word,
};

pub const Method = extern struct { h: Header, function: Word, self: Word };

/// A module: static record emitted by the compiler (immortal), or made at run time.
/// Globals known at compile time have static slots; `namespace` is the dict view of them all, made when asked for.
pub const Module = extern struct {
    h: Header,
    /// Attribute dict (kind namespace) or 0 if nobody has asked for it.
    namespace: Word,
    name: Word,
    /// Values of the names known at compile time; 0: not set.
    slots: [*]Word,
    /// Their names, interned at load.
    slot_names: [*]Word,
    slot_count: u32,
    /// How many entries of `order` are in use.
    order_count: u32,
    /// Slot numbers in the order of their first store (the namespace's insertion order).
    order: [*]u32,
    /// Runs the module's body; null for a native module. 0: raised.
    body: ?*const fn (module: *Module) callconv(.c) Word,
    /// 0 not loaded, 1 loading, 2 loaded.
    state: u32,
    is_package: u32,
    /// Path as shown in tracebacks, or null.
    file: ?*const Str,
    /// Constants that are interned and completed at load.
    names: [*]Word,
    name_count: u64,
};

/// A generator's frame. `objects` (owned words, 0 if empty) come right after, then the raw 64-bit slots.
pub const Generator = extern struct {
    h: Header,
    code: *const Code,
    function: Word,
    /// Resume point: 0 not started; −1 finished; otherwise the number of a yield.
    state: i32,
    running: u32,
    object_slots: u32,
    raw_slots: u32,
    /// Exceptions being handled inside the frame while it is suspended (linked list of `HandledException`).
    handled: Word,
    name: Word,
    qualname: Word,
    /// The iterator that `yield from`/`await` is at, or 0.
    yield_from: Word,
    pub inline fn objects(self: *Generator) [*]Word {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(Generator));
    }
    pub inline fn raw(self: *Generator) [*]u64 {
        return self.objects() + self.object_slots;
    }
};

/// One frame of a traceback kept in compact form until someone asks for `__traceback__`.
pub const TraceRow = *const Location;

/// A running function of a module that asks for frames: on the native stack, linked from the innermost.
pub const FrameRecord = extern struct {
    previous: ?*FrameRecord,
    code: *const Code,
    /// Where it was called from; null: by no Python code.
    site: ?*const Location,
};

/// Instances of BaseException and its subclasses: then come the class's own slots as in `Instance`.
pub const Exception = extern struct {
    h: Header,
    /// Attribute dict or 0 (as `Instance.ext`).
    ext: Word,
    args: Word,
    cause: Word,
    context: Word,
    suppress_context: u32,
    trace_len: u32,
    /// Rows pushed while unwinding, innermost first.
    trace: ?[*]TraceRow,
    trace_cap: u32,
    pad: u32,
    /// A traceback object set explicitly (`with_traceback`), or made from rows, or 0.
    traceback: Word,
    /// Class-specific fields: StopIteration.value, SystemExit.code, KeyError none, OSError errno/strerror/filename/filename2,
    /// ImportError name/path/msg, UnicodeError…, AttributeError/NameError name and obj, SyntaxError in order of its args.
    fields: [7]Word,
};

/// An instance of a user class. Slots follow: one word for each name that the class predeclares, 0 if absent.
pub const Instance = extern struct {
    h: Header,
    /// 0, or the real `__dict__` (the object is then in dict mode and all its slots are empty).
    ext: Word,
    pub inline fn slots(self: *Instance) [*]Word {
        return @ptrFromInt(@intFromPtr(self) + @sizeOf(Instance));
    }
};

/// Static inline cache of an attribute instruction; zero at first.
pub const AttrCache = extern struct {
    shape: u32,
    /// 0 empty, 1 instance slot, 2 class attribute that is no descriptor, 3 function (method call), 4 module slot …
    kind: u32,
    /// Version of the shape's class when it was filled.
    version: u64,
    /// Slot offset in bytes, or a borrowed word.
    value: Word,
    /// Of a `ShapeSet` only.
    next: u64 = 0,
    misses: u64 = 0,

    /// `kind`s that generated code looks at (all: `attr_cache.zig`).
    pub const kind_slot: u32 = 1;
    pub const kind_method: u32 = 3;
    pub const kind_add_slot: u32 = 5;
};

/// What a cache instruction of typed code holds instead of an `AttrCache` (`shape_sets.zig`): shapes of which a fact is known.
pub const ShapeSet = extern struct {
    /// 0: free.
    shapes: [4]u32,
    /// What belongs to the fact: a method's function object, or the class that makes instances.
    value: Word,
    /// The next set that holds something (an address), 1 at the end; 0: this one holds nothing.
    next: u64,
    misses: u64,

    /// A site that has failed more often is not worth another look.
    pub const most_misses = 1024;

    comptime {
        if (@sizeOf(ShapeSet) != @sizeOf(AttrCache) or @offsetOf(ShapeSet, "next") != @offsetOf(AttrCache, "next")) {
            @compileError("ShapeSet and AttrCache differ");
        }
    }
};

/// Result of a row with `raises: pair`.
pub const PairI64 = extern struct { value: i64, raised: u64 };
pub const PairF64 = extern struct { value: f64, raised: u64 };

pub const MethodFlags = packed struct(u32) {
    /// `fn(self, args, nargs, kwnames) Word` for all; these say how arguments are checked before the call.
    kind: enum(u8) { method, static_method, class_method, getset, member, function } = .method,
    keywords: bool = false,
    _: u23 = 0,
};

/// A builtin function or method as a row; tables of them are emitted per program, sorted by name, holding only the names
/// that the program can reach.
pub const NativeFn = *const fn (self: Word, args: [*]const Word, nargs: usize, kwnames: Word) callconv(.c) Word;
pub const MethodRow = extern struct {
    name: *const Str,
    function: NativeFn,
    /// getset: the setter, or null
    setter: ?*const fn (self: Word, value: Word) callconv(.c) i32,
    min_args: i16,
    /// −1: any number
    max_args: i16,
    flags: MethodFlags,
};
