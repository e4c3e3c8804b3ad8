//! Rounding an exact binary value to a float: shared by int → float, int / int and `float.fromhex`.
const std = @import("std");

/// The float nearest to (m + sticky fraction) · 2^exponent, ties to even; null: too large. If a fraction below `m` is
/// not zero (`sticky`), `m` must have its top bit set, so that the fraction only breaks ties.
pub fn compose(m: u64, sticky: bool, exponent: i64) ?f64 {
    if (m == 0) return 0.0;
    const length: i64 = 64 - @as(i64, @clz(m));
    // Position of the top bit; subnormals keep fewer bits.
    const top = exponent + length - 1;
    if (top > 1023) return null;
    const keep = if (top < -1022) 53 - (-1022 - top) else 53;
    if (keep < 0) return 0.0;
    const drop = length - keep;
    if (drop <= 0) return std.math.ldexp(@as(f64, @floatFromInt(m)), @intCast(exponent));
    // drop ≤ 64: the half bit is bit drop − 1.
    const half = m >> @intCast(drop - 1) & 1 != 0;
    const below = if (drop == 1) false else m << @intCast(65 - drop) != 0;
    var kept: u64 = if (drop >= 64) 0 else m >> @intCast(drop);
    if (half and (below or sticky or kept & 1 != 0)) kept += 1;
    const v = std.math.ldexp(@as(f64, @floatFromInt(kept)), @intCast(exponent + drop));
    return if (std.math.isInf(v)) null else v;
}

test "rounds halves to even and follows subnormals" {
    const t = std.testing;
    try t.expectEqual(@as(?f64, 9007199254740992.0), compose((1 << 53) + 1, false, 0));
    try t.expectEqual(@as(?f64, 9007199254740996.0), compose((1 << 53) + 3, false, 0));
    try t.expectEqual(@as(?f64, 5e-324), compose(1, false, -1074));
    try t.expectEqual(@as(?f64, 0.0), compose(1, false, -1075));
    try t.expectEqual(@as(?f64, 5e-324), compose(3, false, -1076));
    try t.expectEqual(@as(?f64, null), compose(1, false, 1024));
    try t.expectEqual(@as(?f64, std.math.floatMax(f64)), compose((1 << 53) - 1, false, 971));
    try t.expectEqual(@as(?f64, null), compose((1 << 54) - 1, false, 970));
}
