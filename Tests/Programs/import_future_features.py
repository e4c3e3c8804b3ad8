# `from __future__ import …` binds the features' records, as any import does.
from __future__ import annotations, division
from __future__ import generator_stop as stop
import __future__


def half(n: Undefined) -> AlsoUndefined:
    return n / 2


print(half(3), half.__annotations__)
print(annotations.compiler_flag == __future__.CO_FUTURE_ANNOTATIONS, annotations.getMandatoryRelease())
print(division.getOptionalRelease(), stop)
print(__future__.all_feature_names)
