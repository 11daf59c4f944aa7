package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.RealisationDetails;
import org.convergence.plan.realisation.domain.RealisationImportKind.RealisationImportSettings;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Organisations by folded name, read once for a whole file: a full name wins over a short one, that over another name.
 */
final class OrganisationNameIndex {

    private final Map<String, List<OrganisationId>> inFull = new HashMap<>();
    private final Map<String, List<OrganisationId>> inShort = new HashMap<>();
    private final Map<String, List<OrganisationId>> otherwise = new HashMap<>();

    private OrganisationNameIndex() {}

    /**
     * Reads the participating organisations. Names are separated by semicolons, commas or line ends; a comma within
     * a known
     * name does not split it. A name is accepted if exactly one organisation has it, ignoring accents and capitals,
     * or as
     * decided for the file.
     */
    record OrganisationNameReader(RealisationImportSettings settings, OrganisationNameIndex organisations) {

        private static final int LONGEST = 200;

        /** The known organisations, and the names to be added. */
        record ParticipatingOrganisations(Set<OrganisationId> known, List<String> newcomers) {}

        ParticipatingOrganisations read(ImportRowCells cells) {
            Set<OrganisationId> known = new LinkedHashSet<>();
            List<String> newcomers = new ArrayList<>();
            for (String name : names(cells.text(RealisationColumn.ORGANISATIONS))) {
                List<OrganisationId> called = organisations.findByName(name);
                String decided = settings.names().get(TextNormalizer.fold(name));
                Optional<UUID> chosen = decided == null ? Optional.empty() : TextParser.id(decided);
                if (chosen.isPresent()) {
                    known.add(new OrganisationId(chosen.get()));
                } else if (called.size() == 1) {
                    known.add(called.get(0));
                } else if (isNew(decided, called) && name.length() <= LONGEST) {
                    newcomers.add(name);
                } else if (!RealisationImportSettings.WITHOUT.equals(decided)) {
                    cells.addWarning(
                            RealisationColumn.ORGANISATIONS,
                            called.isEmpty()
                                    ? UnknownOrganisationQueries.UNKNOWN
                                    : UnknownOrganisationQueries.AMBIGUOUS,
                            name);
                }
            }
            if (known.size() + newcomers.size() > RealisationDetails.MOST_ORGANISATIONS) {
                cells.addError(
                        RealisationColumn.ORGANISATIONS,
                        "realisation.too-many-organisations",
                        RealisationDetails.MOST_ORGANISATIONS);
            }
            return new ParticipatingOrganisations(known, newcomers);
        }

        private boolean isNew(@Nullable String decided, List<OrganisationId> called) {
            return RealisationImportSettings.NEW.equals(decided)
                    || (decided == null && called.isEmpty() && settings.newcomers());
        }

        private List<String> names(String text) {
            return Stream.of(text.split("[;\\n|]"))
                    .map(name -> name.replaceAll("\\s+", " ").strip())
                    .filter(name -> !TextNormalizer.fold(name).isEmpty())
                    .flatMap(this::pieces)
                    .distinct()
                    .toList();
        }

        private Stream<String> pieces(String name) {
            if (!name.contains(",") || !organisations.findByName(name).isEmpty()) {
                return Stream.of(name);
            }
            return Stream.of(name.split(","))
                    .map(String::strip)
                    .filter(piece -> !TextNormalizer.fold(piece).isEmpty());
        }
    }

    static OrganisationNameIndex read(JdbcClient db) {
        return read(
                db.sql("SELECT id, name, short_name, other_names FROM directory.people_organisation_name ORDER BY id"));
    }

    /** The index of only those organisations that have one of these names. */
    static OrganisationNameIndex readNamed(JdbcClient db, Collection<String> names) {
        return read(db.sql("""
                        SELECT id, name, short_name, other_names FROM directory.people_organisation_name
                        WHERE directory.people_called(name, short_name, other_names) && CAST(:names AS text[]) ORDER BY id
                        """)
                .param("names", names.stream().map(TextNormalizer::fold).toArray(String[]::new)));
    }

    private static OrganisationNameIndex read(JdbcClient.StatementSpec organisations) {
        var index = new OrganisationNameIndex();
        organisations
                .query((row, n) -> {
                    var id = new OrganisationId(row.getObject("id", UUID.class));
                    add(index.inFull, row.getString("name"), id);
                    String shortName = row.getString("short_name");
                    if (shortName != null) {
                        add(index.inShort, shortName, id);
                    }
                    for (String other : (String[]) row.getArray("other_names").getArray()) {
                        add(index.otherwise, other, id);
                    }
                    return id;
                })
                .list();
        return index;
    }

    private static void add(Map<String, List<OrganisationId>> names, String name, OrganisationId id) {
        names.computeIfAbsent(TextNormalizer.fold(name), key -> new ArrayList<>(1))
                .add(id);
    }

    /** The organisations with this name, ignoring accents and capitals; several if the name is ambiguous. */
    List<OrganisationId> findByName(String name) {
        String folded = TextNormalizer.fold(name);
        for (Map<String, List<OrganisationId>> names : List.of(inFull, inShort, otherwise)) {
            List<OrganisationId> found = names.get(folded);
            if (found != null) {
                return found;
            }
        }
        return List.of();
    }
}
