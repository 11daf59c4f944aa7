package org.convergence.outreach.relay.web;

import java.util.List;
import org.convergence.outreach.relay.domain.Relay.RelayAnswer;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.convergence.platform.shell.FormValues;

/** Reads the answer of an organisation. */
final class RelayAnswerForm {

    private static final List<RelayState> ANSWERS = List.of(RelayState.DECLARED, RelayState.TAKEN, RelayState.DECLINED);
    private static final int MOST_COPIES = 10_000_000;

    private RelayAnswerForm() {}

    static List<RelayState> options() {
        return ANSWERS;
    }

    static RelayAnswer read(FormValues answers) {
        RelayState state = answers.choice("answer", RelayState.class);
        if (!ANSWERS.contains(state)) {
            answers.reject("answer", "shell.form.choice");
        }
        return read(answers, state);
    }

    static RelayAnswer read(FormValues answers, RelayState state) {
        return new RelayAnswer(
                state,
                answers.optionalDate("on"),
                answers.optionalText("channel", 200),
                RelayForm.link(answers),
                answers.optionalWholeNumber("circulation", 1, MOST_COPIES));
    }
}
