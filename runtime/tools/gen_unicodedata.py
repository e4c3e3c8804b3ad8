#!/usr/bin/env python3.13
"""Writes runtime/src/modules/unicodedata.gen.bin to stdout: what `unicodedata` knows, from this interpreter's own tables.

All numbers are little-endian. A section is its length in bytes (u32) and its bytes; they stand in the order of `main`:

  records    8 bytes each: category, bidirectional class, combining class, width, mirrored (bytes; texts by index), 3 unused
  blocks     two-level table: u16 block numbers by code point >> 7, then blocks of 128 record numbers (u16)
  texts      the names of categories, classes and widths, each ended by NUL
  numerics   code point (u32), decimal + 1, digit + 1 (u8 each, 0: none), 2 unused, value (f64)
  decomposed sorted code points (u32) with offset and length (u16 each) into the next section
  mappings   code points (u32); a first one above 0x110000 is the number of a tag
  tags       `<font>` …, ended by NUL
  composed   first, second, result (u32 each), sorted
  words      the words of names by frequency, ended by NUL
  names      sorted code points (u32) with an offset (u32) into the next section
  spelled    for each name its words: one byte below 0xc0, else 0xc0 + ((byte − 0xc0) << 8 | next byte); 0xff ends
             it. A word that ends in `*` has the code point in hexadecimal there
  order      indices (u16) into names, sorted by the names themselves
  aliases    other name, text, …, each ended by NUL
"""
import collections
import struct
import sys
import unicodedata as u

ALL = range(0x110000)
SPLIT = 0xc0
HANGUL = range(0xac00, 0xd7a4)


def section(data):
    sys.stdout.buffer.write(struct.pack('<I', len(data)) + data)


def strings(texts):
    return b''.join(t.encode() + b'\0' for t in texts)


def write_records():
    texts, records, numbers = [], {}, bytearray()

    def text(t):
        if t not in texts:
            texts.append(t)
        return texts.index(t)

    for c in map(chr, ALL):
        record = struct.pack('5B3x', text(u.category(c)), text(u.bidirectional(c)), u.combining(c), text(u.east_asian_width(c)), u.mirrored(c))
        numbers += struct.pack('<H', records.setdefault(record, len(records)))
    blocks, index = {}, []
    for at in range(0, len(numbers), 256):
        index.append(blocks.setdefault(bytes(numbers[at:at + 256]), len(blocks)))
    section(b''.join(records))
    section(struct.pack('<%dH' % len(index), *index) + b''.join(blocks))
    section(strings(texts))


def write_numerics():
    rows = b''
    for c in ALL:
        value = u.numeric(chr(c), None)
        if value is not None:
            rows += struct.pack('<IBB2xd', c, u.decimal(chr(c), -1) + 1, u.digit(chr(c), -1) + 1, value)
    section(rows)


def write_decompositions():
    rows, data, tags = b'', [], []
    pairs = []
    for c in ALL:
        mapping = u.decomposition(chr(c))
        if not mapping or c in HANGUL:
            continue
        points = []
        for part in mapping.split():
            if part.startswith('<'):
                if part not in tags:
                    tags.append(part)
                points.append(0x110001 + tags.index(part))
            else:
                points.append(int(part, 16))
        rows += struct.pack('<IHH', c, len(data), len(points))
        data += points
        if len(points) == 2 and points[0] < 0x110000 and u.normalize('NFC', chr(points[0]) + chr(points[1])) == chr(c):
            pairs.append((points[0], points[1], c))
    section(rows)
    section(struct.pack('<%dI' % len(data), *data))
    section(strings(tags))
    section(b''.join(struct.pack('<III', *p) for p in sorted(pairs)))


