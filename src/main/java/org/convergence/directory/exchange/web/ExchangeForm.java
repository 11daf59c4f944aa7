package org.convergence.directory.exchange.web;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeActivities;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.exchange.domain.ExchangeQueries;
import org.convergence.directory.exchange.domain.ExchangeQueries.ExchangeDetails;
import org.convergence.directory.exchange.web.ExchangePage.ExchangeFormPage;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Conflict;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.FormValues;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The form of an exchange: its fields, its initial values, its input. */
@Component
public class ExchangeForm {

    /** The subject, on one line. */
    public static final Field<String> SUBJECT =
            Field.text("subject", "exchange.field.subject", ExchangeContent.LONGEST_SUBJECT);

    /** The day of the exchange. */
    public static final Field<LocalDate> DAY =
            Field.date("day", "exchange.field.happened_on").inColumn("happened_on");

    /** The channel. */
    public static final Field<ExchangeChannel> CHANNEL =
            Field.choice("channel", "exchange.field.channel", List.of(ExchangeChannel.values()), ExchangeChannel::key);

    /** The text. */
    public static final Field<String> TEXT = Field.text("text", "exchange.field.body", ExchangeContent.LONGEST_TEXT)
            .optional()
            .inColumn("body");

    static final String LINE = "line";

    private static final int AT_HAND = 8;

    private final ExchangeQueries exchangeQueries;
    private final PartyChooser chooser;
    private final OrganisationSettings settings;
    private final ExchangeActivities activities;
    private final Field<ChosenParties<PersonId>> people;
    private final Field<ChosenParties<OrganisationId>> organisations;
    private final FormFields<ExchangeContent> fields;

    ExchangeForm(
            ExchangeQueries exchangeQueries,
            PartyChooser chooser,
            OrganisationSettings settings,
            ExchangeActivities activities) {
        this.activities = activities;
        this.exchangeQueries = exchangeQueries;
        this.chooser = chooser;
        this.settings = settings;
        this.people = chooser.people("persons", "exchange.field.people", ExchangeContent.MOST);
        this.organisations =
                chooser.organisations("organisations", "exchange.field.organisations", ExchangeContent.MOST);
        this.fields = FormFields.of(
                DAY.from(ExchangeContent::day),
                CHANNEL.from(ExchangeContent::channel),
                SUBJECT.from(ExchangeContent::subject),
                people.from(ExchangeContent::people),
                organisations.from(ExchangeContent::organisations),
                TEXT.from(ExchangeContent::text));
    }

    /**
     * The input of the form.
     *
     * @param newcomers names of organisations to create in the directory
     * @param line of the plan that it serves; {@code null} for none
     */
    record ExchangeInput(
            int version,
            ExchangeContent content,
            List<String> newcomers,
            @Nullable UUID line) {}

    /** A new form: today, by mail, the most frequent channel. */
    Form blank() {
        return Form.blank().with(DAY.name(), settings.today()).with(CHANNEL.name(), ExchangeChannel.MAIL);
    }

    /** A new form with a participant. */
    Form blankWith(@Nullable Object person, @Nullable Object organisation) {
        return blank().with(people.name(), person).with(organisations.name(), organisation);
    }

    Form open(ExchangeDetails exchange) {
        return fields.open(exchange.content()).atVersion(exchange.version());
    }

    ExchangeInput read(FormValues answers) {
        return fields.read(answers, () -> {
            ChosenParties<OrganisationId> with = answers.get(organisations);
            ExchangeContent content = new ExchangeContent(
                    answers.get(DAY),
                    answers.get(CHANNEL),
                    answers.get(SUBJECT),
                    answers.textOrEmpty(TEXT),
                    new LinkedHashSet<>(answers.get(people).known()),
                    new LinkedHashSet<>(with.known()));
            return new ExchangeInput(answers.version(), content, with.newcomers(), answers.optionalId(LINE));
        });
    }

    /** @param since the version on which the form was opened */
    Conflict compare(Form mine, ExchangeDetails stands, int since, Words t) {
        return fields.compare(mine, exchangeQueries.findOpened(stands.id(), since), open(stands), t);
    }

    /**
     * The page of the form.
     *
     * @param exchange the exchange to correct, null for a new one
     */
    ExchangeFormPage page(
            @Nullable ExchangeDetails exchange, Form form, String action, String cancel, @Nullable Conflict conflict) {
        form.restore(action);
        return new ExchangeFormPage(
                exchange == null ? null : exchange.content().subject(),
                action,
                cancel,
                form,
                chooser.persons(form, people.name(), ExchangeContent.MOST, exchangeQueries.findLatestPeople(AT_HAND)),
                chooser.organisations(
                        form,
                        organisations.name(),
                        ExchangeContent.MOST,
                        exchangeQueries.findLatestOrganisations(AT_HAND)),
                exchange != null && activities.findUrl(exchange.id()).isPresent()
                        ? List.of()
                        : activities.findLines(form, LINE),
                conflict);
    }
}
