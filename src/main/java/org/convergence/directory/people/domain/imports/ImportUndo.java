package org.convergence.directory.people.domain.imports;

import org.convergence.directory.people.AffiliationId;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportedType;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Undoes one thing that an import created or changed, by the ordinary use cases. */
@Component
record ImportUndo(
        OrganisationService organisations,
        OrganisationQueries organisationQueries,
        PersonService persons,
        PersonQueries personQueries,
        AffiliationService affiliations,
        AppointmentService appointments) {

    /**
     * @throws org.convergence.platform.database.EditConflict where it was changed since
     * @throws Refused where something references it
     * @throws NotFound where it is gone
     */
    void restore(ImportedRecord made) {
        Integer before = made.before();
        switch (ImportedType.valueOf(made.thing())) {
            case FUNCTION -> appointments.delete(new FunctionId(made.id()), made.after());
            case AFFILIATION -> affiliations.delete(new AffiliationId(made.id()), made.after());
            case PERSON -> restorePerson(new PersonId(made.id()), before, made.after());
            case ORGANISATION -> restoreOrganisation(new OrganisationId(made.id()), before, made.after());
        }
    }

    private void restorePerson(PersonId id, @Nullable Integer before, int after) {
        if (before != null) {
            persons.update(id, after, personQueries.findFactsAt(id, before).orElseThrow(() -> new NotFound("version")));
        } else if (personQueries.findFunctions(id).isEmpty()) {
            persons.delete(id, after);
        } else {
            throw new Refused("people.person.in-use");
        }
    }

    private void restoreOrganisation(OrganisationId id, @Nullable Integer before, int after) {
        if (before != null) {
            organisations.update(
                    id, after, organisationQueries.findFactsAt(id, before).orElseThrow(() -> new NotFound("version")));
        } else if (organisationQueries.findDirectParents(id).isEmpty()) {
            organisations.delete(id, after);
        } else {
            throw new Refused("people.organisation.in-use");
        }
    }
}
