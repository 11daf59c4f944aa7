package org.convergence.platform.rendering;

import com.openhtmltopdf.extend.FSTextBreaker;
import com.openhtmltopdf.layout.UrlAwareLineBreakIterator;
import java.text.BreakIterator;
import java.util.Locale;

/**
 * Finds line breaks by the rules of the language, but never after an apostrophe within a word (« l’école », “don’t”),
 * nor between two years (« 2026-2027 »).
 */
final class PdfLineBreaker implements FSTextBreaker {

    private final FSTextBreaker breaks;
    private String text = "";

    PdfLineBreaker(Locale language) {
        this.breaks = new UrlAwareLineBreakIterator(BreakIterator.getLineInstance(language));
    }

    @Override
    public void setText(String text) {
        this.text = text;
        breaks.setText(text);
    }

    @Override
    public int next() {
        int at = breaks.next();
        while (at != BreakIterator.DONE && isWithinWord(at)) {
            at = breaks.next();
        }
        return at;
    }

    private boolean isWithinWord(int at) {
        if (at < 2 || at >= text.length()) {
            return false;
        }
        char last = text.charAt(at - 1);
        char before = text.charAt(at - 2);
        return last == '’'
                ? Character.isLetter(before)
                : last == '-' && Character.isDigit(before) && Character.isDigit(text.charAt(at));
    }
}
