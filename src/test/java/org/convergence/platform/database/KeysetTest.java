package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.platform.database.Keyset.Part;

class KeysetTest {

    @Property
    void aCursorIsReadAsItWasWritten(@ForAll String text, @ForAll LocalDate day, @ForAll long id) {
        Assume.that(text.indexOf('\u001f') < 0 && text.indexOf('\0') < 0 && encodable(text));
        Assume.that(day.getYear() < 10_000);
        var keyset = Keyset.of(text, day, new UUID(id, ~id));
        assertThat(Keyset.decode(keyset.encode(), Part.TEXT, Part.DAY, Part.ID)).contains(keyset);
    }

    @Property
    void aWordThatIsNoCursorBeginsTheListAtItsStart(@ForAll String word) {
        assertThat(Keyset.decode(word, Part.TEXT)).isEmpty();
    }

    @Example
    void aCursorThatSomeoneMadeUpBeginsTheListAtItsStart() {
        assertThat(Keyset.decode(Keyset.of("2025-01-14", "not an id").encode(), Part.DAY, Part.ID))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("+999999999-12-31").encode(), Part.DAY))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("2025-02-30").encode(), Part.DAY)).isEmpty();
        assertThat(Keyset.decode(Keyset.of("0-0-0-0-0").encode(), Part.ID)).isEmpty();
        assertThat(Keyset.decode(Keyset.of("a\0b").encode(), Part.TEXT)).isEmpty();
        assertThat(Keyset.decode(Keyset.of("tomorrow").encode(), Part.INSTANT)).isEmpty();
        assertThat(Keyset.decode(Keyset.of("a", "b").encode(), Part.TEXT)).isEmpty();
    }

    /** An unpaired surrogate cannot be encoded. */
    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
