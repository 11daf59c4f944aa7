package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.AppointmentService;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportedType;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.directory.people.domain.imports.PersonRecognition.KnownPeople;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.springframework.stereotype.Component;

/** Imports one person of a list by the ordinary use cases. */
@Component
record SinglePersonImport(
        PersonRecognition recognition,
        PersonQueries persons,
        PersonService personService,
        AppointmentService appointments,
        OrganisationImportKind organisations) {

    ImportLineResult enter(ImportRow cells, ListImportOptions manner, ImportLedger ledger) {
        ExistingRecordPolicy known = manner.known();
        PersonImportRow row = PersonImportRow.read(cells);
        PersonFacts said = row.facts();
        List<ImportRemark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLineResult(row.line(), "", ImportOutcome.ASIDE, remarks);
        }
        KnownPeople directory = recognition.recognise(List.of(row));
        Set<UUID> ids = directory.findMeant(row);
        if (ids.size() > 1) {
            remarks.add(ImportRemark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLineResult(row.line(), said.displayName(), ImportOutcome.ASIDE, remarks);
        }
        boolean fresh = ids.isEmpty();
        PersonId id =
                fresh ? personService.create(said) : new PersonId(ids.iterator().next());
        boolean changed = false;
        if (fresh) {
            directory.addWarnings(row, remarks);
            ledger.recordCreated(ImportedType.PERSON, id);
        } else if (known != ExistingRecordPolicy.LEAVE) {
            changed = combine(id, said, known, ledger);
        }
        if (fresh || known != ExistingRecordPolicy.LEAVE) {
            changed |= appoint(id, row, directory, manner.untitled(), ledger);
        }
        return new ImportLineResult(
                row.line(),
                said.displayName(),
                fresh ? ImportOutcome.CREATED : changed ? ImportOutcome.CHANGED : ImportOutcome.SAME,
                remarks);
    }

    private boolean combine(PersonId id, PersonFacts said, ExistingRecordPolicy known, ImportLedger ledger) {
        PersonQueries.PersonVersion entry = persons.findById(id);
        PersonFacts both = FactsCombination.of(entry.facts(), said, known);
        if (both.equals(entry.facts())) {
            return false;
        }
        personService.update(id, entry.version(), both);
        ledger.recordChanged(ImportedType.PERSON, id, entry.version());
        return true;
    }

    private boolean appoint(
            PersonId id, PersonImportRow row, KnownPeople directory, String untitled, ImportLedger ledger) {
        String name = row.organisation();
        if (name == null) {
            return false;
        }
        OrganisationId at = organisations.findOrCreate(name, ledger);
        if (directory.hasFunction(id.value(), at.value(), row.title())) {
            return false;
        }
        String title = row.title() == null ? untitled : row.title();
        ledger.recordCreated(ImportedType.FUNCTION, appointments.appoint(id, at, title, row.period()));
        return true;
    }
}
