package org.convergence.outreach.assembly.web;

import org.convergence.outreach.assembly.domain.ReplyAnswer;
import org.convergence.platform.shell.FormValues;

/** An answer to the notice of a meeting, as typed. */
record MeetingReplyInput(ReplyAnswer answer, String words) {

    private static final int WORDS = 300;

    static MeetingReplyInput read(FormValues answers) {
        String words = answers.optionalText("words", WORDS);
        return new MeetingReplyInput(answers.choice("answer", ReplyAnswer.class), words == null ? "" : words);
    }
}
