# PA0306: CPython names the line: "PA0306_warning_places.py:4: RuntimeWarning".
async def work(): pass

work()
print("after")