def write_names():
    names = {}
    for c in ALL:
        name = u.name(chr(c), None)
        # Names that follow from the code point are made by rule.
        if name and c not in HANGUL and not name.startswith('CJK UNIFIED IDEOGRAPH-'):
            names[c] = name
    # A number in a name is the code point's.
    written = {c: name[:-len('%04X' % c)] + '*' if name.endswith('-%04X' % c) else name for c, name in names.items()}
    count = collections.Counter(w for name in written.values() for w in name.split(' '))
    words = [w for w, _ in sorted(count.items(), key=lambda item: (-item[1], item[0]))]
    number = {w: i for i, w in enumerate(words)}
    rows, spelled = b'', bytearray()
    for c, name in written.items():
        rows += struct.pack('<II', c, len(spelled))
        for w in name.split(' '):
            n = number[w]
            if n < SPLIT:
                spelled.append(n)
            else:
                assert (n - SPLIT) >> 8 < (0xff - SPLIT)
                spelled += bytes((SPLIT + ((n - SPLIT) >> 8), (n - SPLIT) & 255))
        spelled.append(0xff)
    section(strings(words))
    section(rows)
    section(bytes(spelled))
    assert len(words) < SPLIT + (0xff - SPLIT) * 256
    points = list(names)
    order = sorted(range(len(points)), key=lambda i: names[points[i]])
    section(struct.pack('<%dH' % len(order), *order))


# Other names of control characters (but NUL) and some more that the standard has; what this interpreter does not know is left out.
ALIASES = """START OF HEADING|SOH|START OF TEXT|STX|END OF TEXT|ETX|END OF TRANSMISSION|EOT|ENQUIRY|ENQ|ACKNOWLEDGE|ACK|ALERT|BEL|
BACKSPACE|BS|CHARACTER TABULATION|HORIZONTAL TABULATION|HT|TAB|LINE FEED|NEW LINE|END OF LINE|LF|NL|EOL|LINE TABULATION|
VERTICAL TABULATION|VT|FORM FEED|FF|CARRIAGE RETURN|CR|SHIFT OUT|LOCKING-SHIFT ONE|SO|SHIFT IN|LOCKING-SHIFT ZERO|SI|DATA LINK ESCAPE|DLE|
DEVICE CONTROL ONE|DC1|DEVICE CONTROL TWO|DC2|DEVICE CONTROL THREE|DC3|DEVICE CONTROL FOUR|DC4|NEGATIVE ACKNOWLEDGE|NAK|
SYNCHRONOUS IDLE|SYN|END OF TRANSMISSION BLOCK|ETB|CANCEL|CAN|END OF MEDIUM|EOM|EM|SUBSTITUTE|SUB|ESCAPE|ESC|INFORMATION SEPARATOR FOUR|
FILE SEPARATOR|FS|INFORMATION SEPARATOR THREE|GROUP SEPARATOR|GS|INFORMATION SEPARATOR TWO|RECORD SEPARATOR|RS|INFORMATION SEPARATOR ONE|
UNIT SEPARATOR|US|SP|DELETE|DEL|PADDING CHARACTER|PAD|HIGH OCTET PRESET|HOP|BREAK PERMITTED HERE|BPH|NO BREAK HERE|NBH|INDEX|IND|
NEXT LINE|NEL|START OF SELECTED AREA|SSA|END OF SELECTED AREA|ESA|CHARACTER TABULATION SET|HORIZONTAL TABULATION SET|HTS|NBSP|SHY|
SOFT HYPHEN|ZWSP|ZWNJ|ZWJ|LRM|RLM|LRE|RLE|PDF|LRO|RLO|NNBSP|MMSP|WJ|LRI|RLI|FSI|PDI|BYTE ORDER MARK|BOM|ZWNBSP|CGJ|ALM|MVS|
LATIN CAPITAL LETTER GHA|LATIN SMALL LETTER GHA|WEIERSTRASS ELLIPTIC FUNCTION|KEYCAP NUMBER SIGN|KEYCAP DIGIT ZERO|KEYCAP DIGIT ONE""".replace('\n', '')


def write_aliases():
    known = []
    for name in ALIASES.split('|'):
        try:
            text = u.lookup(name)
        except KeyError:
            continue
        if u.name(text, None) != name if len(text) == 1 else True:
            known += [name, text]
    section(strings(known))


def main():
    assert sys.version_info[:2] == (3, 13), 'the tables must come from CPython 3.13'
    write_records()
    write_numerics()
    write_decompositions()
    write_names()
    write_aliases()


main()
