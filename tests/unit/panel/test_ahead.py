"""Items made in a thread: all of them, in order, no more than asked for; what made them is put away at once."""

from __future__ import annotations

import threading

import pytest

from lixia_kpi.panel.ahead import ahead


@pytest.mark.parametrize("most", [1, 3, 50])
def test_every_item_comes_in_order(most):
    assert list(ahead(range(20), most)) == list(range(20))


def test_items_are_made_in_another_thread_and_no_more_than_are_wanted():
    made, makers, third = [], set(), threading.Event()

    def items():
        for number in range(100):
            makers.add(threading.current_thread())
            made.append(number)
            if number == 2:
                third.set()
            yield number

    coming = ahead(items(), 2)
    assert next(coming) == 0
    assert third.wait(10)  # while nobody asks
    assert next(coming) == 1
    coming.close()
    assert len(made) <= 4
    assert threading.current_thread() not in makers


def test_a_generator_is_closed_when_it_is_left_early():
    closed = threading.Event()

    def items():
        try:
            while True:
                yield 1
        finally:
            closed.set()

    coming = ahead(items(), 2)
    next(coming)
    coming.close()
    assert closed.is_set()


@pytest.mark.parametrize(("wanted", "times"), [(3, 1), (4, 0)])
def test_what_is_left_early_is_told_before_it_is_waited_for(wanted, times):
    left, release = [], threading.Event()

    def items():
        yield from range(3)
        assert wanted == 4 or release.wait(60)

    def leave():
        left.append(True)
        release.set()

    coming = ahead(items(), 2, leave)
    assert [number for _, number in zip(range(wanted), coming, strict=False)] == [0, 1, 2]
    coming.close()
    assert len(left) == times


def test_an_error_comes_in_its_place():
    def items():
        yield 1
        raise ValueError("second")

    coming = ahead(items(), 3)
    assert next(coming) == 1
    with pytest.raises(ValueError, match="second"):
        next(coming)
