# Diamond inheritance follows the C3 order.
class Base:
    def who(self):
        return ['Base']
class Left(Base):
    def who(self):
        return ['Left'] + super().who()
class Right(Base):
    def who(self):
        return ['Right'] + super().who()
class Bottom(Left, Right):
    def who(self):
        return ['Bottom'] + super().who()

print(Bottom().who(), [c.__name__ for c in Bottom.__mro__])
class Mixin:
    def extra(self):
        return 'extra of ' + type(self).__name__
class Both(Mixin, Right): pass
print(Both().extra(), Both().who())
try:
    class Broken(Base, Left): pass
except TypeError as e:
    print(e)
