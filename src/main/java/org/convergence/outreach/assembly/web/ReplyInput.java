package org.convergence.outreach.assembly.web;

import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.platform.shell.FormValues;

/** An answer to the notice of a meeting, as typed. */
record ReplyInput(ReplyAnswer answer, String words) {

    private static final int WORDS = 300;

    static ReplyInput read(FormValues answers) {
        String words = answers.optionalText("words", WORDS);
        return new ReplyInput(answers.choice("answer", ReplyAnswer.class), words == null ? "" : words);
    }
}
