//! What has bytes: bytes, bytearray and instances of their subclasses, memoryviews without gaps.
const object = @import("object.zig");
const types = @import("type.zig");
const err = @import("err.zig");
const int = @import("int.zig");
const rc = @import("rc.zig");
const str = @import("str.zig");
const bytes = @import("bytes.zig");
const memoryview = @import("memoryview.zig");
const Word = object.Word;

pub fn isBytes(w: Word) bool {
    return object.isExact(w, .bytes) or (!object.isSmall(w) and types.typeOf(w).flags.bytes_subclass);
}

pub fn isByteArray(w: Word) bool {
    if (object.isSmall(w)) return false;
    if (object.isExact(w, .bytearray)) return true;
    var at: ?*types.Type = types.typeOf(w).base;
    // By its shape: naming the class would keep it in every program.
    while (at) |t| : (at = t.base) if (t.shape == @intFromEnum(object.ShapeId.bytearray)) return true;
    return false;
}

/// The bytes of an `array.array`; set when that module is imported. Exported, since the optimiser turns a pointer that is only
/// ever set to one function into calls of it, which would keep the module in every program.
pub export var pyrt_array_view: ?*const fn (Word) ?[]const u8 = null;

/// What a memoryview needs of an array besides its bytes.
pub const ArrayBuffer = extern struct { code: u8, itemsize: u8, exports: *usize };

/// Set and exported like `pyrt_array_view`; false if the object is no array.
pub export var pyrt_array_buffer: ?*const fn (Word, *ArrayBuffer) bool = null;

/// The bytes under `io.BytesIO.getbuffer()`; set and exported likewise, when that is first called.
pub export var pyrt_bytesio_buffer: ?*const fn (Word, *ArrayBuffer) ?[]u8 = null;

/// The buffer of an `array.array` or of a BytesIO's view, null for anything else.
pub fn arrayBuffer(w: Word) ?ArrayBuffer {
    var found: ArrayBuffer = undefined;
    if (pyrt_array_buffer) |find| if (find(w, &found)) return found;
    if (pyrt_bytesio_buffer) |find| if (find(w, &found) != null) return found;
    return null;
}

/// The bytes of a bytes-like object (borrowed; a bytearray's may move when it changes), null for anything else.
pub fn view(w: Word) ?[]const u8 {
    if (isBytes(w)) return object.ptr(object.Bytes, w).slice();
    if (isByteArray(w)) {
        const a = object.ptr(object.ByteArray, w);
        return a.data[0..@intCast(a.len)];
    }
    if (object.isExact(w, .memoryview)) {
        const v = memoryview.of(w);
        if (v.owner != 0 and v.isContiguous()) return v.data[0..@intCast(v.nbytes)];
    }
    if (pyrt_array_view) |f| if (f(w)) |bytes_of| return bytes_of;
    var ignored: ArrayBuffer = undefined;
    return if (pyrt_bytesio_buffer) |f| f(w, &ignored) else null;
}

/// As `view`; null: raised TypeError.
pub fn require(w: Word) ?[]const u8 {
    return view(w) orelse {
        if (object.isExact(w, .memoryview)) {
            if (memoryview.alive(memoryview.of(w))) _ = err.raise(.BufferError, "memoryview: underlying buffer is not C-contiguous", .{});
            return null;
        }
        _ = err.raise(.TypeError, "a bytes-like object is required, not '{t}'", .{w});
        return null;
    };
}

/// The bytes of a bytes-like object or of a memoryview with gaps, owned; 0: raised, null: it is neither.
pub fn copied(w: Word) ?Word {
    if (view(w)) |v| return bytes.fromSlice(v);
    if (!object.isExact(w, .memoryview)) return null;
    if (!memoryview.alive(memoryview.of(w))) return 0;
    var b: str.Builder = .{};
    defer b.deinit();
    memoryview.append(memoryview.of(w), &b, false);
    return bytes.fromSlice(b.slice());
}

/// A byte given as int; null: raised.
pub fn byteOf(w: Word) ?u8 {
    const v = int.asIndex(w);
    if (v == 0) return null;
    defer rc.release(v);
    const n = int.toI64(v) orelse -1;
    if (n >= 0 and n <= 255) return @intCast(n);
    _ = err.raise(.ValueError, "byte must be in range(0, 256)", .{});
    return null;
}
