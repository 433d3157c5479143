# Care in advance, in Easy Read.

## dove

advance-title = What I want later
advance-link = What I want when I am very ill
advance-cover =
    This is about being very ill.
    It is also about the end of your life.
    You can write what you would like.
    You can write where your papers are.
advance-cover-none =
    You do not have to write anything.
    You can stop at any time.
    You can come back when you want to.
    .picture = stop
advance-cover-of =
    This is about { $name } being very ill.
    It is also about the end of their life.
    You can read what they would like.
    You can read where their papers are.
advance-open = Open it
    .picture = choose
advance-leave = Not now
    .picture = back
advance-binds =
    This says what you would like.
    It helps people to choose with you.
    Nobody has to do it.
    A doctor or nurse has other forms for emergencies.
    An emergency means that somebody needs help at once.
    This app only says where those forms are.
    .picture = paper
advance-help =
    Is this hard to think about?
    You can talk to somebody.
    .picture = talk
advance-wishes = What I would like
    .picture = star
advance-cared = Where would you like to be?
    .picture = home
advance-cared-hint = For example, at home or in hospital.
    .picture = hospital
advance-death = Where would you like to die?
    .picture = bed
advance-death-hint = You can leave this empty.
    .picture = bed
advance-people =
    Who should be with you?
    Who should be told?
    .picture = family
advance-people-hint =
    Write their names.
    Write their phone numbers.
    .picture = phone
advance-spiritual = What matters to you in your faith?
    .picture = pray
advance-spiritual-hint = For example, a prayer or music.
    .picture = pray
advance-comfort = What makes you feel better?
    .picture = good
advance-comfort-hint = For example, a hand to hold.
    .picture = help
advance-avoid = What would you not like?
    .picture = no
advance-talked = Who have you talked to about this?
    .picture = talk

## paper

advance-papers = Where my papers are
    .picture = folder
advance-papers-none =
    No paper is written down here.
    There may still be one.
advance-paper = Write where a paper is
    .picture = write
advance-paper-title = Where a paper is
    .picture = folder
advance-sort = Which paper is it?
    .picture = question
advance-sort-none = Choose which paper it is
    .picture = choose
advance-respect =
    ReSPECT form
    A ReSPECT form says what doctors should do when you are very ill.
    .picture = hospital
advance-decision =
    Advance decision
    An advance decision says which treatment you do not want later.
    Treatment is care to make you better.
    .picture = no
advance-statement =
    Advance statement
    An advance statement says what you would like later.
    .picture = star
advance-health =
    Lasting power of attorney for health
    An attorney is somebody you chose.
    They can choose your care for you.
    .picture = person
advance-money =
    Lasting power of attorney for money
    An attorney is somebody you chose.
    They can look after your money for you.
    .picture = money
advance-cpr =
    Form about starting your heart again
    It says what to do when your heart stops.
    .picture = heart
advance-other = Another paper
advance-name = What is the paper called?
    .picture = sign
advance-place = Where is the paper?
    .picture = folder
advance-place-hint = For example, “In the kitchen drawer”.
    .picture = home
advance-place-none = Write where the paper is
    .picture = write
advance-by = Who wrote the paper?
    .picture = sign
advance-by-hint = For example, you or your doctor.
    .picture = doctor
advance-on = Which day was that?
    .picture = day
advance-review = When will you look at it again?
    .picture = day
advance-holders = Who else has this paper?
    .picture = people
advance-holders-hint = For example, your daughter.
    .picture = family
advance-call = Who can people ask about it?
    .picture = phone
