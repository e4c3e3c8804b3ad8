//! Dicts used as namespaces: keys are exact str. The one place through which the object model touches `dict.zig`.
const object = @import("object.zig");
const dict = @import("dict.zig");
const Word = object.Word;

pub fn new() Word {
    return dict.new();
}
/// Borrowed value or 0; runs no Python code.
pub fn get(d: Word, name: Word) Word {
    return dict.getStr(d, name);
}
/// Borrows all operands.
pub fn set(d: Word, name: Word, value: Word) void {
    dict.setStr(d, name, value);
}
/// False: there is none.
pub fn del(d: Word, name: Word) bool {
    return dict.delStr(d, name);
}
