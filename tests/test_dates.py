"""The arithmetic of dates: what a reference means when the report was published on Wednesday 15 May 2024, 18:00."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabayyun.text.dates import Anchor, Reference, anchor, merged, resolve

NOW = Anchor(date(2024, 5, 15), 18 * 60)


@pytest.mark.parametrize(
    ("published", "day", "clock"),
    [
        ("2024-05-15T18:00:00+03:00", date(2024, 5, 15), 1080),
        ("2024-05-15T23:59Z", date(2024, 5, 15), 1439),
        ("2024-05-15 07:05", date(2024, 5, 15), 425),
        ("2024-05-15", date(2024, 5, 15), None),
    ],
)
def test_publication_keeps_the_outlets_own_day(published: str, day: date, clock: int | None) -> None:
    found = anchor(published)
    assert found == Anchor(day, clock)


@pytest.mark.parametrize("published", [None, "", "2024-05", "yesterday", "2024-13-40"])
def test_what_names_no_day_is_no_anchor(published: str | None) -> None:
    assert anchor(published) is None


@pytest.mark.parametrize(
    ("ref", "value", "granularity"),
    [
        (Reference(year=2021, month=2, day=29), None, "day"),
        (Reference(year=2020, month=2, day=29), "2020-02-29", "day"),
        (Reference(month=2, day=29), "2024-02-29", "day"),
        (Reference(month=4, day=31), None, "day"),
        (Reference(month=5, day=15), "2024-05-15", "day"),
        (Reference(month=5, day=20), "2023-05-20", "day"),
        (Reference(month=12, day=1), "2023-12-01", "day"),
        (Reference(month=6, day=1, edge="next"), "2024-06-01", "day"),
        (Reference(month=3, day=4, edge="past", unit="year"), "2023-03-04", "day"),
        (Reference(day=14), "2024-05-14", "day"),
        (Reference(day=18), "2024-04-18", "day"),
        (Reference(day=31), "2024-03-31", "day"),
        (Reference(shift=0), "2024-05-15", "day"),
        (Reference(shift=-1), "2024-05-14", "day"),
        (Reference(shift=-2), "2024-05-13", "day"),
        (Reference(shift=1), "2024-05-16", "day"),
        (Reference(weekday=2), "2024-05-15", "day"),
        (Reference(weekday=2, edge="past"), "2024-05-08", "day"),
        (Reference(weekday=3), "2024-05-09", "day"),
        (Reference(weekday=3, edge="next"), "2024-05-16", "day"),
        (Reference(weekday=0, until_weekday=1, part="midnight"), "2024-05-14", "part_of_day"),
        (Reference(ago=2, unit="day"), "2024-05-13", "day"),
        (Reference(ago=1, unit="week"), "2024-05-08", "day"),
        (Reference(ago=1, unit="month"), "2024-04", "month"),
        (Reference(ago=5, unit="month"), "2023-12", "month"),
        (Reference(ago=2, unit="year"), "2022", "year"),
        (Reference(ago=20, unit="hour"), "2024-05-14", "part_of_day"),
        (Reference(unit="month", edge="past"), "2024-04", "month"),
        (Reference(unit="year", edge="past"), "2023", "year"),
        (Reference(unit="week", edge="past"), None, "day"),
        (Reference(unit="days"), None, "day"),
        (Reference(month=5), "2024-05", "month"),
        (Reference(month=5, edge="past"), "2023-05", "month"),
        (Reference(month=8), "2023-08", "month"),
        (Reference(month=8, year=2019), "2019-08", "month"),
        (Reference(month=9, edge="next"), "2024-09", "month"),
        (Reference(year=2019), "2019", "year"),
        (Reference(month=4, day=12, is_hijri=True, year=1442), "2020-11-27", "day"),
        (Reference(month=9, day=1, is_hijri=True), "2024-03-11", "day"),
        (Reference(month=12, day=1, is_hijri=True), "2023-06-19", "day"),
        (Reference(is_last_night=True, part="night"), "2024-05-15", "part_of_day"),
        (Reference(part="overnight"), "2024-05-15", "part_of_day"),
        (Reference(hour=7, minute=30, half="am", shift=0), "2024-05-15T07:30", "minute"),
        (Reference(hour=7, minute=0, part="evening", shift=-1), "2024-05-14T19:00", "minute"),
        (Reference(hour=2, minute=40, part="noon", shift=0), "2024-05-15T14:40", "minute"),
        (Reference(hour=11, minute=50, part="night", weekday=6), "2024-05-12T23:50", "minute"),
        (Reference(hour=12, minute=20, half="am", shift=0), "2024-05-15T00:20", "minute"),
        (Reference(hour=19, minute=45, is_24=True, shift=-1), "2024-05-14T19:45", "minute"),
        (Reference(hour=25, shift=0), "2024-05-15", "day"),
    ],
)
def test_meaning(ref: Reference, value: str | None, granularity: str) -> None:
    found = resolve(ref, NOW)
    assert (found.value, found.granularity) == (value, granularity)


def test_an_impossible_date_says_why() -> None:
    assert "no such day" in resolve(Reference(month=4, day=31), NOW).note


@pytest.mark.parametrize(
    "ref", [Reference(shift=0), Reference(weekday=3), Reference(month=4, day=2), Reference(ago=1, unit="month"), Reference(day=3)]
)
def test_without_publication_it_stays_open(ref: Reference) -> None:
    found = resolve(ref, None)
    assert found.value is None
    assert "publication" in found.note


def test_the_clock_is_kept_where_the_day_stays_open() -> None:
    found = resolve(Reference(hour=7, minute=5, half="am", shift=0), None)
    assert (found.value, found.clock, found.granularity) == (None, "07:05", "minute")


def test_a_full_date_needs_no_publication() -> None:
    assert resolve(Reference(year=2019, month=8, day=21), None).value == "2019-08-21"


@pytest.mark.parametrize(
    ("ref", "value"),
    [
        (Reference(that=0), "2024-05-12"),
        (Reference(that=-1, part="night"), "2024-05-11"),
        (Reference(that=1), "2024-05-13"),
        (Reference(part="evening"), "2024-05-12"),
        (Reference(hour=4, minute=30), "2024-05-12T04:30"),
    ],
)
def test_leaning_on_the_day_spoken_of(ref: Reference, value: str) -> None:
    assert resolve(ref, NOW, date(2024, 5, 12)).value == value


def test_the_part_of_day_spoken_of_tells_morning_from_evening() -> None:
    ref = Reference(hour=4, minute=30)
    assert resolve(ref, NOW, date(2024, 5, 12), "dawn").value == "2024-05-12T04:30"
    assert resolve(ref, NOW, date(2024, 5, 12), "afternoon").value == "2024-05-12T16:30"


def test_this_evening_in_a_report_of_the_small_hours_is_yesterday() -> None:
    early = Anchor(date(2024, 5, 15), 40)
    assert resolve(Reference(shift=0, part="evening"), early).value == "2024-05-14"
    assert resolve(Reference(shift=0, part="dawn"), early).value == "2024-05-15"


def test_merged_refuses_two_days() -> None:
    assert merged(Reference(weekday=1), Reference(weekday=2)) is None
    assert merged(Reference(part="dawn"), Reference(shift=0)) == Reference(part="dawn", shift=0)


_REFERENCES = st.builds(
    Reference,
    year=st.none() | st.integers(1, 9999),
    month=st.none() | st.integers(1, 12),
    day=st.none() | st.integers(0, 40),
    is_hijri=st.booleans(),
    weekday=st.none() | st.integers(0, 6),
    shift=st.none() | st.integers(-2, 2),
    that=st.none() | st.integers(-2, 2),
    ago=st.none() | st.integers(-5, 500),
    unit=st.none() | st.sampled_from(["minute", "hour", "day", "week", "month", "year", "days"]),
    hour=st.none() | st.integers(-1, 30),
    minute=st.none() | st.integers(0, 70),
    edge=st.none() | st.sampled_from(["past", "this", "next"]),
    part=st.none() | st.sampled_from(["dawn", "night", "midnight", "overnight"]),
)


@given(_REFERENCES, st.none() | st.dates(date(1980, 1, 1), date(2070, 1, 1)))
def test_any_reference_has_a_meaning_of_the_right_shape(ref: Reference, day: date | None) -> None:
    found = resolve(ref, Anchor(day) if day else None, day)
    lengths = {"year": {4}, "month": {7}, "day": {10}, "part_of_day": {10}, "minute": {16}}[found.granularity]
    assert found.value is None or len(found.value) in lengths
    assert found.value is not None or found.note


@given(st.integers(0, 6), st.dates(date(2000, 1, 1), date(2050, 1, 1)))
def test_a_plain_weekday_is_the_latest_one(weekday: int, day: date) -> None:
    found = resolve(Reference(weekday=weekday), Anchor(day)).day
    assert found is not None
    assert found.weekday() == weekday
    assert 0 <= (day - found).days < 7
