package org.convergence.directory.people.domain.imports;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeoplePermissions;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;

/** The common base of imports of organisations and of people. */
public abstract class ListImportKind implements ImportKind {

    private final ImportSubject subject;
    private final ExactMatchQueries exactMatchQueries;
    private final ImportUndo restoration;

    ListImportKind(ImportSubject subject, ExactMatchQueries exactMatchQueries, ImportUndo restoration) {
        this.subject = subject;
        this.exactMatchQueries = exactMatchQueries;
        this.restoration = restoration;
    }

    /** The records that it lists. */
    public ImportSubject subject() {
        return subject;
    }

    @Override
    public String name() {
        return subject.key();
    }

    @Override
    public String permission() {
        return PeoplePermissions.IMPORT;
    }

    @Override
    public String key() {
        return "people.import";
    }

    @Override
    public String labelKey() {
        return subject.key();
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return ListImportColumn.of(subject);
    }

    @Override
    public List<@Nullable ImportColumn> recognise(List<String> head, List<List<String>> samples) {
        return ListColumnRecognition.of(subject, head, samples);
    }

    @Override
    public Json choices(Words t) {
        return Json.of(new ListImportOptions(ExistingRecordPolicy.COMPLETE, t.say("people.import.untitled")));
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        restoration.restore(made);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return exactMatchQueries.findNames(ids);
    }
}
