package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.Next;
import org.convergence.resources.prospect.domain.ProspectKeeping.Done;
import org.jspecify.annotations.Nullable;

/** The fields of prospects, written and read. */
final class ProspectForms {

    static final String FOLLOWER = "follower";
    static final String ORGANISATION = "organisation";
    static final String PERSON = "person";
    private static final int LONGEST = 300;
    private static final int WEEK = 7;

    private ProspectForms() {}

    /** What was done, and what is done next. */
    record Step(Done done, @Nullable Next next) {}

    /** Both or neither: a gesture has its day, and a day its gesture. */
    static @Nullable Next next(Form form, Answers answers) {
        String gesture = answers.optionalText("next", LONGEST);
        LocalDate on = answers.optionalDate("nextOn");
        // The day stands in the form already: alone, it says nothing.
        if (gesture == null) {
            return null;
        }
        if (on == null) {
            if (form.problem("nextOn") == null) {
                form.reject("nextOn", "prospect.refused.half");
            }
            return null;
        }
        return new Next(gesture, on);
    }

    static Form blankStep(LocalDate today) {
        return Form.blank()
                .with("day", today)
                .with("channel", ExchangeChannel.PHONE)
                .with("nextOn", today.plusDays(WEEK));
    }

    static Step step(Form form, Answers answers) {
        String text = answers.optionalText("text", Exchanged.LONGEST_TEXT);
        return new Step(
                new Done(
                        answers.date("day"),
                        answers.choice("channel", ExchangeChannel.class),
                        answers.text("subject", Exchanged.LONGEST_SUBJECT),
                        text == null ? "" : text),
                next(form, answers));
    }

    static List<Option> channels(Words t) {
        return Arrays.stream(ExchangeChannel.values())
                .map(it -> Option.of(it, t.say(it.key())))
                .toList();
    }

    static List<Option> outcomes(Words t) {
        return Arrays.stream(ProspectState.values())
                .filter(it -> it != ProspectState.OPEN)
                .map(it -> Option.of(it, t.say(it.key())))
                .toList();
    }
}
