package org.convergence.platform.redaction;

import java.util.ArrayList;
import java.util.List;
import org.convergence.platform.redaction.Mention.MentionKind;

/**
 * The names that fill a text, or a value in quotes. A value in quotes is usually another record's, unless the person's
 * other name fills another value of the same record.
 */
record NameFields(NameFinder finder, FieldBorders borders, LoneName lone, List<NameField> quoted) {

    record NameField(int first, int last, boolean given, boolean family) {}

    NameFields(NameFinder finder, FieldBorders borders, LoneName lone) {
        this(finder, borders, lone, new ArrayList<>());
    }

    void add(int first, int last, boolean given, boolean family) {
        boolean whole = borders.isWholeText(first, last);
        if (!whole && !borders.isAttribute(first, "")) {
            quoted.add(new NameField(first, last, given, family));
        } else if (!lone.isOrdinary(first, last)) {
            finder.add(first, last, whole ? MentionKind.FIELD : MentionKind.PART);
        }
    }

    /** The given name and the family name in two values of one record, which do not touch. */
    void findPairs() {
        for (int i = 1; i < quoted.size(); i++) {
            NameField one = quoted.get(i - 1);
            NameField other = quoted.get(i);
            boolean both = (one.given() && other.family()) || (one.family() && other.given());
            if (both && borders.areOfOneRecord(one.last(), other.first())) {
                for (NameField each : List.of(one, other)) {
                    if (!finder.isTaken(each.first())) {
                        finder.add(each.first(), each.last(), MentionKind.APART);
                    }
                }
            }
        }
    }
}
