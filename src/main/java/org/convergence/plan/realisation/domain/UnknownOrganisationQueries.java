package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.OrganisationName;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationImportKind.RealisationImportSettings;
import org.convergence.platform.access.Requires;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportQueries;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The unknown or ambiguous organisations of a file, which need a decision. */
@Service
@Transactional(readOnly = true)
@Requires(RealisationPermissions.IMPORT)
public class UnknownOrganisationQueries {

    static final String UNKNOWN = "realisation.import.unknown-organisation";
    static final String AMBIGUOUS = "realisation.import.ambiguous-organisation";
    static final String NEWCOMER = "realisation.import.newcomer";

    private static final int SHOWN = 60;
    private static final int MEANT = 3;

    private final ImportQueries importQueries;
    private final PeopleDirectory people;
    private final JdbcClient db;

    UnknownOrganisationQueries(ImportQueries importQueries, PeopleDirectory people, JdbcClient db) {
        this.importQueries = importQueries;
        this.people = people;
        this.db = db;
    }

    /**
     * A name.
     *
     * @param key its key in the decisions
     * @param rows number of rows with it
     * @param meant organisations with this name or a similar one
     * @param ambiguous whether several organisations have it
     */
    public record UnknownOrganisation(
            String key, String name, int rows, List<OrganisationName> meant, boolean ambiguous) {}

    /**
     * Names that need a decision, including those already decided.
     *
     * @param names the most frequent first
     * @param more number of names not shown
     * @param entered number of organisations that would be added to the directory
     */
    public record OrganisationDecisions(List<UnknownOrganisation> names, int more, int entered) {}

    /** The names of a file. */
    public OrganisationDecisions findUndecided(ImportFile file) {
        List<ImportQueries.RemarkSubject> asked =
                importQueries.findRemarkSubjects(file.id(), List.of(UNKNOWN, AMBIGUOUS, NEWCOMER), SHOWN);
        Map<String, ImportQueries.RemarkSubject> byKey = new LinkedHashMap<>();
        asked.forEach(named -> byKey.putIfAbsent(TextNormalizer.fold(named.name()), named));
        file.choices().as(RealisationImportSettings.class).names().keySet().stream()
                .limit(SHOWN)
                .forEach(key -> byKey.putIfAbsent(key, new ImportQueries.RemarkSubject(key, 0, 0)));
        OrganisationNameIndex known = OrganisationNameIndex.readNamed(
                db,
                byKey.values().stream().map(ImportQueries.RemarkSubject::name).toList());
        List<UnknownOrganisation> names = new ArrayList<>();
        byKey.forEach((key, named) -> names.add(name(key, named, known)));
        int all = asked.isEmpty() ? 0 : asked.get(0).all();
        List<ImportQueries.RemarkSubject> entered = importQueries.findRemarkSubjects(file.id(), List.of(NEWCOMER), 1);
        return new OrganisationDecisions(
                names,
                Math.max(0, all - asked.size()),
                entered.isEmpty() ? 0 : entered.get(0).all());
    }

    private UnknownOrganisation name(String key, ImportQueries.RemarkSubject named, OrganisationNameIndex known) {
        List<OrganisationId> called = known.findByName(named.name());
        List<OrganisationName> meant = called.isEmpty()
                ? people.findOrganisations(named.name(), MEANT)
                : List.copyOf(people.organisationNames(called).values());
        return new UnknownOrganisation(key, named.name(), named.lines(), meant, called.size() > 1);
    }
}
