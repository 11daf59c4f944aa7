package org.convergence.platform.redaction;

/**
 * All words of a full name, one after another.
 *
 * @param last the last word
 * @param comma whether there is a comma or another cell between them; similarly a line end, a point, a blank
 * @param enumerated whether there is a comma as in running text
 * @param reversed whether the family name is first
 */
record FullNameMatch(
        int last, boolean comma, boolean line, boolean point, boolean blank, boolean enumerated, boolean reversed) {

    FullNameMatch followedBy(WordGap gap, boolean inText) {
        return new FullNameMatch(
                gap.next(),
                comma || gap.comma(),
                line || gap.line(),
                point || gap.point(),
                blank || gap.blank(),
                enumerated || (inText && gap.comma() && gap.blank()),
                reversed);
    }
}
