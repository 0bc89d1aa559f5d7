# What there is to learn about the operation and the time after it. The texts themselves are in exercises/topics.

learn-title = Learn
learn-intro = These pages explain. Your own surgeon and physiotherapist come first.
learn-search = Search
learn-search-hint = For example: sleep, fever, how long
learn-found = { $count ->
    [one] One topic
   *[other] { $count } topics
}
learn-none = Nothing found for “{ $search }”.
learn-none-hint = Try another word or a shorter one, or look through the themes.
learn-show-themes = Show the themes
learn-best-first = What says most of it first
learn-empty = There are no topics to show.
learn-choose = Choose a topic to read it.
# $week is the week after surgery, counted from 1
learn-week = For week { $week }
learn-before = Before the operation
learn-all = All topics
theme-operation = The operation
theme-recovery = Recovery
theme-risks = Risks, and when to ring
theme-daily-life = Daily life
theme-your-team = You and your team
topic-signs = Signs to act on
topic-signs-link = See all warning signs
topic-ask = Ask or tell your team
topic-write-question = Write a question for my team
topic-sources = Where this comes from
topic-source-general = General knowledge. No page was checked.
# $what is what the source is, $known how it was read
topic-source = { $what } ({ $known })
topic-not-reviewed = No clinician has reviewed this text.
topic-not-reviewed-text = It was written from published pages. Nobody has checked it for you. Your own team comes first.
topic-next = Next: { $title }
topic-missing-title = That topic is not here
topic-missing-text = Backwise does not know a topic by that name.
