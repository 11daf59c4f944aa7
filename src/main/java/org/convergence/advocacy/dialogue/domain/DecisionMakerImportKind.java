package org.convergence.advocacy.dialogue.domain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.MandateFacts;
import org.convergence.advocacy.dialogue.domain.MandateLine.MandateColumn;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonService;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Imports decision-makers with a mandate each (R-ADV-6); a name that the directory knows once is that person. */
@Component
@Requires(DialoguePermissions.FOLLOW)
@ImportedList(name = "dialogue.decision-makers", key = "dialogue.import", label = "dialogue.menu")
public record DecisionMakerImportKind(DecisionMakerService service, PersonService persons, JdbcClient db)
        implements ImportKind {

    /** The kinds of record that a line creates. */
    public enum ImportedMandateType {
        PERSON,
        DECISION_MAKER,
        MANDATE
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(MandateColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(MandateColumn.TITLE, MandateColumn.BODY);
    }

    @Override
    public List<@Nullable ImportColumn> recognise(List<String> head, List<List<String>> samples) {
        List<@Nullable ImportColumn> columns = ImportKind.super.recognise(head, samples);
        if (!columns.contains(MandateColumn.GIVEN_NAME)) {
            // Without a first name, a column called name holds both.
            columns.replaceAll(each -> each == MandateColumn.FAMILY_NAME ? MandateColumn.FULL_NAME : each);
        }
        return columns;
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return new MandateImportProcessor();
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        switch (ImportedMandateType.valueOf(made.thing())) {
            case PERSON -> persons.delete(new PersonId(made.id()), made.after());
            case DECISION_MAKER -> delete(DecisionMakerService.TABLE, made);
            default -> delete(DecisionMakerService.MANDATE_TABLE, made);
        }
    }

    private void delete(String table, ImportedRecord made) {
        boolean used = table.equals(DecisionMakerService.TABLE)
                && db.sql("""
                                SELECT EXISTS (SELECT FROM advocacy.dialogue_act_decision_maker WHERE decision_maker = :id)
                                    OR EXISTS (SELECT FROM advocacy.dialogue_ask_target WHERE decision_maker = :id)
                                    OR EXISTS (SELECT FROM advocacy.dialogue_commitment WHERE decision_maker = :id)
                                """).param("id", made.id()).query(Boolean.class).single();
        if (used) {
            throw new Refused("dialogue.import.in-use");
        }
        int version = db.sql("SELECT version FROM " + table + " WHERE id = ? FOR UPDATE")
                .param(made.id())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> new NotFound("decision-maker"));
        if (version != made.after()) {
            throw new EditConflict(table, made.id(), made.after());
        }
        try {
            db.sql("DELETE FROM " + table + " WHERE id = ?").param(made.id()).update();
        } catch (DataIntegrityViolationException inUse) {
            throw new Refused("dialogue.import.in-use");
        }
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        Map<UUID, String> names = new HashMap<>();
        db.sql("""
                        SELECT d.id, coalesce(p.display_name, d.office) AS name FROM advocacy.dialogue_decision_maker d
                        LEFT JOIN directory.people_person_name p ON p.id = d.person WHERE d.id = ANY (:ids)
                        UNION ALL SELECT id, title || ', ' || body FROM advocacy.dialogue_mandate WHERE id = ANY (:ids)
                        UNION ALL SELECT id, display_name FROM directory.people_person_name WHERE id = ANY (:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, n) ->
                        names.put(row.getObject("id", UUID.class), Objects.requireNonNull(row.getString("name"))))
                .list();
        return names;
    }

    private final class MandateImportProcessor implements ImportProcessor {

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            List<MandateLine> lines = rows.stream().map(MandateLine::read).toList();
            Map<String, List<PersonId>> known = findPeople(lines);
            return lines.stream()
                    .map(line -> assess(line, known.getOrDefault(line.folded(), List.of())))
                    .toList();
        }

        private ImportLineResult assess(MandateLine line, List<PersonId> known) {
            List<ImportRemark> remarks = new ArrayList<>(line.remarks());
            boolean unnamed =
                    line.mandate().title().isEmpty() || line.mandate().body().isEmpty();
            if (unnamed) {
                remarks.add(ImportRemark.of("dialogue.import.no-mandate"));
            } else if (known.size() > 1) {
                remarks.add(ImportRemark.of("dialogue.import.ambiguous", known.size()));
            } else if (find(line, known)
                    .filter(id -> hasMandate(id, line.mandate()))
                    .isPresent()) {
                return new ImportLineResult(line.number(), line.label(), ImportOutcome.SAME, remarks);
            } else if (known.size() == 1) {
                remarks.add(ImportRemark.of("dialogue.import.known"));
            }
            boolean aside = unnamed || known.size() > 1;
            return new ImportLineResult(
                    line.number(), line.label(), aside ? ImportOutcome.ASIDE : ImportOutcome.CREATED, remarks);
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            MandateLine line = MandateLine.read(row);
            List<PersonId> known = findPeople(List.of(line)).getOrDefault(line.folded(), List.of());
            ImportLineResult result = assess(line, known);
            if (result.outcome() == ImportOutcome.CREATED) {
                ledger.recordCreated(
                        ImportedMandateType.MANDATE,
                        service.addMandate(DecisionMakerImportKind.this.enter(line, known, ledger), line.mandate()));
            }
            return result;
        }
    }

    private DecisionMakerId enter(MandateLine line, List<PersonId> known, ImportLedger ledger) {
        Optional<DecisionMakerId> entered = find(line, known);
        if (entered.isPresent()) {
            return entered.get();
        }
        DecisionMakerId id;
        if (line.name().isEmpty()) {
            id = service.findOrAdd(line.mandate().office());
        } else {
            id = service.findOrAdd(known.isEmpty() ? create(line, ledger) : known.get(0));
        }
        ledger.recordCreated(ImportedMandateType.DECISION_MAKER, id);
        return id;
    }

    private PersonId create(MandateLine line, ImportLedger ledger) {
        PersonId person = persons.create(PersonFacts.named(line.given(), line.family()));
        ledger.recordCreated(ImportedMandateType.PERSON, person);
        return person;
    }

    private Optional<DecisionMakerId> find(MandateLine line, List<PersonId> known) {
        if (line.name().isEmpty()) {
            return service.find("office", line.mandate().office());
        }
        return known.isEmpty()
                ? Optional.empty()
                : service.find("person", known.get(0).value());
    }

    private boolean hasMandate(DecisionMakerId id, MandateFacts mandate) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM advocacy.dialogue_mandate
                                       WHERE decision_maker = :id AND (title, body) = (:title, :body)
                                         AND until_on IS NOT DISTINCT FROM CAST(:until AS date))
                        """)
                .param("id", id.value())
                .param("title", mandate.title())
                .param("body", mandate.body())
                .param("until", mandate.untilOn())
                .query(Boolean.class)
                .single();
    }

    /** The people of the directory with exactly these names, by folded name. */
    private Map<String, List<PersonId>> findPeople(List<MandateLine> lines) {
        Map<String, List<PersonId>> found = new HashMap<>();
        db.sql(
                        "SELECT id, btrim(search_form) AS name FROM directory.people_person_name WHERE btrim(search_form) = ANY (:names)")
                .param(
                        "names",
                        lines.stream()
                                .map(MandateLine::folded)
                                .filter(name -> !name.isEmpty())
                                .toArray(String[]::new))
                .query((row, n) -> found.computeIfAbsent(row.getString("name"), name -> new ArrayList<>())
                        .add(new PersonId(row.getObject("id", UUID.class))))
                .list();
        return found;
    }
}
