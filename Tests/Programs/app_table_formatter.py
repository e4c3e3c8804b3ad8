# A table formatter: column types, alignment, wrapping, totals, several styles.
class Column:
    def __init__(self, title, align='<', fmt='', width=None):
        self.title, self.align, self.fmt, self.width = title, align, fmt, width
    def cell(self, value):
        if value is None:
            return '-'
        text = format(value, self.fmt) if self.fmt else str(value)
        return text

def wrap(text, width):
    lines, line = [], ''
    for word in text.split():
        while len(word) > width:
            if line:
                lines.append(line)
                line = ''
            lines.append(word[:width])
            word = word[width:]
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f'{line} {word}'.strip()
    if line or not lines:
        lines.append(line)
    return lines

class Table:
    styles = {'plain': ('', '  ', '', None), 'box': ('| ', ' | ', ' |', '-'), 'double': ('', ' :: ', '', '=')}
    def __init__(self, *columns):
        self.columns = columns
        self.rows = []
    def add(self, *values):
        if len(values) != len(self.columns):
            raise ValueError(f'{len(values)} values for {len(self.columns)} columns')
        self.rows.append(values)
        return self
    def total(self, index):
        return sum(row[index] for row in self.rows if isinstance(row[index], (int, float)))
    def render(self, style='plain'):
        left, middle, right, rule = self.styles[style]
        body = []
        for row in self.rows:
            cells = [wrap(c.cell(v), c.width) if c.width else [c.cell(v)] for c, v in zip(self.columns, row)]
            for i in range(max(map(len, cells))):
                body.append([cell[i] if i < len(cell) else '' for cell in cells])
        widths = [max([len(c.title)] + [len(row[i]) for row in body]) for i, c in enumerate(self.columns)]
        def line(texts, aligns):
            return left + middle.join(f'{t:{a}{w}}' for t, a, w in zip(texts, aligns, widths)) + right
        out = [line([c.title.upper() for c in self.columns], '^' * len(widths))]
        if rule:
            out.append(rule * len(out[0]))
        out += [line(row, [c.align for c in self.columns]).rstrip() for row in body]
        return '\n'.join(out)

t = Table(Column('name', width=12), Column('count', '>', ',d'), Column('price', '>', '.2f'), Column('share', '^', '.1%'))
t.add('plain paper', 1200, 3.5, 0.25).add('a very long description of ink', 7, 1250.999, 0.0512).add('größe 😀', 1234567, 0.005, 1)
t.add('unbelievablylongword', None, -2, None)
for style in Table.styles:
    print(t.render(style), end='\n\n')
print(t.total(1), t.total(2))
try:
    t.add(1, 2)
except ValueError as e:
    print(e)
print(wrap('', 5), wrap('a bb ccc dddd', 5))
