package org.convergence.directory.representative.web;

import org.convergence.directory.representative.CorrectionSource.CorrectionInput;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;

/** Formats a present or proposed value, with days and numbers in the reader's language. */
final class CorrectionValueFormatter {

    private CorrectionValueFormatter() {}

    static String format(CorrectionInput input, String value, Words t) {
        return switch (input) {
            case DAY -> TextParser.date(value).map(t::date).orElse(value);
            case COUNT -> TextParser.wholeNumber(value).map(t::number).orElse(value);
            default -> value;
        };
    }
}
