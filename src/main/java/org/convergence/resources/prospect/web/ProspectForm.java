package org.convergence.resources.prospect.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.shell.Option;
import org.convergence.platform.text.Words;
import org.convergence.resources.prospect.ProspectState;
import org.convergence.resources.prospect.domain.NextStep;
import org.convergence.resources.prospect.domain.ProspectService.ProspectContact;
import org.jspecify.annotations.Nullable;

/** Reads and fills the fields of prospect forms. */
final class ProspectForm {

    static final String FOLLOWER = "follower";
    static final String ORGANISATION = "organisation";
    static final String PERSON = "person";
    private static final int LONGEST = 300;
    private static final int WEEK = 7;

    private ProspectForm() {}

    /** An exchange, and the next step. */
    record ContactInput(ProspectContact done, @Nullable NextStep next) {}

    /** The next step: a text and a day, both or neither. */
    static @Nullable NextStep next(Form form, FormValues answers) {
        String gesture = answers.optionalText("next", LONGEST);
        LocalDate on = answers.optionalDate("nextOn");
        // The form proposes the day: alone, it means nothing.
        if (gesture == null) {
            return null;
        }
        if (on == null) {
            if (form.problem("nextOn") == null) {
                form.reject("nextOn", "prospect.refused.half");
            }
            return null;
        }
        return new NextStep(gesture, on);
    }

    static Form blankStep(LocalDate today) {
        return Form.blank()
                .with("day", today)
                .with("channel", ExchangeChannel.PHONE)
                .with("nextOn", today.plusDays(WEEK));
    }

    static ContactInput step(Form form, FormValues answers) {
        String text = answers.optionalText("text", ExchangeContent.LONGEST_TEXT);
        return new ContactInput(
                new ProspectContact(
                        answers.date("day"),
                        answers.choice("channel", ExchangeChannel.class),
                        answers.text("subject", ExchangeContent.LONGEST_SUBJECT),
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
