// Declared after Apple's documentation; each section names its page there.
