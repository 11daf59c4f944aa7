package org.convergence.directory.consent.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.Basis;
import org.convergence.directory.consent.ConsentChannel;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.consent.domain.ConsentLedgerService;
import org.convergence.directory.consent.domain.ConsentMethod;
import org.convergence.directory.consent.domain.ConsentRecord;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a consent or a withdrawal from an API request, and records it. */
@Component
class ConsentRequestReader {

    private final ConsentLedgerService ledger;
    private final PeopleDirectory people;

    ConsentRequestReader(ConsentLedgerService ledger, PeopleDirectory people) {
        this.ledger = ledger;
        this.people = people;
    }

    /**
     * The input.
     *
     * @param given the ground; {@code null} for a withdrawal
     */
    record ConsentInput(
            PersonId person,
            @Nullable ConsentChannel channel,
            @Nullable Purpose purpose,
            LocalDate day,
            ConsentMethod method,
            @Nullable String source,
            @Nullable ConsentRecord given) {}

    ConsentInput read(FormValues answers, Form form) {
        PersonId person = person(form, answers);
        Basis basis = answers.optionalChoice("basis", Basis.class);
        ConsentChannel channel = basis == null
                ? answers.optionalChoice("channel", ConsentChannel.class)
                : answers.choice("channel", ConsentChannel.class);
        Purpose purpose = answers.optionalChoice("purpose", Purpose.class);
        LocalDate day = answers.date("date");
        ConsentMethod method = answers.choice("method", ConsentMethod.class);
        if (!ConsentMethod.BY_HAND.contains(method)) {
            form.reject("method", "shell.form.choice");
        }
        String source = answers.optionalText("source", ConsentRecord.LONGEST_SOURCE);
        String country = answers.optionalText("country", 2);
        if (country != null && !country.matches("[A-Z]{2}")) {
            form.reject("country", "shell.form.choice");
        }
        LocalDate ended = answers.optionalDate("ended");
        String wording = answers.optionalText("wording", ConsentRecord.LONGEST_WORDING);
        String version = answers.optionalText("version", ConsentRecord.LONGEST_VERSION);
        String about = answers.optionalText("about", ConsentRecord.LONGEST_ABOUT);
        return new ConsentInput(
                person,
                channel,
                purpose,
                day,
                method,
                source,
                basis == null || channel == null
                        ? null
                        : new ConsentRecord(
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

    UUID record(ConsentInput it) {
        ConsentRecord given = it.given();
        return given == null
                ? ledger.withdraw(it.person(), it.channel(), it.purpose(), it.day(), it.method(), it.source())
                : ledger.record(given);
    }

    PersonId person(Form form, FormValues answers) {
        PersonId person = new PersonId(answers.id("person"));
        if (form.problem("person") == null
                && people.personNames(List.of(person)).isEmpty()) {
            form.reject("person", "shell.form.choice");
        }
        return person;
    }
}
