package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedger;
import org.convergence.directory.consent.domain.Given;
import org.convergence.directory.consent.domain.Method;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a consent or a withdrawal from an API request, and records it. */
@Component
class SentConsents {

    private final ConsentLedger ledger;
    private final People people;

    SentConsents(ConsentLedger ledger, People people) {
        this.ledger = ledger;
        this.people = people;
    }

    /**
     * The input.
     *
     * @param given the ground; {@code null} for a withdrawal
     */
    record Read(
            PersonId person,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            Method method,
            @Nullable String source,
            @Nullable Given given) {}

    Read read(Answers answers, Form form) {
        PersonId person = person(form, answers);
        Basis basis = answers.optionalChoice("basis", Basis.class);
        ConsentChannel channel = basis == null
                ? answers.optionalChoice("channel", ConsentChannel.class)
                : answers.choice("channel", ConsentChannel.class);
        Purpose purpose = answers.optionalChoice("purpose", Purpose.class);
        LocalDate day = answers.date("date");
        Method method = answers.choice("method", Method.class);
        if (!Method.BY_HAND.contains(method)) {
            form.reject("method", "shell.form.choice");
        }
        String source = answers.optionalText("source", Given.LONGEST_SOURCE);
        String country = answers.optionalText("country", 2);
        if (country != null && !country.matches("[A-Z]{2}")) {
            form.reject("country", "shell.form.choice");
        }
        LocalDate ended = answers.optionalDate("ended");
        String wording = answers.optionalText("wording", Given.LONGEST_WORDING);
        String version = answers.optionalText("version", Given.LONGEST_VERSION);
        String about = answers.optionalText("about", Given.LONGEST_ABOUT);
        return new Read(
                person,
                channel,
                purpose,
                day,
                method,
                source,
                basis == null || channel == null
                        ? null
                        : new Given(
                                person,
                                channel,
                                purpose,
                                basis,
                                day,
                                ended,
                                method,
                                wording,
                                version,
                                source,
                                about,
                                basis == Basis.FOREIGN ? country : null));
    }

    UUID record(Read it) {
        Given given = it.given();
        return given == null
                ? ledger.withdraw(it.person(), it.channel(), it.purpose(), it.day(), it.method(), it.source())
                : ledger.give(given);
    }

    PersonId person(Form form, Answers answers) {
        PersonId person = new PersonId(answers.id("person"));
        if (form.problem("person") == null
                && people.personNames(List.of(person)).isEmpty()) {
            form.reject("person", "shell.form.choice");
        }
        return person;
    }
}
