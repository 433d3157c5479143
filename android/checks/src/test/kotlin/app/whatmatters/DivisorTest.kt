package app.whatmatters

import org.junit.jupiter.api.Assertions.assertEquals
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource

class DivisorTest {
    @ParameterizedTest
    @CsvSource("0,0,1", "-1,-1,1", "2000,2000,1", "2001,2000,2", "9000,6700,4", "2000000,1,1", "2147483647,2147483647,2097152")
    fun `a picture is read no larger than a screen can use`(width: Int, height: Int, by: Int) = assertEquals(by, divisor(width, height))
}
