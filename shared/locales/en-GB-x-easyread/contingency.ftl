# If this happens, do that: in Easy Read.

## plan

contingency-title = If something happens
    .picture = warning
contingency-line = What to do, who to call
    .picture = phone
contingency-none = There is no plan here yet
contingency-none-text =
    What could happen to you?
    Write down what to do then.
    Write down who to call.
    You can read it with no internet.
    .picture = write
contingency-new = Add a plan
    .picture = add
contingency-kind = A plan for when something happens
contingency-when = If this happens
    .picture = warning
contingency-do = Do this
    .picture = choose
contingency-call = Call
    .picture = phone
contingency-agreed = Who said yes to this
    .picture = thumb
contingency-name = What is the name of this plan?
    .picture = sign
contingency-name-hint = For example, “When Ada is ill”.
    .picture = ill
contingency-triggers = What could happen?
    .picture = warning
contingency-triggers-hint =
    Write each thing on a new line.
    For example, I get a cold.
    .picture = ill
contingency-triggers-none = Write one thing that could happen
    .picture = write
contingency-signs = How does it start?
    .picture = eye
contingency-signs-hint = What do you see or feel first?
    .picture = eye
contingency-action = What must people do?
    .picture = choose
contingency-action-hint = Write the first thing first.
    .picture = numbers
contingency-coping = What helps you to feel better?
    .picture = good
contingency-carer = What if your carer cannot help?
    .picture = care
contingency-carer-hint =
    Who comes instead?
    Who has a key?
    .picture = key
contingency-medicines = Where are your medicines?
    .picture = pill
contingency-medicines-hint = For example, on the bathroom shelf.
    .picture = home
contingency-first = Who to call first
    .picture = phone
contingency-second = Who to call next
    .picture = phone
contingency-third = Who to call after that
    .picture = phone
contingency-with = Who said yes to this plan?
    .picture = thumb
contingency-with-hint = For example, “my nurse Sam”.
    .picture = doctor
contingency-on = Which day was that?
    .picture = day
contingency-by = Who makes sure of this?
    .picture = person
contingency-open = If this happens: { $name }
    .picture = warning
contingency-own = Your own plans
contingency-sheet-of = { $plan }: the plan of { $name }
    .picture = print
contingency-all = See all { $count } plans
    .picture = folder
contingency-propose = Ask for a new plan
    .picture = idea
contingency-propose-text =
    You can read this.
    { $name } chooses what it says.
    You can send an idea.
    { $name } must say yes first.
    .picture = idea
contingency-proposed = Ideas for when something happens
    .picture = idea
