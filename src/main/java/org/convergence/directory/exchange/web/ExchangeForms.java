package org.convergence.directory.exchange.web;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.exchange.domain.ExchangeReading;
import org.convergence.directory.exchange.domain.ExchangeReading.Whole;
import org.convergence.directory.people.Chooser;
import org.convergence.directory.people.Chosen;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Identifier;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of an exchange: how it begins, and what its answers mean. */
@Component
class ExchangeForms {

    static final String PEOPLE = "persons";
    static final String ORGANISATIONS = "organisations";

    private static final int AT_HAND = 8;

    private final ExchangeReading reading;
    private final Chooser chooser;
    private final OrganisationSettings settings;

    ExchangeForms(ExchangeReading reading, Chooser chooser, OrganisationSettings settings) {
        this.reading = reading;
        this.chooser = chooser;
        this.settings = settings;
    }

    /**
     * What was read.
     *
     * @param newcomers names of organisations to be entered in the directory
     */
    record Read(int version, Exchanged what, List<String> newcomers) {}

    /** A new one: today, by mail, as most are. */
    Form blank() {
        return Form.blank().with("day", settings.today()).with("channel", ExchangeChannel.MAIL);
    }

    static Form of(Whole it) {
        Exchanged what = it.what();
        return Form.blank()
                .at(it.version())
                .with("day", what.day())
                .with("channel", what.channel())
                .with("subject", what.subject())
                .with("text", what.text())
                .with(PEOPLE, ids(what.people()))
                .with("before-" + PEOPLE, ids(what.people()))
                .with(ORGANISATIONS, ids(what.organisations()))
                .with("before-" + ORGANISATIONS, ids(what.organisations()));
    }

    static List<String> ids(Collection<? extends Identifier> ids) {
        return ids.stream().map(id -> id.value().toString()).sorted().toList();
    }

    Read read(Form form, Answers answers) {
        String text = answers.optionalText("text", Exchanged.LONGEST_TEXT);
        String subject = answers.text("subject", Exchanged.LONGEST_SUBJECT);
        Chosen<PersonId> people = chooser.chosenPersons(form, PEOPLE, Exchanged.MOST);
        Chosen<OrganisationId> organisations = chooser.chosenOrganisations(form, ORGANISATIONS, Exchanged.MOST);
        var day = answers.date("day");
        var channel = answers.choice("channel", ExchangeChannel.class);
        return new Read(
                answers.version(),
                new Exchanged(
                        day,
                        channel,
                        subject,
                        text == null ? "" : text,
                        new LinkedHashSet<>(people.known()),
                        new LinkedHashSet<>(organisations.known())),
                organisations.newcomers());
    }

    /** The page of the form. */
    ExchangeFormPage page(
            @Nullable Whole it, Form form, String action, String cancel, @Nullable Conflict conflict, Words t) {
        form.restore(action);
        return new ExchangeFormPage(
                it == null ? null : it.what().subject(),
                action,
                cancel,
                form,
                ExchangesPages.channels(t),
                chooser.persons(form, PEOPLE, Exchanged.MOST, reading.lastPeople(AT_HAND)),
                chooser.organisations(form, ORGANISATIONS, Exchanged.MOST, reading.lastOrganisations(AT_HAND)),
                conflict);
    }
}
