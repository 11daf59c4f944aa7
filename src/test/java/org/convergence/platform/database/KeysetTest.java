package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.UUID;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.convergence.platform.database.Keyset.KeysetValueType;

class KeysetTest {

    @Property
    void decodesEncodedKeyset(@ForAll String text, @ForAll LocalDate day, @ForAll long id) {
        Assume.that(text.indexOf('\u001f') < 0 && text.indexOf('\0') < 0 && encodable(text));
        Assume.that(day.getYear() < 10_000);
        var keyset = Keyset.of(text, day, new UUID(id, ~id));
        assertThat(Keyset.decode(keyset.encode(), KeysetValueType.TEXT, KeysetValueType.DAY, KeysetValueType.ID))
                .contains(keyset);
    }

    @Property
    void invalidTokenIsEmpty(@ForAll String word) {
        assertThat(Keyset.decode(word, KeysetValueType.TEXT)).isEmpty();
    }

    @Example
    void forgedTokenIsEmpty() {
        assertThat(Keyset.decode(
                        Keyset.of("2025-01-14", "not an id").encode(), KeysetValueType.DAY, KeysetValueType.ID))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("+999999999-12-31").encode(), KeysetValueType.DAY))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("2025-02-30").encode(), KeysetValueType.DAY))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("0-0-0-0-0").encode(), KeysetValueType.ID))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("a\0b").encode(), KeysetValueType.TEXT))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("tomorrow").encode(), KeysetValueType.INSTANT))
                .isEmpty();
        assertThat(Keyset.decode(Keyset.of("a", "b").encode(), KeysetValueType.TEXT))
                .isEmpty();
    }

    /** An unpaired surrogate cannot be encoded. */
    private static boolean encodable(String text) {
        return StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
