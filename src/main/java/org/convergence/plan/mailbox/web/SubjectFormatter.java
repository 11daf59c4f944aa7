package org.convergence.plan.mailbox.web;

import org.convergence.platform.text.Words;

/** Formats the subject of a mail. */
final class SubjectFormatter {

    private SubjectFormatter() {}

    static String format(String subject, Words t) {
        return subject.isBlank() ? t.say("mailbox.no-subject") : subject;
    }
}
