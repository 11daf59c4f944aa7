package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.convergence.directory.people.AffiliationNature;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.Period;
import org.convergence.directory.people.domain.AffiliationService;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationListQueries;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportedType;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.stereotype.Component;

/** Imports organisations from a file, recognised by any of their names. */
@Component
class OrganisationImportKind extends ListImportKind {

    private final ExactMatchQueries exactMatchQueries;
    private final OrganisationListQueries organisations;
    private final OrganisationQueries organisationQueries;
    private final OrganisationService organisationService;
    private final AffiliationService affiliations;

    OrganisationImportKind(
            ExactMatchQueries exactMatchQueries,
            ImportUndo restoration,
            OrganisationListQueries organisations,
            OrganisationQueries organisationQueries,
            OrganisationService organisationService,
            AffiliationService affiliations) {
        super(ImportSubject.ORGANISATIONS, exactMatchQueries, restoration);
        this.exactMatchQueries = exactMatchQueries;
        this.organisations = organisations;
        this.organisationQueries = organisationQueries;
        this.organisationService = organisationService;
        this.affiliations = affiliations;
    }

    @Override
    public ImportProcessor begin(Json choices) {
        ListImportOptions manner = choices.as(ListImportOptions.class);
        Map<String, Integer> seen = new HashMap<>();
        return new ImportProcessor() {
            @Override
            public List<ImportLineResult> assess(List<ImportRow> rows) {
                return OrganisationImportKind.this.assess(rows, manner.known(), seen);
            }

            @Override
            public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
                return OrganisationImportKind.this.enter(row, manner, ledger);
            }
        };
    }

    private List<ImportLineResult> assess(List<ImportRow> rows, ExistingRecordPolicy known, Map<String, Integer> seen) {
        List<OrganisationImportRow> read =
                rows.stream().map(OrganisationImportRow::read).toList();
        List<String> names = new ArrayList<>();
        for (OrganisationImportRow row : read) {
            names.addAll(row.parents());
            if (row.facts() != null) {
                names.add(row.facts().name());
            }
        }
        Map<String, List<UUID>> there = exactMatchQueries.findOrganisationsByName(names);
        Set<OrganisationId> ids = there.values().stream()
                .flatMap(List::stream)
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
        Map<UUID, OrganisationFacts> facts = organisations.findByIds(ids).stream()
                .collect(Collectors.toMap(
                        line -> line.name().id().value(), OrganisationListQueries.OrganisationLine::facts));
        Map<UUID, Set<UUID>> parents = exactMatchQueries.findParents(facts.keySet());
        Function<OrganisationImportRow, ImportLineResult> assess =
                row -> assess(row, known, seen, there, facts, parents);
        return read.stream().map(assess).toList();
    }

    private static ImportLineResult assess(
            OrganisationImportRow row,
            ExistingRecordPolicy known,
            Map<String, Integer> seen,
            Map<String, List<UUID>> there,
            Map<UUID, OrganisationFacts> facts,
            Map<UUID, Set<UUID>> parents) {
        OrganisationFacts said = row.facts();
        List<ImportRemark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLineResult(row.line(), "", ImportOutcome.ASIDE, remarks);
        }
        List<UUID> ids = there.getOrDefault(said.name(), List.of());
        Integer above = seen.putIfAbsent(TextNormalizer.fold(said.name()), row.line());
        for (String parent : row.parents()) {
            if (!there.containsKey(parent) && seen.putIfAbsent(TextNormalizer.fold(parent), row.line()) == null) {
                remarks.add(ImportRemark.of("people.import.remark.also-made", parent));
            }
        }
        if (ids.size() > 1) {
            remarks.add(ImportRemark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLineResult(row.line(), said.name(), ImportOutcome.ASIDE, remarks);
        }
        if (ids.isEmpty()) {
            if (above != null) {
                remarks.add(ImportRemark.of("people.import.remark.same-line", above));
            }
            boolean again = above != null;
            ImportOutcome outcome = !again
                    ? ImportOutcome.CREATED
                    : known == ExistingRecordPolicy.LEAVE ? ImportOutcome.SAME : ImportOutcome.CHANGED;
            return new ImportLineResult(row.line(), said.name(), outcome, remarks);
        }
        UUID id = ids.get(0);
        OrganisationFacts stands = facts.get(id);
        Set<UUID> has = parents.getOrDefault(id, Set.of());
        boolean newTie = row.parents().stream()
                .anyMatch(
                        parent -> there.getOrDefault(parent, List.of()).stream().noneMatch(has::contains));
        boolean changes = known != ExistingRecordPolicy.LEAVE
                && (newTie
                        || (stands != null
                                && !FactsCombination.of(stands, said, known).equals(stands)));
        return new ImportLineResult(
                row.line(), said.name(), changes ? ImportOutcome.CHANGED : ImportOutcome.SAME, remarks);
    }

    private ImportLineResult enter(ImportRow cells, ListImportOptions manner, ImportLedger ledger) {
        ExistingRecordPolicy known = manner.known();
        OrganisationImportRow row = OrganisationImportRow.read(cells);
        OrganisationFacts said = row.facts();
        List<ImportRemark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLineResult(row.line(), "", ImportOutcome.ASIDE, remarks);
        }
        List<UUID> ids =
                exactMatchQueries.findOrganisationsByName(List.of(said.name())).getOrDefault(said.name(), List.of());
        if (ids.size() > 1) {
            remarks.add(ImportRemark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLineResult(row.line(), said.name(), ImportOutcome.ASIDE, remarks);
        }
        boolean fresh = ids.isEmpty();
        OrganisationId id = fresh ? organisationService.create(said) : new OrganisationId(ids.get(0));
        boolean changed = false;
        if (fresh) {
            ledger.recordCreated(ImportedType.ORGANISATION, id);
        } else if (known != ExistingRecordPolicy.LEAVE) {
            changed = combine(id, said, known, ledger);
        }
        if (fresh || known != ExistingRecordPolicy.LEAVE) {
            changed |= affiliate(id, row, said, ledger);
        }
        return new ImportLineResult(
                row.line(),
                said.name(),
                fresh ? ImportOutcome.CREATED : changed ? ImportOutcome.CHANGED : ImportOutcome.SAME,
                remarks);
    }

    private boolean combine(
            OrganisationId id, OrganisationFacts said, ExistingRecordPolicy known, ImportLedger ledger) {
        OrganisationQueries.OrganisationVersion entry = organisationQueries.findById(id);
        OrganisationFacts both = FactsCombination.of(entry.facts(), said, known);
        if (both.equals(entry.facts())) {
            return false;
        }
        organisationService.update(id, entry.version(), both);
        ledger.recordChanged(ImportedType.ORGANISATION, id, entry.version());
        return true;
    }

    private boolean affiliate(
            OrganisationId id, OrganisationImportRow row, OrganisationFacts said, ImportLedger ledger) {
        Set<UUID> has = exactMatchQueries.findParents(List.of(id.value())).getOrDefault(id.value(), Set.of());
        boolean changed = false;
        for (String name : row.parents()) {
            OrganisationId parent = findOrCreate(name, ledger);
            if (!has.contains(parent.value()) && !parent.equals(id)) {
                AffiliationNature nature = AffiliationNature.usualOf(said.kind());
                ledger.recordCreated(
                        ImportedType.AFFILIATION, affiliations.affiliate(id, parent, nature, Period.ALWAYS));
                changed = true;
            }
        }
        return changed;
    }

    /** The organisation with a name, created where there is none. */
    OrganisationId findOrCreate(String name, ImportLedger ledger) {
        List<UUID> ids =
                exactMatchQueries.findOrganisationsByName(List.of(name)).getOrDefault(name, List.of());
        if (!ids.isEmpty()) {
            return new OrganisationId(ids.get(0));
        }
        OrganisationId id = organisationService.create(OrganisationFacts.named(name));
        ledger.recordCreated(ImportedType.ORGANISATION, id);
        return id;
    }
}
