"""Reads plans the way python-dateutil would: which rounds they ask for, and at which instants.

It reads the file of a plan by itself, and knows nothing of Backwise but docs/plan-format.md. The
recurrences come from dateutil's rrule, on the clock on the wall; the instants from the zone rules of
the package tzdata. Both stand in the folder that is the only argument.

In (standard input, JSON):
    {"plans": [{"zone": NAME, "text": TOML, "stretches": [[FIRST, LAST]]}]}
Out (standard output, JSON):
    {"plans": [[[DAY, LINE, ROUND, SECOND]]]}
"""

import json
import sys
from datetime import date, datetime, time, timedelta, timezone
from functools import lru_cache

sys.path.insert(0, sys.argv[1])

import tomllib
import zoneinfo

from dateutil import rrule, tz

zoneinfo.reset_tzpath([f"{sys.argv[1]}/tzdata/zoneinfo"])

ONE_DAY = timedelta(days=1)
# A larger shift is no change of the clocks: the zone left out the whole date.
LARGEST_GAP = timedelta(hours=3)
WEEKDAYS = {"mon": rrule.MO, "tue": rrule.TU, "wed": rrule.WE, "thu": rrule.TH, "fri": rrule.FR, "sat": rrule.SA, "sun": rrule.SU}
# Time enough for every plan that the tests make.


@lru_cache(maxsize=None)
def second(zone, local):
    """The instant at which the clock first shows `local`: gaps shift forward, the first of two."""
    aware = local.replace(tzinfo=zoneinfo.ZoneInfo(zone), fold=0)
    if not tz.datetime_exists(aware):
        shifted = tz.resolve_imaginary(aware)
        if shifted.replace(tzinfo=None) - local > LARGEST_GAP:
            return None
        aware = shifted
    return int(aware.timestamp())


def clock(text):
    return time.fromisoformat(text)


def day_of(plan, table, name):
    """A day as a plan writes it: a date, or so many days after surgery."""
    if f"{name}_day" in table:
        return plan["surgery"]["date"] + timedelta(days=table[f"{name}_day"])
    return table.get(name)


def days_of(plan, line, first, last):
    """The days from `first` to `last` on which the line is done."""
    first = max([first, plan["starts"]] + [day for day in [day_of(plan, line, "from")] if day])
    ends = [day for day in [plan.get("ends"), day_of(plan, line, "until")] if day]
    last = min([last] + [day - ONE_DAY for day in ends])
    begin, end = datetime.combine(first, time()), datetime.combine(last, time())
    if "every_days" in line:
        since = datetime.combine(line["counting_from"], time())
        rule = rrule.rrule(rrule.DAILY, interval=line["every_days"], dtstart=since, until=end)
        return [found.date() for found in rule if found >= begin]
    if line["days"] == "every day":
        rule = rrule.rrule(rrule.DAILY, dtstart=begin, until=end)
    else:
        names = [WEEKDAYS[name] for name in line["days"]]
        rule = rrule.rrule(rrule.WEEKLY, byweekday=names, dtstart=begin, until=end)
    return [found.date() for found in rule]


def on_wall(day, at, day_start):
    """The calendar date and time of `at` on a day that begins at `day_start`."""
    return datetime.combine(day + ONE_DAY if at < day_start else day, at)


def times_of(plan, line, day, day_start):
    """The rounds of the line on `day`, each with its date and time on the wall."""
    if "rounds" in line:
        rounds = {known["id"]: known for known in plan["round"]}
        for name in line["rounds"]:
            yield name, on_wall(day, clock(rounds[name]["at"]), day_start)
        return
    awake = [plan.get("day", {}).get(key) for key in ("awake_from", "awake_until")]
    first, last = (clock(at) for at in line.get("between", awake))
    begin, end = on_wall(day, first, day_start), on_wall(day, last, day_start)
    for at in rrule.rrule(rrule.HOURLY, interval=line["every_hours"], dtstart=begin, until=end):
        yield f"clock-{at:%H%M}", at


def rounds(plan, zone, first, last):
    day_start = clock(plan.get("day", {}).get("start", "03:00"))
    for line in plan["line"]:
        for day in days_of(plan, line, first, last):
            # A day that the zone never had asks for nothing.
            if second(zone, datetime.combine(day, day_start)) is None:
                continue
            for name, local in times_of(plan, line, day, day_start):
                at = second(zone, local)
                if at is not None:
                    yield [day.isoformat(), line["id"], name, at]


def main():
    asked = json.load(sys.stdin)
    plans = []
    for known in asked["plans"]:
        plan = tomllib.loads(known["text"])
        stretches = [[date.fromisoformat(day) for day in ends] for ends in known["stretches"]]
        plans.append([row for ends in stretches for row in rounds(plan, known["zone"], *ends)])
    json.dump({"plans": plans}, sys.stdout)


main()
