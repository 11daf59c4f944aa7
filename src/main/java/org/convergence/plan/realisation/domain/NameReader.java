package org.convergence.plan.realisation.domain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.OrganisationId;
import org.convergence.plan.realisation.Happening;
import org.convergence.platform.text.Fold;
import org.convergence.platform.text.TextParser;
import org.jspecify.annotations.Nullable;

/**
 * Reads the participating organisations. Names are separated by semicolons, commas or line ends; a comma within a known
 * name does not split it. A name is accepted if exactly one organisation has it, ignoring accents and capitals, or as
 * decided for the file.
 */
final class NameReader {

    private static final int LONGEST = 200;

    private final ImportSettings settings;
    private final OrganisationIndex organisations;

    NameReader(ImportSettings settings, OrganisationIndex organisations) {
        this.settings = settings;
        this.organisations = organisations;
    }

    /** The known organisations, and the names to be added. */
    record Read(Set<OrganisationId> known, List<String> newcomers) {}

    Read read(RowCells cells) {
        Set<OrganisationId> known = new LinkedHashSet<>();
        List<String> newcomers = new ArrayList<>();
        for (String name : names(cells.text(Column.ORGANISATIONS))) {
            List<OrganisationId> called = organisations.called(name);
            String decided = settings.names().get(Fold.of(name));
            Optional<UUID> chosen = decided == null ? Optional.empty() : TextParser.id(decided);
            if (chosen.isPresent()) {
                known.add(new OrganisationId(chosen.get()));
            } else if (called.size() == 1) {
                known.add(called.get(0));
            } else if (isNew(decided, called) && name.length() <= LONGEST) {
                newcomers.add(name);
            } else if (!ImportSettings.WITHOUT.equals(decided)) {
                cells.slight(Column.ORGANISATIONS, called.isEmpty() ? PastNames.UNKNOWN : PastNames.AMBIGUOUS, name);
            }
        }
        if (known.size() + newcomers.size() > Happening.MOST_ORGANISATIONS) {
            cells.grave(Column.ORGANISATIONS, "realisation.too-many-organisations", Happening.MOST_ORGANISATIONS);
        }
        return new Read(known, newcomers);
    }

    private boolean isNew(@Nullable String decided, List<OrganisationId> called) {
        return ImportSettings.NEW.equals(decided) || (decided == null && called.isEmpty() && settings.newcomers());
    }

    private List<String> names(String text) {
        return Stream.of(text.split("[;\\n|]"))
                .map(name -> name.replaceAll("\\s+", " ").strip())
                .filter(name -> !Fold.of(name).isEmpty())
                .flatMap(this::pieces)
                .distinct()
                .toList();
    }

    private Stream<String> pieces(String name) {
        if (!name.contains(",") || !organisations.called(name).isEmpty()) {
            return Stream.of(name);
        }
        return Stream.of(name.split(","))
                .map(String::strip)
                .filter(piece -> !Fold.of(piece).isEmpty());
    }
}
