package org.convergence.directory.exchange.web;

import java.util.List;
import org.convergence.directory.exchange.ExchangeChannel;
import org.convergence.directory.exchange.domain.ExchangeFilter;
import org.convergence.directory.people.Chooser;
import org.convergence.platform.shell.Address;
import org.convergence.platform.shell.Answers;
import org.convergence.platform.shell.Form;
import org.springframework.stereotype.Component;

/** Reads which exchanges somebody asks for from an address, and writes it as one. */
@Component
class ExchangesAsked {

    static final String PERSON = "person";
    static final String ORGANISATION = "organisation";

    /** The parameters that narrow the list, in the order of the form. */
    static final List<String> FIELDS = List.of("q", "from", "to", "channel", PERSON, ORGANISATION);

    private final Chooser chooser;

    ExchangesAsked(Chooser chooser) {
        this.chooser = chooser;
    }

    ExchangeFilter read(Form form, Answers answers) {
        return new ExchangeFilter(
                form.value("q").strip(),
                answers.optionalDate("from"),
                answers.optionalDate("to"),
                answers.optionalChoice("channel", ExchangeChannel.class),
                chooser.chosenPersons(form, PERSON, 1).first(),
                chooser.chosenOrganisations(form, ORGANISATION, 1).first());
    }

    /** The address of what the form asks for. */
    static Address address(Form form) {
        Address address = Address.of(ExchangePage.LIST);
        for (String field : FIELDS) {
            address = address.with(field, form.value(field));
        }
        return address;
    }
}
