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
import org.convergence.directory.people.domain.Network;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationList;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportReading;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Ledger;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.text.Fold;
import org.springframework.stereotype.Component;

/** Imports organisations from a file, recognised by any of their names. */
@Component
class OrganisationImport extends ListKind {

    private final Matching matching;
    private final OrganisationList list;
    private final OrganisationReading reading;
    private final OrganisationRegister register;
    private final Network network;

    OrganisationImport(
            Matching matching,
            Restoration restoration,
            OrganisationList list,
            OrganisationReading reading,
            OrganisationRegister register,
            Network network) {
        super(Subject.ORGANISATIONS, matching, restoration);
        this.matching = matching;
        this.list = list;
        this.reading = reading;
        this.register = register;
        this.network = network;
    }

    @Override
    public ImportReading begin(Json choices) {
        Manner manner = choices.as(Manner.class);
        Map<String, Integer> seen = new HashMap<>();
        return new ImportReading() {
            @Override
            public List<ImportLine> assess(List<ImportRow> rows) {
                return OrganisationImport.this.assess(rows, manner.known(), seen);
            }

            @Override
            public ImportLine enter(ImportRow row, Ledger ledger) {
                return OrganisationImport.this.enter(row, manner, ledger);
            }
        };
    }

    private List<ImportLine> assess(List<ImportRow> rows, Known known, Map<String, Integer> seen) {
        List<OrganisationRow> read = rows.stream().map(OrganisationRow::read).toList();
        List<String> names = new ArrayList<>();
        for (OrganisationRow row : read) {
            names.addAll(row.parents());
            if (row.facts() != null) {
                names.add(row.facts().name());
            }
        }
        Map<String, List<UUID>> there = matching.organisations(names);
        Set<OrganisationId> ids = there.values().stream()
                .flatMap(List::stream)
                .map(OrganisationId::new)
                .collect(Collectors.toSet());
        Map<UUID, OrganisationFacts> facts = list.of(ids).stream()
                .collect(Collectors.toMap(line -> line.name().id().value(), OrganisationList.Line::facts));
        Map<UUID, Set<UUID>> parents = matching.parents(facts.keySet());
        Function<OrganisationRow, ImportLine> assess = row -> assess(row, known, seen, there, facts, parents);
        return read.stream().map(assess).toList();
    }

    private static ImportLine assess(
            OrganisationRow row,
            Known known,
            Map<String, Integer> seen,
            Map<String, List<UUID>> there,
            Map<UUID, OrganisationFacts> facts,
            Map<UUID, Set<UUID>> parents) {
        OrganisationFacts said = row.facts();
        List<Remark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLine(row.line(), "", Outcome.ASIDE, remarks);
        }
        List<UUID> ids = there.getOrDefault(said.name(), List.of());
        Integer above = seen.putIfAbsent(Fold.of(said.name()), row.line());
        for (String parent : row.parents()) {
            if (!there.containsKey(parent) && seen.putIfAbsent(Fold.of(parent), row.line()) == null) {
                remarks.add(Remark.of("people.import.remark.also-made", parent));
            }
        }
        if (ids.size() > 1) {
            remarks.add(Remark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLine(row.line(), said.name(), Outcome.ASIDE, remarks);
        }
        if (ids.isEmpty()) {
            if (above != null) {
                remarks.add(Remark.of("people.import.remark.same-line", above));
            }
            boolean again = above != null;
            Outcome outcome = !again ? Outcome.CREATED : known == Known.LEAVE ? Outcome.SAME : Outcome.CHANGED;
            return new ImportLine(row.line(), said.name(), outcome, remarks);
        }
        UUID id = ids.get(0);
        OrganisationFacts stands = facts.get(id);
        Set<UUID> has = parents.getOrDefault(id, Set.of());
        boolean newTie = row.parents().stream()
                .anyMatch(
                        parent -> there.getOrDefault(parent, List.of()).stream().noneMatch(has::contains));
        boolean changes = known != Known.LEAVE
                && (newTie
                        || (stands != null
                                && !Combination.of(stands, said, known).equals(stands)));
        return new ImportLine(row.line(), said.name(), changes ? Outcome.CHANGED : Outcome.SAME, remarks);
    }

    private ImportLine enter(ImportRow cells, Manner manner, Ledger ledger) {
        Known known = manner.known();
        OrganisationRow row = OrganisationRow.read(cells);
        OrganisationFacts said = row.facts();
        List<Remark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLine(row.line(), "", Outcome.ASIDE, remarks);
        }
        List<UUID> ids = matching.organisations(List.of(said.name())).getOrDefault(said.name(), List.of());
        if (ids.size() > 1) {
            remarks.add(Remark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLine(row.line(), said.name(), Outcome.ASIDE, remarks);
        }
        boolean fresh = ids.isEmpty();
        OrganisationId id = fresh ? register.add(said) : new OrganisationId(ids.get(0));
        boolean changed = false;
        if (fresh) {
            ledger.made(Thing.ORGANISATION, id);
        } else if (known != Known.LEAVE) {
            changed = combine(id, said, known, ledger);
        }
        if (fresh || known != Known.LEAVE) {
            changed |= affiliate(id, row, said, ledger);
        }
        return new ImportLine(
                row.line(), said.name(), fresh ? Outcome.CREATED : changed ? Outcome.CHANGED : Outcome.SAME, remarks);
    }

    private boolean combine(OrganisationId id, OrganisationFacts said, Known known, Ledger ledger) {
        OrganisationReading.Entry entry = reading.find(id);
        OrganisationFacts both = Combination.of(entry.facts(), said, known);
        if (both.equals(entry.facts())) {
            return false;
        }
        register.change(id, entry.version(), both);
        ledger.changed(Thing.ORGANISATION, id, entry.version());
        return true;
    }

    private boolean affiliate(OrganisationId id, OrganisationRow row, OrganisationFacts said, Ledger ledger) {
        Set<UUID> has = matching.parents(List.of(id.value())).getOrDefault(id.value(), Set.of());
        boolean changed = false;
        for (String name : row.parents()) {
            OrganisationId parent = named(name, ledger);
            if (!has.contains(parent.value()) && !parent.equals(id)) {
                AffiliationNature nature = AffiliationNature.usualOf(said.kind());
                ledger.made(Thing.AFFILIATION, network.affiliate(id, parent, nature, Period.ALWAYS));
                changed = true;
            }
        }
        return changed;
    }

    /** The organisation with a name, created where there is none. */
    OrganisationId named(String name, Ledger ledger) {
        List<UUID> ids = matching.organisations(List.of(name)).getOrDefault(name, List.of());
        if (!ids.isEmpty()) {
            return new OrganisationId(ids.get(0));
        }
        OrganisationId id = register.add(OrganisationFacts.named(name));
        ledger.made(Thing.ORGANISATION, id);
        return id;
    }
}
