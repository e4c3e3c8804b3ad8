# traceback.clear_frames, which unittest's assertRaises calls, passes over the frame that still executes.
import sys
import traceback


def fail():
    guard = [1]
    raise ValueError(guard)


try:
    fail()
except ValueError as error:
    traceback.clear_frames(error.__traceback__)
    print(error, error.__traceback__.tb_next.tb_frame.f_code.co_name)
    try:
        error.__traceback__.tb_frame.clear()
    except RuntimeError:
        print("an executing frame is refused")
