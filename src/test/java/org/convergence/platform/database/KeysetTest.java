package org.convergence.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.Size;

class KeysetTest {

    @Property
    void aCursorIsReadAsItWasWritten(@ForAll @Size(min = 1, max = 5) List<@AlphaChars @NumericChars String> values) {
        var keyset = new Keyset(values);
        assertThat(Keyset.decode(keyset.encode())).contains(keyset);
    }

    @Property
    void aWordThatIsNoCursorBeginsTheListAtItsStart(@ForAll String word) {
        assertThat(Keyset.decode(word)).isEmpty();
    }
}
