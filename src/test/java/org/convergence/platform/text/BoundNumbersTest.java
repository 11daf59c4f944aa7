package org.convergence.platform.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.convergence.platform.text.BoundNumbers.TextPart;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BoundNumbersTest {

    @ParameterizedTest
    @CsvSource({
        "En retard depuis le 28 décembre 2026, En retard depuis le [28 décembre] 2026",
        "'Late since December 28, 2026', 'Late since [December 28,] 2026'",
        "3 jours et 2 nuits, [3 jours] et [2 nuits]",
        "Faite, Faite",
        "'', ''"
    })
    void partsStayOnOneLine(String text, String marked) {
        assertThat(BoundNumbers.parts(text).stream()
                        .map(part -> part.unbroken() ? "[" + part.text() + "]" : part.text())
                        .collect(Collectors.joining()))
                .isEqualTo(marked);
        assertThat(BoundNumbers.parts(text).stream().map(TextPart::text).collect(Collectors.joining()))
                .isEqualTo(text);
    }
}
