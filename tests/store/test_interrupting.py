import os
import signal
from threading import Thread

import pytest

from store.interrupting import CtrlC, ctrl_c_held_back, stopped_like_ctrl_c


def press(number: int = signal.SIGINT) -> None:
    os.kill(os.getpid(), number)


def test_what_is_held_back_is_finished_before_ctrl_c_takes_effect() -> None:
    done = []

    @ctrl_c_held_back()
    def run() -> None:
        with ctrl_c_held_back():
            press()
            done.append("inside")
        done.append("outside")

    with pytest.raises(KeyboardInterrupt):
        run()
    assert done == ["inside", "outside"]
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_nothing_is_raised_where_nothing_was_pressed() -> None:
    with ctrl_c_held_back():
        pass
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_an_error_inside_is_told_rather_than_ctrl_c() -> None:
    @ctrl_c_held_back()
    def run() -> None:
        press()
        raise ValueError("disk")

    with pytest.raises(ValueError, match="disk"):
        run()


class Forgetful:
    def __del__(self) -> None:
        press()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
def test_ctrl_c_that_a_destructor_swallowed_is_not_lost() -> None:
    with CtrlC() as ctrl_c:
        ctrl_c.check()
        Forgetful()
        with pytest.raises(KeyboardInterrupt):
            ctrl_c.check()


def test_once_obeyed_ctrl_c_changes_nothing_any_more() -> None:
    with CtrlC() as ctrl_c:
        with pytest.raises(KeyboardInterrupt):
            press()
        ctrl_c.obey()
        press()
        ctrl_c.check()
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler


def test_who_handles_the_signal_in_another_way_is_left_to_it() -> None:
    seen = []
    before = signal.signal(signal.SIGINT, lambda number, frame: seen.append(number))
    try:
        with CtrlC():
            press()
        with ctrl_c_held_back():
            press()
            assert len(seen) == 1
    finally:
        signal.signal(signal.SIGINT, before)
    assert len(seen) == 2


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_what_else_ends_a_program_does_as_ctrl_c_does(number: int) -> None:
    done = []

    def run() -> None:
        with ctrl_c_held_back():
            press(number)
            done.append("inside")
        done.append("outside")

    with stopped_like_ctrl_c(), CtrlC():
        with pytest.raises(KeyboardInterrupt):
            run()
        assert done == ["inside"]
    assert signal.getsignal(number) is signal.SIG_DFL


def test_what_is_ignored_stays_ignored() -> None:
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with stopped_like_ctrl_c(), CtrlC(), ctrl_c_held_back():
            press(signal.SIGHUP)
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_another_thread_is_left_alone() -> None:
    entered = []

    def run() -> None:
        with CtrlC() as ctrl_c, ctrl_c_held_back():
            ctrl_c.check()
            entered.append(True)

    thread = Thread(target=run)
    thread.start()
    thread.join()
    assert entered
