package org.convergence.cooperation.project;

import java.util.List;
import org.convergence.directory.people.ChooserField;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartyChooser;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two fields of a form in which a partner is chosen: an organisation, which may be new, or a person. */
@Component
public record PartnerChooser(PartyChooser chooser, PeopleDirectory people) {

    /** The field of the organisation. */
    public static final String ORGANISATION = "organisation";

    /** The field of the person. */
    public static final String PERSON = "person";

    /**
     * A partner as chosen.
     *
     * @param known {@code null} if it is new, or none was chosen
     * @param newcomer the name of an organisation to create in the directory
     */
    public record ChosenPartner(
            @Nullable Party known, @Nullable String newcomer) {}

    public ChooserField organisation(Form form) {
        return chooser.organisations(form, ORGANISATION, 1, List.of());
    }

    public ChooserField person(Form form) {
        return chooser.persons(form, PERSON, 1, List.of());
    }

    /** Reads the choice; two parties, or none, are a problem of the organisation's field. */
    public ChosenPartner read(FormValues answers) {
        ChosenParties<OrganisationId> organisation = chooser.chosenOrganisations(answers.form(), ORGANISATION, 1);
        PersonId person = chooser.chosenPersons(answers.form(), PERSON, 1).first();
        if (organisation.isEmpty() == (person == null) && answers.form().problem(ORGANISATION) == null) {
            answers.reject(ORGANISATION, person == null ? "shell.form.required" : "project.refused.both");
        }
        return new ChosenPartner(
                person != null ? person : organisation.first(),
                organisation.newcomers().stream().findFirst().orElse(null));
    }

    /** The chosen partner, created in the directory if it is new. */
    public Party find(ChosenPartner chosen) {
        if (chosen.newcomer() != null) {
            return people.findOrCreateOrganisation(chosen.newcomer());
        }
        Party known = chosen.known();
        if (known == null) {
            throw new IllegalStateException("a partner was required");
        }
        return known;
    }
}
