from collections import *
import collections, collections.abc
def t(f):
    try: print(repr(f()))
    except Exception as e: print(type(e).__name__, e)
c=Counter('abracadabra')
for f in (lambda: c, lambda: c.most_common(2), lambda: c['zz'], lambda: c.total(), lambda: sorted(c.elements()), lambda: c+Counter('az'), lambda: c-Counter('aab'), lambda: c|Counter('zzzz'), lambda: c&Counter('ab'), lambda: +Counter(a=1,b=-1), lambda: -Counter(a=1,b=-1), lambda: Counter(a=1)==Counter(a=1,b=0), lambda: Counter(a=1)<=Counter(a=2), lambda: Counter(a=1)<Counter(a=1), lambda: Counter(a=3)>Counter(a=1), lambda: Counter(a=3)!=3, lambda: Counter(a=3)<3, lambda: Counter.fromkeys('a'), lambda: Counter(3), lambda: Counter(), lambda: Counter({'a':2},b=3), lambda: Counter(a='x',b=1), lambda: c.copy()==c, lambda: Counter([1,1,2]).most_common(), lambda: Counter(a=1)+3):
    t(f)
d=Counter('aab'); d.update('b'); d.update({'a':5}); d.subtract('abc'); print(d); del d['nope']; d+=Counter('c'); print(d); d-=Counter('aaaaa'); print(d); d|=Counter(z=4); d&=Counter(z=2,a=1); print(d)
m=ChainMap({'a':1},{'a':2,'b':3})
for f in (lambda: m, lambda: m['a'], lambda: m['b'], lambda: m['q'], lambda: list(m), lambda: len(m), lambda: m.get('q',5), lambda: 'b' in m, lambda: m.new_child({'z':1}), lambda: m.parents, lambda: m.maps, lambda: dict(m), lambda: m|{'x':1}, lambda: {'x':1}|m, lambda: m.pop('b'), lambda: m.__delitem__('zz'), lambda: ChainMap().popitem(), lambda: bool(ChainMap()), lambda: ChainMap.fromkeys('ab',1), lambda: m.copy()==m, lambda: sorted(m.items())):
    t(f)
m['n']=5; del m['a']; print(m)
Pt=namedtuple('Pt','x y')
p=Pt(1,y=2)
for f in (lambda: p, lambda: Pt, lambda: p.x+p.y, lambda: p._asdict(), lambda: p._replace(x=5), lambda: Pt._make([3,4]), lambda: Pt._fields, lambda: Pt.__doc__, lambda: Pt(1), lambda: Pt(1,2,3), lambda: Pt(1,z=3), lambda: namedtuple('A','a a'), lambda: namedtuple('A','class'), lambda: namedtuple('A','_x'), lambda: namedtuple('1A','x'), lambda: namedtuple('A','a class _x a',rename=True)._fields, lambda: namedtuple('A','a b c',defaults=(2,3))(1), lambda: namedtuple('A','a b',defaults=(2,3,4)), lambda: namedtuple('A','a b',defaults=(2,3))._field_defaults, lambda: namedtuple('A',['x'],module='mm'), lambda: Pt.x, lambda: Pt.x.__doc__, lambda: setattr(p,'x',3), lambda: hash(p)==hash((1,2)), lambda: p==(1,2), lambda: namedtuple('E','')(), lambda: namedtuple('A','a,b , c')(1,2,3), lambda: Pt.__new__.__doc__, lambda: Pt.__match_args__, lambda: p.__getnewargs__(), lambda: Pt.__slots__, lambda: isinstance(p,tuple), lambda: namedtuple('A',3), lambda: namedtuple('A','x',foo=3)):
    t(f)
class Sub(Pt):
    __slots__=()
    def norm(self): return (self.x**2+self.y**2)**.5
print(Sub(3,4).norm(), Sub(3,4), Sub(3,4)._replace(x=0))
dq=deque([1,2,3],maxlen=3); dq.append(4); print(dq, dq.rotate(1), dq)
dd=defaultdict(list); dd['a'].append(1); print(dd)
od=OrderedDict(a=1,b=2); od.move_to_end('a'); print(od, od.popitem(last=False))
u=UserDict(a=1); u['b']=2; print(u, len(u), u|{'c':3}, u.get('z'), u.copy(), 'a' in u, UserDict.fromkeys('ab'))
class MD(UserDict):
    def __missing__(self,k): return k*2
print(MD()['ab'])
l=UserList([3,1,2]); l.sort(); l.append(9); print(l, l[1:], l+[5], [0]+l, l*2, l.index(9), l==[1,2,3,9], l<[2])
s=UserString('abc'); print(s, s.upper(), s+'d', 'z'+s, s*2, s[1], s=='abc', s.center(9,'*'), s.split('b'), s.replace('a','x'), 'b' in s, len(s), hash(s)==hash('abc'))
print(collections.__all__, collections.abc.Mapping, isinstance(dq,collections.abc.MutableSequence), isinstance(m,collections.abc.MutableMapping))
