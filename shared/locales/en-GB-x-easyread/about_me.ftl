# About me, in Easy Read. A line that begins with ## names the picture of what follows.

## me

about-me-title = About me
about-me-line = What people who help you should know
about-me-intro =
    This page is about you.
    What should your helpers know?
    Use your own words.
    Write as much as you like.
    You can show this page to people.
    .picture = write
about-me-none = Nothing is written here yet.
    .picture = paper
about-me-more = You can write more
    .picture = write
about-me-changed = This was last changed on { $day }
    .picture = day
about-me-long =
    You wrote a lot.
    It needs more than one side of paper.
    .picture = print
about-me-sheet = A page to show or print
    .picture = print
about-me-sheet-of = About { $name }
about-me-show = Show “About me” to a helper
about-me-show-of = Show “About { $name }”
about-me-helped-on = Which day did they help you?
    .picture = day
about-me-helped-day = { $who }, { $day }
    .picture = help
about-me-people = People who matter to me
    .picture = family
about-me-people-hint = For example, your sister Ada.
    .picture = family
about-me-communicate = How to talk with me
    .picture = talk
about-me-communicate-hint = For example, talk slowly to me.
    .picture = talk
about-me-wellness = My good days and my bad days
    .picture = good
about-me-wellness-hint =
    What can you do on a good day?
    How can people see a bad day?
    .picture = good
about-me-do = Please do this
    .picture = thumb
about-me-do-hint = For example, ask me first.
    .picture = thumb
about-me-dont = Please do not do this
    .picture = stop
about-me-dont-hint = For example, do not move my things.
    .picture = stop
about-me-support = How to help me
    .picture = help
about-me-support-hint =
    When do you need help?
    What helps you?
    .picture = help
about-me-also = More about me
    .picture = star
about-me-also-hint = For example, I love my garden.
    .picture = flower
about-me-helped = Who helped me write this
    .picture = help
about-me-helped-hint = For example, my sister Ada.
    .picture = help
about-me-all = See everything about me
about-me-history = What you wrote before
    .picture = clock

## help

needs-title = What I need
needs-title-of = What { $name } needs
needs-text =
    Some people can see “About me”.
    They see this part first.
    .picture = eye
needs-brief =
    { $name } needs:
    { $needs }
needs-none =
    Nothing is written here yet.
    Ask the person what they need.
    .picture = question
needs-information = How to send me information
    .picture = letter
needs-talking = How to talk with me
    .picture = talk
needs-visits = What I need when we meet
    .picture = people
needs-which =
    What kind do you need?
    For example, which language?
    .picture = language
needs-which-hint = For example, big letters on yellow paper.
    .picture = large
needs-words = What else do you need?
    .picture = write
needs-words-hint = For example, call me in the afternoon.
    .picture = phone
need-large-print = big print
    .picture = large
need-easy-read = Easy Read
    .picture = book
need-braille = braille, to read with my fingers
    .picture = braille
need-audio = something to listen to
    .picture = headphones
need-electronic = a text or an email
    .picture = email
need-text = text messages, no phone calls
    .picture = mobile
need-language = another language
    .picture = language
need-sign = somebody who uses sign language
    .picture = hands
need-signs = signs or pictures with words
    .picture = hands
need-loop = a hearing loop, which helps my hearing aid
    .picture = ear
need-lips = to see your face when you talk
    .picture = eye
need-slowly = short sentences, with time to answer
    .picture = wait
need-carer = my carer with me
    .picture = care
need-advocate = somebody who speaks up for me
    .picture = people
need-longer = more time with the doctor or nurse
    .picture = clock
need-first = the first or last visit of the day
    .picture = sun
need-quiet = a quiet place to wait
    .picture = quiet
need-wheelchair = a way in for a wheelchair
    .picture = wheelchair
need-moving = help to move
    .picture = walk
need-dog = room for my dog, who helps me
    .picture = dog
need-company = somebody I know with me
    .picture = people
need-home = a visit at my home
    .picture = home
