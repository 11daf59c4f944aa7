package org.convergence.directory.people.web;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.platform.shell.Form;
import org.convergence.platform.text.TextParser;
import org.springframework.stereotype.Component;

/** Reads what the directory's APIs have in common. */
@Component
record ApiReferenceReader(PartyChooser chooser, PeopleDirectory people) {

    static final int MOST = 500;
    static final int USUAL = 100;
    static final int MOST_ORGANISATIONS = 20;

    /** Organisations by id or by name; an unknown name is to be created in the directory. */
    ChosenParties<OrganisationId> organisations(Form form, String field) {
        if (form.values(field).size() > MOST_ORGANISATIONS) {
            form.reject(field, "people.chooser.most", MOST_ORGANISATIONS);
            return new ChosenParties<>(List.of(), List.of());
        }
        List<String> ids = new ArrayList<>();
        List<String> newcomers = new ArrayList<>();
        for (String each : form.values(field)) {
            String given = each.strip();
            UUID id = TextParser.id(given).orElse(null);
            OrganisationId known =
                    id == null ? people.findOrganisationNamed(given).orElse(null) : new OrganisationId(id);
            if (known != null) {
                ids.add(known.value().toString());
            } else if (!given.isEmpty()) {
                newcomers.add(given);
            }
        }
        form.with(field, ids).with(field + "-new", newcomers);
        return chooser.chosenOrganisations(form, field, MOST_ORGANISATIONS);
    }
}
