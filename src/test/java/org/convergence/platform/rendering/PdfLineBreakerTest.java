package org.convergence.platform.rendering;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.convergence.platform.rendering.PdfWriter.PdfLineBreaker;
import org.junit.jupiter.api.Test;

class PdfLineBreakerTest {

    @Test
    void doesNotBreakAfterApostropheWithinWord() {
        assertThat(pieces("D’ici la fin de l’année")).containsExactly("D’ici ", "la ", "fin ", "de ", "l’année");
        assertThat(pieces("They don’t")).containsExactly("They ", "don’t");
    }

    @Test
    void keepsYearsTogether() {
        assertThat(pieces("Plan 2026-2027")).containsExactly("Plan ", "2026-2027");
    }

    @Test
    void breaksElsewhereByLanguage() {
        assertThat(pieces("‘oui’ dit-elle")).containsExactly("‘oui’ ", "dit-", "elle");
        assertThat(pieces("")).isEmpty();
    }

    private static List<String> pieces(String text) {
        PdfLineBreaker breaks = new PdfLineBreaker(Locale.CANADA_FRENCH);
        breaks.setText(text);
        List<String> pieces = new ArrayList<>();
        int from = 0;
        for (int to = breaks.next(); to > 0; to = breaks.next()) {
            pieces.add(text.substring(from, to));
            from = to;
        }
        return pieces;
    }
}
