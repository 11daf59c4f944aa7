package org.convergence.plan.realisation.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.plan.realisation.DayRange;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.domain.RealisationEntry;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.geography.Place;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormValues;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads the realisation of an API request: places and organisations by name, or by code and id. */
@Component
class RealisationRequestReader {

    private static final int LONGEST_NAME = 200;

    private final RealisationInputReader reader;
    private final PeopleDirectory people;

    RealisationRequestReader(RealisationInputReader reader, PeopleDirectory people) {
        this.reader = reader;
        this.people = people;
    }

    RealisationEntry read(FormValues answers, Form form) {
        String title = RealisationInputReader.title(answers);
        LocalDate from = answers.date("date");
        DayRange when = RealisationInputReader.days(form, from, answers.optionalDate("to"), "to");
        return reader.read(
                form,
                answers,
                RealisationInputReader.InputFieldNames.OF_JSON,
                new RealisationInputReader.RealisationInput(title, when, place(form), organisations(form)));
    }

    private static @Nullable Place place(Form form) {
        if (!form.filled("place")) {
            return null;
        }
        Place place = Place.parse(form.value("place")).orElse(null);
        if (place == null) {
            form.reject("place", "realisation.unknown-place");
        }
        return place;
    }

    /** The participating organisations, each given by its id or its name; an unknown name is added to the directory. */
    private RealisationInputReader.ParticipantInput organisations(Form form) {
        if (form.values("organisations").size() > RealisationDetails.MOST_ORGANISATIONS) {
            form.reject("organisations", "realisation.too-many-organisations", RealisationDetails.MOST_ORGANISATIONS);
            return new RealisationInputReader.ParticipantInput(List.of(), List.of());
        }
        List<OrganisationId> known = new ArrayList<>();
        List<String> newcomers = new ArrayList<>();
        for (String given : form.values("organisations")) {
            String name = given.strip();
            if (name.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")) {
                known.add(new OrganisationId(UUID.fromString(name)));
            } else {
                newcomer(form, name, known, newcomers);
            }
        }
        if (people.organisationNames(known).size() != known.stream().distinct().count()) {
            form.reject("organisations", "realisation.unknown-organisation");
        }
        return new RealisationInputReader.ParticipantInput(known, newcomers);
    }

    private void newcomer(Form form, String name, List<OrganisationId> known, List<String> newcomers) {
        OrganisationId exact = people.findOrganisationNamed(name).orElse(null);
        if (exact != null) {
            known.add(exact);
        } else if (name.isEmpty()
                || name.length() > LONGEST_NAME
                || !CurrentActor.get().may(PeoplePermissions.EDIT)) {
            form.reject("organisations", "realisation.unknown-organisation");
        } else {
            newcomers.add(name);
        }
    }
}
