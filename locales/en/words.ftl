# Parts that sentences are made of: days, times, and where in a file something stands.

# A day near now: Monday 16 November
day-near = { $weekday } { $day } { $month }
# A day of any year: Monday 16 November 2026
day-and-year = { $weekday } { $day } { $month } { $year }
# $time is a time of day such as 09:00
time-of-day = { $time }
# The same where clocks count to twelve: 9:00 am. $half is am or pm
time-of-half-day = { $hour }:{ $minute } { $half ->
        [am] am
       *[pm] pm
    }

# Between the parts of a list: "10 times, hold for 5 seconds"
list-comma = ,{" "}
# The same where a part has commas of its own
list-semicolon = ;{" "}
# The end of a list: "Monday, Wednesday and Friday"
list-last = { $first } and { $last }

weekday-mon = Monday
weekday-tue = Tuesday
weekday-wed = Wednesday
weekday-thu = Thursday
weekday-fri = Friday
weekday-sat = Saturday
weekday-sun = Sunday

month-1 = January
month-2 = February
month-3 = March
month-4 = April
month-5 = May
month-6 = June
month-7 = July
month-8 = August
month-9 = September
month-10 = October
month-11 = November
month-12 = December

# $problem is a whole sentence of problems.ftl
problem-in-place = { $file }, line { $line }, column { $column }: { $problem }
problem-in-file = { $file }: { $problem }
# $suggestion is a word of the file, such as the name of an exercise
problem-suggestion = Did you mean “{ $suggestion }”?
