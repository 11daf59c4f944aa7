package org.convergence.directory.exchange.web;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.Exchanged;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.springframework.stereotype.Component;

/** Reads an exchange from an API request; participants are given by id. */
@Component
class SentExchanges {

    private final People people;

    SentExchanges(People people) {
        this.people = people;
    }

    Exchanged read(Answers answers, Form form) {
        var day = answers.date("date");
        var channel = answers.choice("channel", ExchangeChannel.class);
        String subject = answers.text("subject", Exchanged.LONGEST_SUBJECT);
        String text = answers.optionalText("text", Exchanged.LONGEST_TEXT);
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
        return new Exchanged(
                day, channel, subject, text == null ? "" : text, Set.copyOf(persons), Set.copyOf(organisations));
    }

    private static List<UUID> ids(Form form, Answers answers, String field) {
        List<UUID> ids = answers.ids(field);
        if (ids.size() < new LinkedHashSet<>(form.values(field)).size()) {
            form.reject(field, "shell.form.choice");
        } else if (ids.size() > Exchanged.MOST) {
            form.reject(field, "people.chooser.most", Exchanged.MOST);
        }
        return ids;
    }
}
