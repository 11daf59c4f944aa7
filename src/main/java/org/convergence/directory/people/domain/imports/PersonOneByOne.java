package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.Appointments;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.PersonRegister;
import org.convergence.directory.people.domain.imports.PersonRecognition.Directory;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Ledger;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.springframework.stereotype.Component;

/** Imports one person of a list by the ordinary use cases. */
@Component
class PersonOneByOne {

    private final PersonRecognition recognition;
    private final PersonReading reading;
    private final PersonRegister register;
    private final Appointments appointments;
    private final OrganisationImport organisations;

    PersonOneByOne(
            PersonRecognition recognition,
            PersonReading reading,
            PersonRegister register,
            Appointments appointments,
            OrganisationImport organisations) {
        this.recognition = recognition;
        this.reading = reading;
        this.register = register;
        this.appointments = appointments;
        this.organisations = organisations;
    }

    ImportLine enter(ImportRow cells, Manner manner, Ledger ledger) {
        Known known = manner.known();
        PersonRow row = PersonRow.read(cells);
        PersonFacts said = row.facts();
        List<Remark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLine(row.line(), "", Outcome.ASIDE, remarks);
        }
        Directory directory = recognition.of(List.of(row));
        Set<UUID> ids = directory.meant(row);
        if (ids.size() > 1) {
            remarks.add(Remark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLine(row.line(), said.displayName(), Outcome.ASIDE, remarks);
        }
        boolean fresh = ids.isEmpty();
        PersonId id = fresh ? register.add(said) : new PersonId(ids.iterator().next());
        boolean changed = false;
        if (fresh) {
            directory.warn(row, remarks);
            ledger.made(Thing.PERSON, id);
        } else if (known != Known.LEAVE) {
            changed = combine(id, said, known, ledger);
        }
        if (fresh || known != Known.LEAVE) {
            changed |= appoint(id, row, directory, manner.untitled(), ledger);
        }
        return new ImportLine(
                row.line(),
                said.displayName(),
                fresh ? Outcome.CREATED : changed ? Outcome.CHANGED : Outcome.SAME,
                remarks);
    }

    private boolean combine(PersonId id, PersonFacts said, Known known, Ledger ledger) {
        PersonReading.Entry entry = reading.find(id);
        PersonFacts both = Combination.of(entry.facts(), said, known);
        if (both.equals(entry.facts())) {
            return false;
        }
        register.change(id, entry.version(), both);
        ledger.changed(Thing.PERSON, id, entry.version());
        return true;
    }

    private boolean appoint(PersonId id, PersonRow row, Directory directory, String untitled, Ledger ledger) {
        String name = row.organisation();
        if (name == null) {
            return false;
        }
        OrganisationId at = organisations.named(name, ledger);
        if (directory.holds(id.value(), at.value(), row.title())) {
            return false;
        }
        String title = row.title() == null ? untitled : row.title();
        ledger.made(Thing.FUNCTION, appointments.appoint(id, at, title, row.period()));
        return true;
    }
}
