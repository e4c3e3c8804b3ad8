"""The parser's place in the tokens, and how nodes and errors are made from it.

Invariant: `end` is where the last token ended that is part of a node (no NEWLINE, INDENT, DEDENT), so a node that is made ends there.
"""
import _ast as N

from .tokens import DEDENT, END, INDENT, KEYWORDS, NAME, NEWLINE, OP

_LAYOUT = (NEWLINE, INDENT, DEDENT, END)

LOAD, STORE, DEL = N.Load(), N.Store(), N.Del()


class Cursor:
    def __init__(self, scanner, tokens, index=0):
        self.scanner, self.tokens, self.index = scanner, tokens, index
        self.token = tokens[index]
        self.end = (1, 0)

    def advance(self):
        """Takes the current token and returns it."""
        token = self.token
        if token.kind not in _LAYOUT:
            self.end = (token.end_line, token.end_column)
        if token.kind != END:
            self.index += 1
            self.token = self.tokens[self.index]
        return token

    def back_to(self, index, end):
        self.index, self.token, self.end = index, self.tokens[index], end

    def peek(self, distance=1):
        return self.tokens[min(self.index + distance, len(self.tokens) - 1)]

    def at(self, text):
        """At an operator or a keyword."""
        return self.token.text == text and self.token.kind in (OP, NAME)

    def at_name(self):
        return self.token.kind == NAME and self.token.text not in KEYWORDS

    def accept(self, text):
        if self.at(text):
            self.advance()
            return True
        return False

    def expect(self, text):
        if not self.at(text):
            raise self.error("expected '%s'" % text if text in (':', '(') else 'invalid syntax')
        return self.advance()

    def name(self):
        if not self.at_name():
            raise self.error('invalid syntax')
        return self.advance().text

    @property
    def here(self):
        return self.token.line, self.token.column

    def node(self, cls, start, *fields):
        """A node from `start` (line, column) to the end of the last token."""
        made = cls(*fields)
        made.lineno, made.col_offset = start
        made.end_lineno, made.end_col_offset = self.end
        return made

    def offset(self, place):
        """(line, number of the character from 1) as SyntaxError counts."""
        line, column = place
        row = self.scanner.row(line)
        if not self.scanner.is_ascii:
            column = len(row.encode('utf-8', 'surrogatepass')[:column].decode('utf-8', 'replace'))
        return line, column + 1, row

    def position_of(self, place):
        """Index into the text of (line, column)."""
        line, column = place
        row = self.scanner.row(line)
        if not self.scanner.is_ascii:
            column = len(row.encode('utf-8', 'surrogatepass')[:column].decode('utf-8', 'replace'))
        return self.scanner.starts[line - 1] + column

    def error_between(self, message, start, end, kind=SyntaxError):
        line, column, row = self.offset(start)
        end_line, end_column, _ = self.offset(end)
        return kind(message, (self.scanner.filename, line, column, row, end_line, end_column))

    def error(self, message, kind=SyntaxError):
        """An error at the current token."""
        token = self.token
        if token.kind == INDENT:
            return IndentationError('unexpected indent', (self.scanner.filename, token.line, token.column,
                                                          self.scanner.row(token.line), token.line, -1))
        if token.kind in (DEDENT, END) and self.index and self.tokens[self.index - 1].kind in (NEWLINE, DEDENT):
            # Nothing comes any more: the end of the last line.
            token = next(t for t in reversed(self.tokens[:self.index]) if t.kind == NEWLINE)
            return kind(message, self.offset_of_end(token))
        if token.kind in (NEWLINE, END) and self.scanner.at_end(token):
            # The text ends without a line end.
            row = self.scanner.row(token.line) if self.scanner.text else ''
            line = token.line if row else 0
            return kind(message, (self.scanner.filename, line, 0, row, line, 0))
        return self.error_between(message, (token.line, token.column), (token.end_line, token.end_column), kind)

    def offset_of_end(self, token):
        line, column, row = self.offset((token.line, token.column))
        return self.scanner.filename, line, column, row, line, -1

    def error_at(self, message, node):
        return self.error_between(message, (node.lineno, node.col_offset), (node.end_lineno, node.end_col_offset))


def start_of(node):
    return node.lineno, node.col_offset
