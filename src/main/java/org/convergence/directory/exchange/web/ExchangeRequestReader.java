package org.convergence.directory.exchange.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.ExchangeContent;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.springframework.stereotype.Component;

/** Reads an exchange from an API request; participants are given by id. */
@Component
class ExchangeRequestReader {

    private final PeopleDirectory people;

    ExchangeRequestReader(PeopleDirectory people) {
        this.people = people;
    }

    ExchangeContent read(FormValues answers, Form form) {
        var day = answers.date("date");
        var channel = answers.choice("channel", ExchangeChannel.class);
        String subject = answers.text("subject", ExchangeContent.LONGEST_SUBJECT);
        String text = answers.optionalText("text", ExchangeContent.LONGEST_TEXT);
        List<PersonId> persons =
                ids(form, answers, "people").stream().map(PersonId::new).toList();
        if (people.personNames(persons).size() < persons.size()) {
            form.reject("people", "exchange.unknown-person");
        }
        List<OrganisationId> organisations = ids(form, answers, "organisations").stream()
                .map(OrganisationId::new)
                .toList();
        if (people.organisationNames(organisations).size() < organisations.size()) {
            form.reject("organisations", "exchange.unknown-organisation");
        }
        return new ExchangeContent(
                day, channel, subject, text == null ? "" : text, Set.copyOf(persons), Set.copyOf(organisations));
    }

    private static List<UUID> ids(Form form, FormValues answers, String field) {
        List<UUID> ids = answers.ids(field);
        if (ids.size() < new LinkedHashSet<>(form.values(field)).size()) {
            form.reject(field, "shell.form.choice");
        } else if (ids.size() > ExchangeContent.MOST) {
            form.reject(field, "people.chooser.most", ExchangeContent.MOST);
        }
        return ids;
    }
}
