package org.convergence.directory.people.domain.imports;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Finds the people that rows mean: the only place that compares keys, with a few queries for many rows, for the preview
 * and the import alike.
 */
@Component
record PersonRecognition(ExactMatchQueries exactMatchQueries, PersonQueries persons) {

    /** The directory's records of the people that imported rows may mean. */
    record KnownPeople(
            Map<String, List<UUID>> byMail,
            Map<String, List<UUID>> byName,
            Set<UUID> mailless,
            Map<UUID, PersonQueries.PersonVersion> known,
            Map<UUID, Set<ExactMatchQueries.MatchedFunction>> functions,
            Map<String, List<UUID>> organisations) {

        /**
         * The people a row means: those with its name and one of its addresses, otherwise those with its name and no
         * address.
         */
        Set<UUID> findMeant(PersonImportRow row) {
            List<UUID> named = byName.getOrDefault(row.folded(), List.of());
            Set<UUID> ids = new LinkedHashSet<>();
            row.mails().forEach(mail -> ids.addAll(byMail.getOrDefault(mail, List.of())));
            ids.retainAll(named);
            if (ids.isEmpty()) {
                named.stream()
                        .filter(id -> row.mails().isEmpty() || mailless.contains(id))
                        .forEach(ids::add);
            }
            return ids;
        }

        /** Adds a remark where another record has the name or the address of a new person. */
        void addWarnings(PersonImportRow row, List<ImportRemark> remarks) {
            if (byName.containsKey(row.folded())) {
                remarks.add(ImportRemark.of("people.import.remark.homonym"));
            } else if (row.mails().stream().anyMatch(byMail::containsKey)) {
                remarks.add(ImportRemark.of("people.import.remark.address-shared"));
            }
        }

        /** The same, with organisations created meanwhile. */
        KnownPeople with(Map<String, List<UUID>> entered) {
            return new KnownPeople(byMail, byName, mailless, known, functions, entered);
        }

        /** Whether a row gives a function that the person is not known to hold. */
        boolean hasNewFunction(PersonImportRow row, UUID person) {
            String organisation = row.organisation();
            return organisation != null
                    && organisations.getOrDefault(organisation, List.of()).stream()
                            .noneMatch(at -> hasFunction(person, at, row.title()));
        }

        boolean hasFunction(UUID person, UUID at, @Nullable String title) {
            return functions.getOrDefault(person, Set.of()).stream()
                    .anyMatch(each -> each.organisation().equals(at)
                            && (title == null || each.title().equals(TextNormalizer.fold(title))));
        }
    }

    /** Everything known of the people that rows may mean. */
    KnownPeople recognise(List<PersonImportRow> rows) {
        return recognise(rows, exactMatchQueries.findPeopleByName(names(rows)), rows);
    }

    /** The same, without people who only share an address: enough to decide which people to create. */
    KnownPeople recogniseNamed(List<PersonImportRow> rows) {
        Map<String, List<UUID>> byName = exactMatchQueries.findPeopleByName(names(rows));
        List<PersonImportRow> named =
                rows.stream().filter(row -> byName.containsKey(row.folded())).toList();
        return recognise(rows, byName, named);
    }

    private KnownPeople recognise(
            List<PersonImportRow> rows, Map<String, List<UUID>> byName, List<PersonImportRow> byAddress) {
        Map<String, List<UUID>> byMail = exactMatchQueries.findPeopleByMail(
                byAddress.stream().flatMap(row -> row.mails().stream()).toList());
        Set<UUID> named = new LinkedHashSet<>();
        byName.values().forEach(named::addAll);
        Map<String, List<UUID>> places = exactMatchQueries.findOrganisationsByName(rows.stream()
                .map(PersonImportRow::organisation)
                .filter(Objects::nonNull)
                .toList());
        KnownPeople keys =
                new KnownPeople(byMail, byName, exactMatchQueries.findWithoutMail(named), Map.of(), Map.of(), places);
        // Namesakes that no row means are not loaded.
        Set<UUID> meant = new LinkedHashSet<>();
        byAddress.forEach(row -> meant.addAll(keys.findMeant(row)));
        return new KnownPeople(
                byMail,
                byName,
                keys.mailless(),
                persons.findByIds(meant),
                exactMatchQueries.findFunctions(meant),
                places);
    }

    private static List<String> names(List<PersonImportRow> rows) {
        return rows.stream().map(PersonImportRow::folded).toList();
    }
}
