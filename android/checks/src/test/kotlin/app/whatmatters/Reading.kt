package app.whatmatters

import java.lang.reflect.Modifier

private const val TYPES = "app.whatmatters.types"

/** What is not there to be read: names, tokens, marks in a picture, and what a control says by its state. */
private val unread = setOf(
    "Action.token", "Question.id", "Form.id", "Choice.value", "FileField.accept", "Link.target", "Button.target",
    "Picture.source", "Chart.across", "Chart.up", "Chart.series", "Chart.lanes", "Chart.zones", "TextField.value",
    "Media.id", "Media.mediaType",
    // Said as a state of their own.
    "Meter.text",
)

/** Every word of a part of a page that a screen reader has to reach, as the page has it. */
fun wordsOf(part: Any?): List<String> = when (part) {
    null -> emptyList()
    is String -> listOf(part).filter { it.isNotBlank() }
    is List<*> -> part.flatMap(::wordsOf)
    is Enum<*> -> emptyList()
    else -> if (part.javaClass.packageName != TYPES) emptyList() else properties(part).flatMap { (name, value) ->
        if ("${part.javaClass.simpleName}.$name" in unread) emptyList()
        // What is said instead of a label that stands for too little.
        else if (name == "label" && property(part, "spoken") != null) emptyList()
        else wordsOf(value)
    }
}

private fun properties(part: Any): List<Pair<String, Any?>> = part.javaClass.declaredFields
    .filter { !Modifier.isStatic(it.modifiers) }
    .map { it.isAccessible = true; it.name to it.get(part) }

private fun property(part: Any, name: String): Any? = properties(part).firstOrNull { it.first == name }?.second
