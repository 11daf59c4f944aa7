package org.convergence.directory.people.web;

import java.util.List;
import org.convergence.platform.mail.LetterStatus;

/** The last letters to a person or an organisation. */
public record LettersPart(List<RecentLetterRow> letters) {

    /**
     * A letter.
     *
     * @param subject empty where it was erased, or the reader may not see it
     */
    public record RecentLetterRow(String kind, String subject, LetterStatus status) {}
}
