package org.convergence.directory.people;

import java.util.List;
import org.convergence.directory.people.ChooserField.ChooserFieldNames;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The two fields of a form in which one party is chosen: an organisation, which may be new, or a person. */
@Component
public record SinglePartyChooser(PartyChooser chooser, PeopleDirectory people) {

    /** The field of the organisation. */
    public static final String ORGANISATION = "organisation";

    /** The field of the person. */
    public static final String PERSON = "person";

    /** The declared field of the organisation, for forms that compare versions. */
    public Field<ChosenParties<OrganisationId>> organisationField() {
        return chooser.organisations(ORGANISATION, "people.field.organisation", 1);
    }

    /** The declared field of the person. */
    public Field<PersonId> personField() {
        return chooser.person(PERSON, "people.field.person").optional();
    }

    public ChooserField organisation(Form form) {
        return chooser.organisations(form, ORGANISATION, 1, List.of());
    }

    public ChooserField person(Form form) {
        return chooser.persons(form, PERSON, 1, List.of());
    }

    /** Fills both fields, of which one stays empty. */
    public static Form fill(Form form, @Nullable OrganisationId organisation, @Nullable PersonId person) {
        return form.with(ORGANISATION, organisation).with(PERSON, person);
    }

    /** Types the name of an organisation, which is matched with the directory when the form is sent. */
    public static Form fillTyped(Form form, String name) {
        return form.with(ChooserFieldNames.ofTyped(ORGANISATION), name);
    }

    /** Reads the choice; two parties, or none, are a problem of the organisation's field. */
    public ChosenParty read(FormValues answers) {
        return read(answers, ORGANISATION, true);
    }

    /** Reads the choice, which may be empty; two parties are a problem of the person's field. */
    public ChosenParty find(FormValues answers) {
        return read(answers, PERSON, false);
    }

    /** The chosen party, created in the directory if it is new. */
    public Party findOrCreate(ChosenParty chosen) {
        return people.findOrCreate(chosen);
    }

    private ChosenParty read(FormValues answers, String field, boolean required) {
        ChosenParties<OrganisationId> organisation = answers.get(organisationField());
        PersonId person = answers.find(personField());
        if (answers.form().problem(field) == null) {
            if (person != null && !organisation.isEmpty()) {
                answers.reject(field, "people.chooser.both");
            } else if (required && person == null && organisation.isEmpty()) {
                answers.reject(field, "shell.form.required");
            }
        }
        return new ChosenParty(
                person != null ? person : organisation.first(),
                organisation.newcomers().stream().findFirst().orElse(null));
    }
}
