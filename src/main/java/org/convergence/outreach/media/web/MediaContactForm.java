package org.convergence.outreach.media.web;

import java.util.List;
import java.util.UUID;
import org.convergence.directory.consent.ConsentPermissions;
import org.convergence.directory.people.ChosenParties;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PartyChooser;
import org.convergence.plan.realisation.PlanAttribution;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Country;
import org.convergence.platform.geography.CountryNames;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the form of a press contact. */
@Component
record MediaContactForm(PartyChooser chooser) {

    /** What the form of a contact says. */
    record ContactInput(
            @Nullable UUID person,
            ChosenParties<OrganisationId> outlet,
            String themes,
            List<String> countries,
            @Nullable String note,
            @Nullable String publishedAt) {}

    ContactInput readContact(FormValues answers) {
        var person = chooser.chosenPersons(answers.form(), MediaForm.PERSON, 1).first();
        if (person == null && answers.form().problem(MediaForm.PERSON) == null) {
            answers.reject(MediaForm.PERSON, "media.refused.person");
        }
        String publishedAt =
                CurrentActor.get().may(ConsentPermissions.RECORD) ? answers.find(MediaForm.PUBLISHED_AT) : null;
        if (publishedAt != null && !PlanAttribution.isLink(publishedAt)) {
            answers.reject(MediaForm.PUBLISHED_AT.name(), "media.refused.url");
        }
        String themes = answers.textOrEmpty(MediaForm.THEMES);
        if (publishedAt != null && themes.isEmpty()) {
            // What a published address may be used for is what the press contact covers.
            answers.reject(MediaForm.THEMES.name(), "shell.form.required");
        }
        List<String> countries = CountryNames.read(answers, MediaForm.COUNTRIES, MediaForm.MOST_COUNTRIES).stream()
                .map(Country::code)
                .toList();
        return new ContactInput(
                person == null ? null : person.value(),
                chooser.chosenOrganisations(answers.form(), MediaForm.OUTLET, 1),
                themes,
                countries,
                answers.find(MediaForm.NOTE),
                publishedAt);
    }
}
